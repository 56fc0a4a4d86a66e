using System.Globalization;
using System.Text;

namespace Twin.Api.Text;

/// <summary>
/// Text as it is compared when people type it: lower case, without diacritics, one space between words.
/// </summary>
internal static class FoldedText
{
    /// <summary>
    /// Folds a text. Đ and đ have no decomposition in Unicode and are taken as d; ð and ñ, which old fonts leave in
    /// their place, are left alone.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var wantsSpace = false;
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsWhiteSpace(c) || c is '_' or '-')
            {
                wantsSpace = folded.Length > 0;
                continue;
            }

            if (wantsSpace)
            {
                folded.Append(' ');
                wantsSpace = false;
            }

            folded.Append(c is 'Đ' or 'đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>Whether the text has a mark or letter that folding takes away, so that its writer meant it.</summary>
    public static bool HasDiacritics(string text) => text.Normalize(NormalizationForm.FormD).Any(
        c => c is 'Đ' or 'đ' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
}
