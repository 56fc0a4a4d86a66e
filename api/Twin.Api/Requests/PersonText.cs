using System.Text;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Requests;

/// <summary>Texts that people write about what they do: who they are, why, a comment.</summary>
internal static class PersonText
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 200;

    /// <summary>The longest reason or comment, in characters.</summary>
    public const int MaxText = 1_000;

    /// <summary>A name that must be there.</summary>
    public static Refusal? ReadName(string? given, string member, out string name) =>
        Read(given, member, MaxName, isRequired: true, out name);

    /// <summary>A text; empty where it may be left out.</summary>
    public static Refusal? ReadText(string? given, string member, bool isRequired, out string text) =>
        Read(given, member, MaxText, isRequired, out text);

    private static Refusal? Read(string? given, string member, int longest, bool isRequired, out string text)
    {
        text = (given ?? string.Empty).Trim().Normalize(NormalizationForm.FormC);
        if (text.Length == 0 && isRequired)
        {
            return new Refusal(
                ProblemCodes.MissingParameter, $"The member '{member}' is required.", "Say it in a few words.");
        }

        return text.Length <= longest && !text.Any(c => char.IsControl(c) && c is not '\n')
            ? null
            : Refusals.InvalidParameter(
                member, text, FormattableString.Invariant($"Use at most {longest} characters of plain text."));
    }
}
