using System.Globalization;
using System.Text;
using Twin.Api.Problems;
using Twin.Geo.Text;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Api.Observations;

/// <summary>The encodings that a report can name besides UTF-8. Bytes that do not exist in one are an error.</summary>
internal static class LegacyEncodings
{
    /// <summary>What can be named, for a hint.</summary>
    public const string NamesHint =
        "Send UTF-8, or name one of tcvn3 (the ABC fonts), vni, viscii, windows-1258, windows-1252, utf-16.";

    /// <summary>What a file in that encoding is noted with: those of Unicode are no trouble.</summary>
    public static FormatTrouble TroubleOf(Encoding? charset) =>
        charset is null or UTF8Encoding or UnicodeEncoding or UTF32Encoding
            ? FormatTrouble.None
            : FormatTrouble.LegacyEncoding;

    /// <summary>Why bytes are not read that could be of several encodings, or of none.</summary>
    public static Refusal InDoubt(EncodingGuess guess)
    {
        var readings = guess.Candidates
            .Where(candidate => candidate.Share > 0)
            .Select(candidate => string.Create(
                CultureInfo.InvariantCulture, $"{candidate.Encoding.WebName} {candidate.Share:P0}"))
            .ToArray();
        var share = readings.Length == 0
            ? "None that is known makes Vietnamese words of it."
            : $"The share of its words that are Vietnamese by encoding: {string.Join(", ", readings)}.";
        return new Refusal(
            ProblemCodes.InvalidEncoding,
            "The file is not UTF-8, and its encoding is in doubt.",
            $"{share} Name it with encoding=, or save the file as UTF-8.");
    }
}
