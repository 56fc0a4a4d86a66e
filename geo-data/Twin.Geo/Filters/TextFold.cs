using System.Globalization;
using System.Text;

namespace Twin.Geo.Filters;

/// <summary>Texts without regard to case or accents, so that "hong bang" equals "Hồng Bàng". Stateless.</summary>
internal static class TextFold
{
    /// <summary>Without regard to case.</summary>
    public static string Case(string text) => text.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>Without regard to accents. The stroke of đ is none to Unicode, but is to everybody who types.</summary>
    public static string Accents(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character switch { 'đ' => 'd', 'Đ' => 'D', _ => character });
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
