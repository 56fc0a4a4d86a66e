using System.Globalization;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Quality;

/// <summary>Four scores for every unit, and the rule and row behind each deduction.</summary>
public sealed class QualityTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    [Fact]
    public async Task Units_of_a_level_are_listed_with_four_scores_and_the_worst_below_them()
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync("/v1/quality?period=2024-06");

        Assert.Equal(2, list.GetProperty("numberMatched").GetInt32());
        var district = list.GetProperty("items")[0];
        Assert.Equal("301", district.GetProperty("unit").GetString());
        Assert.Equal("district", district.GetProperty("level").GetString());
        var complete = district.GetProperty("complete");
        // Four figures of FIBER and FILES are owed and did not come; the one of CLINICS nobody owes, and it did.
        Assert.Equal(20, complete.GetProperty("mean").GetDouble());
        Assert.Equal(0, complete.GetProperty("worst").GetDouble());
        Assert.Equal("10002", complete.GetProperty("worstUnit").GetString());
        Assert.Equal(5, complete.GetProperty("values").GetInt32());
        Assert.Equal(70, district.GetProperty("correct").GetProperty("mean").GetDouble());
        Assert.Equal(20, district.GetProperty("lowest").GetDouble());
    }

    [Theory]
    [InlineData("level=commune", 6, "10001")]
    [InlineData("level=commune&unit=302", 3, "10004")]
    [InlineData("level=city", 1, "31")]
    [InlineData("unit=10001", 1, "10001")]
    [InlineData("level=commune&limit=1", 6, "10001")]
    public async Task Level_unit_and_limit_choose(string query, int matched, string first)
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync($"/v1/quality?period=2024-06&{query}");

        Assert.Equal(matched, list.GetProperty("numberMatched").GetInt32());
        Assert.Equal(first, list.GetProperty("items")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public async Task Each_deduction_names_its_rule_its_row_and_who()
    {
        await using var app = await StartAsync();

        var detail = await app.GetAsync("/v1/units/10001/quality?period=2024-06&indicator=CLINICS");

        var value = Assert.Single(detail.GetProperty("values").EnumerateArray());
        Assert.Equal("2024-06", value.GetProperty("period").GetString());
        Assert.Equal(70, value.GetProperty("correct").GetDouble());
        var deduction = Assert.Single(value.GetProperty("deductions").EnumerateArray());
        Assert.Equal("correct", deduction.GetProperty("dimension").GetString());
        Assert.Equal("clinics-low", deduction.GetProperty("rule").GetString());
        Assert.Equal("Luật clinics-low", deduction.GetProperty("ruleNameVi").GetString());
        Assert.Equal(30, deduction.GetProperty("points").GetDouble());
        Assert.Equal(1, deduction.GetProperty("sequence").GetInt64());
        Assert.Equal("anonymous@loopback", deduction.GetProperty("reporter").GetString());
        Assert.Contains("500", deduction.GetProperty("detailEn").GetString(), StringComparison.Ordinal);
        // Besides, FIBER is missing and old.
        Assert.Equal(3, detail.GetProperty("summary").GetProperty("deductions").GetInt32());
    }

    [Fact]
    public async Task What_is_missing_has_no_row_and_no_score_for_what_nobody_can_judge()
    {
        await using var app = await StartAsync();

        var detail = await app.GetAsync("/v1/units/10001/quality?period=2024-06&indicator=FIBER");

        var value = Assert.Single(detail.GetProperty("values").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, value.GetProperty("correct").ValueKind);
        Assert.Equal(0, value.GetProperty("complete").GetDouble());
        var missing = value.GetProperty("deductions")[0];
        Assert.Equal(JsonValueKind.Null, missing.GetProperty("sequence").ValueKind);
        Assert.Equal(JsonValueKind.Null, missing.GetProperty("reporter").ValueKind);
    }

    [Fact]
    public async Task As_of_an_instant_all_scores_are_what_they_were_then()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "10001,REVENUE,2024-05,100,\n10002,CLINICS,2024-06,5,\n10003,CLINICS,2024-06,7,\n");
        await ReportAsync(app, "10001,REVENUE,2024-06,9000,\n"); // Is held.
        var then = await ScoresAsync(app, string.Empty);
        var instant = app.Clock.GetUtcNow();
        Assert.Contains("\"waiting\":1", then, StringComparison.Ordinal);

        await app.AdvanceAsync(TimeSpan.FromDays(40));
        await ReportAsync(app, "10001,CLINICS,2024-06,6,\n10002,FIBER,2024-06,9,10\n10002,CLINICS,2024-06,5,\n");
        using var decided = await app.PostJsonAsync(
            "/v1/quarantine/10001~5/discard", """{"by":"An","comment":"gõ nhầm"}""");
        decided.EnsureSuccessStatusCode();

        var now = await ScoresAsync(app, string.Empty);
        Assert.Contains("\"waiting\":0", now, StringComparison.Ordinal);
        Assert.NotEqual(then, now, StringComparer.Ordinal);
        Assert.Equal(then, await ScoresAsync(app, AsOf(instant)), StringComparer.Ordinal);
        var before = await app.GetAsync($"/v1/units/31/quality?period=2024-06{AsOf(instant.AddYears(-9))}");
        Assert.Equal(0, before.GetProperty("summary").GetProperty("deductions").GetInt32());
    }

    [Fact]
    public async Task Parts_are_scored_after_their_total_and_one_can_be_asked_for()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(
            "unit,indicator,period,value,OPERATOR\n10001,REVENUE,2024-05,10,VNPT\n10001,REVENUE,2024-06,70,VNPT\n"
            + "10001,REVENUE,2024-06,5,VIETTEL\n10001,REVENUE,2024-06,100,\n");

        var detail = await app.GetAsync("/v1/units/10001/quality?period=2024-06&indicator=REVENUE");
        var one = await app.GetAsync("/v1/units/10001/quality?period=2024-06&breakdown=OPERATOR%3DVNPT");

        Assert.Equal(
            [null, "OPERATOR=VIETTEL", "OPERATOR=VNPT"],
            detail.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("breakdown").GetString()),
            StringComparer.Ordinal);
        var part = Assert.Single(one.GetProperty("values").EnumerateArray());
        Assert.Equal(75, part.GetProperty("correct").GetDouble());
        Assert.Equal("jump", Assert.Single(part.GetProperty("deductions").EnumerateArray())
            .GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("/v1/quality?asOf=yesterday", 400)]
    [InlineData("/v1/quality?asOf=2999-01-01T00:00:00Z", 400)]
    [InlineData("/v1/units/10001/quality?asOf=2999-01-01T00:00:00Z", 400)]
    [InlineData("/v1/units/10001/quality?breakdown=OPERATOR%3DNOBODY", 400)]
    [InlineData("/v1/quality?period=June", 400)]
    [InlineData("/v1/quality?unit=nowhere", 400)]
    [InlineData("/v1/quality?level=street", 400)]
    [InlineData("/v1/quality?score=correct", 400)]
    [InlineData("/v1/quality?unit=301&period=2025-08", 404)]
    [InlineData("/v1/units/nowhere/quality", 404)]
    [InlineData("/v1/units/301/quality?period=2025-08", 404)]
    [InlineData("/v1/units/301/quality?indicator=NONE", 400)]
    public async Task What_cannot_be_answered_is_refused(string path, int status)
    {
        await using var app = await StartAsync();

        await app.GetProblemAsync(path, status);
    }

    /// <summary>Reports, and waits until the city knows.</summary>
    private static async Task ReportAsync(TwinApp app, string rows)
    {
        var receipt = await app.ReportAsync(Header + rows);
        var sequence = receipt.GetProperty("sequence").GetRawText();
        await app.GetAsync($"/v1/units/31/rollup?indicator=CLINICS&period=2024-06&minSequence={sequence}");
    }

    /// <summary>All that is said of quality, as text, without the instant.</summary>
    private static async Task<string> ScoresAsync(TwinApp app, string asOf)
    {
        var text = new StringBuilder();
        foreach (var path in (string[])
            ["/v1/quality", "/v1/units/31/quality", "/v1/units/10001/quality", "/v1/units/10002/quality"])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{await app.GetAsync($"{path}?period=2024-06{asOf}")}");
        }

        return System.Text.RegularExpressions.Regex.Replace(
            text.ToString(), "\"(?:asOf|href)\":(?:null|\"[^\"]*\")", string.Empty, default, TimeSpan.FromSeconds(1));
    }

    private static string AsOf(DateTimeOffset instant) =>
        instant.ToString("'&asOf='yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>One commune reports all that anybody does: a number of clinics that is too large.</summary>
    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync(city: TestQuality.City());
        await app.ReportAsync(Header + "10001,CLINICS,2024-06,500,\n");
        return app;
    }
}
