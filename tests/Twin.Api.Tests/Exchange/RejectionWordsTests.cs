using System.Reflection;
using System.Text.RegularExpressions;
using Twin.Api.Exchange.Imports;
using Twin.Api.Observations;
using Twin.TestKit;

namespace Twin.Api.Tests.Exchange;

public sealed partial class RejectionWordsTests
{
    // Only JSON has these, and only tables are imported.
    private static readonly string[] OfJson = ["duplicate_member", "invalid_json", "unknown_member"];

    // Positions of vessels are sent by receivers, and are in no table that a clerk mends.
    private static readonly string[] OfPositions =
    [
        "bad_payload", "invalid_time", "invalid_vessel", "malformed_sentence", "too_short", "unknown_type",
        "wrong_checksum",
    ];

    [Fact]
    public void Every_code_of_a_row_has_Vietnamese_words()
    {
        var codes = typeof(RowCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Concat(RuleCodes());

        Assert.Empty(codes.Except([.. RejectionWords.Codes, .. OfJson, .. OfPositions], StringComparer.Ordinal));
    }

    [Fact]
    public void A_code_without_words_keeps_its_own() =>
        Assert.Equal(
            new RejectedRowAnswer(1, "new_code", "reason", "hint"),
            RejectionWords.InVietnamese(new RejectedRowAnswer(1, "new_code", "reason", "hint")));

    /// <summary>The codes in the text of the model's rules: a new one must get its words.</summary>
    private static IEnumerable<string> RuleCodes()
    {
        var file = Path.Combine(ReferenceData.RepositoryRoot, "grains/Twin.Model/Observations/ObservationRules.cs");
        return Code().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value);
    }

    [GeneratedRegex(@"""(?<code>[a-z]+(_[a-z]+)+)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Code();
}
