using System.Diagnostics.CodeAnalysis;

namespace Twin.Model;

/// <summary>The one rule for the text of codes.</summary>
internal static class CodeText
{
    /// <summary>Whether the text is 1 to <paramref name="maxLength"/> ASCII letters, digits, hyphens.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text) || text.Length > maxLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
