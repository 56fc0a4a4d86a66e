using System.Globalization;
using System.Text.Json;
using Twin.Api.Explanations;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Api.Tests.Explanations;

/// <summary>Figures taken apart over HTTP, down to what was reported.</summary>
public sealed class ExplanationTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    private const string ThreeOfSix =
        Header + "10001,FIBER,2024-06,60,100\n10002,FIBER,2024-06,20,300\n10004,FIBER,2024-06,80,100\n";

    [Fact]
    public async Task A_figure_opens_into_the_units_below_with_what_each_brought()
    {
        await using var app = await TwinApp.StartAsync();
        await ReportAsync(app, ThreeOfSix);

        var city = await app.GetAsync("/v1/units/31/explanation?indicator=FIBER&period=2024-06");

        Assert.Equal("units", Text(city, "how"));
        Assert.Equal(32, city.GetProperty("figure").GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal("Covered 160 ÷ Households 500 × 100 = 32%", Text(city, "formulaEn"));
        var parts = Parts(city);
        Assert.Equal(["301", "302"], parts.Select(UnitOf), StringComparer.Ordinal);
        Assert.Equal([16, 16], parts.Select(part => part.GetProperty("contribution").GetDouble()));
        Assert.Equal(2, parts[0].GetProperty("figure").GetProperty("coverage").GetProperty("reported").GetInt32());
        Assert.Equal("closed", Text(parts[0], "how")); // Its link opens it.

        var district = await app.GetAsync(Link(parts[0], "self"));
        var communes = Parts(district);
        Assert.Equal(["10001", "10002", "10003"], communes.Select(UnitOf), StringComparer.Ordinal);
        Assert.Equal("10003", Assert.Single(district.GetProperty("silent").EnumerateArray()).GetString());
        Assert.Equal(JsonValueKind.Null, communes[2].GetProperty("contribution").ValueKind);
        Assert.Equal(
            district.GetProperty("figure").GetProperty("value").GetDouble(),
            communes.Take(2).Sum(part => part.GetProperty("contribution").GetDouble()),
            1e-9);
    }

    [Fact]
    public async Task At_the_end_stands_what_was_reported_with_who_when_and_what_it_replaced()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync("""
            {"reporter":"Lan","observations":[{"unit":"10001","indicator":"CLINICS","period":"2024-06","value":5,
              "source":"sổ tay","resultTime":"2024-07-01T00:00:00Z"}]}
            """, "application/json");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ReportAsync("""
            {"reporter":"Minh","observations":[{"unit":"10001","indicator":"CLINICS","period":"2024-06","value":7,
              "status":"P","resultTime":"2024-07-03T00:00:00Z"}]}
            """, "application/json");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ReportAsync("""
            {"reporter":"Lan","observations":[{"unit":"10001","indicator":"CLINICS","period":"2024-06","value":6,
              "resultTime":"2024-07-02T00:00:00Z"}]}
            """, "application/json");

        var leaf = await app.GetAsync("/v1/units/10001/explanation?indicator=CLINICS&period=2024-06");

        Assert.Equal("report", Text(leaf, "how"));
        Assert.Equal("As reported: 7", Text(leaf, "formulaEn"));
        Assert.Empty(Parts(leaf));
        Assert.Equal(3, leaf.GetProperty("versionCount").GetInt64());
        var versions = leaf.GetProperty("versions").EnumerateArray().ToArray();
        Assert.Equal(
            ["3 Lan 6 A False - False", "2 Minh 7 P True 1 True", "1 Lan 5 A False - True"],
            versions.Select(Describe),
            StringComparer.Ordinal);
        Assert.Equal("sổ tay", Text(versions[2].GetProperty("observation"), "source"));
        var history = await app.GetAsync(Link(leaf, "history"));
        Assert.Equal(3, history.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task The_past_is_explained_as_it_was_known()
    {
        await using var app = await TwinApp.StartAsync();
        await ReportAsync(app, Header + "10001,CLINICS,2024-06,5,\n");
        var before = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await ReportAsync(app, Header + "10001,CLINICS,2024-06,9,\n10002,CLINICS,2024-06,1,\n");

        var then = await app.GetAsync(
            $"/v1/units/31/explanation?indicator=CLINICS&period=2024-06&asOf={before}&depth=3");
        var now = await app.GetAsync("/v1/units/31/explanation?indicator=CLINICS&period=2024-06&depth=3");

        Assert.Equal(10, now.GetProperty("figure").GetProperty("value").GetDouble());
        Assert.Equal(5, then.GetProperty("figure").GetProperty("value").GetDouble());
        var leaf = Parts(Parts(then)[0])[0];
        Assert.Equal(1, leaf.GetProperty("versionCount").GetInt64());
        Assert.Equal(
            5, leaf.GetProperty("versions")[0].GetProperty("observation").GetProperty("value").GetDouble());
        Assert.Contains("asOf=", Link(leaf, "self"), StringComparison.Ordinal);
        Assert.Equal(
            then.GetProperty("figure").GetProperty("value").GetDouble(),
            (await app.GetAsync(Link(then, "self"))).GetProperty("figure").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task A_total_that_was_reported_in_parts_opens_into_them()
    {
        await using var app = await TwinApp.StartAsync();
        await ReportAsync(app, "unit,indicator,period,value,SIZE_CLASS,OPERATOR\n"
            + "10001,CLINICS,2024-06,3,SMALL,\n10001,CLINICS,2024-06,4,LARGE,\n10001,CLINICS,2024-06,99,,VNPT\n");

        var leaf = await app.GetAsync("/v1/units/10001/explanation?indicator=CLINICS&period=2024-06&depth=2");

        Assert.Equal("parts", Text(leaf, "how"));
        Assert.Equal(7, leaf.GetProperty("figure").GetProperty("value").GetDouble());
        var parts = Parts(leaf);
        Assert.Equal(
            ["SIZE_CLASS=LARGE", "SIZE_CLASS=SMALL"],
            parts.Select(part => Text(part.GetProperty("figure"), "breakdown")), // Along one dimension, never two.
            StringComparer.Ordinal);
        Assert.Equal([4, 3], parts.Select(part => part.GetProperty("contribution").GetDouble()));
        Assert.All(parts, part => Assert.Equal("report", Text(part, "how")));
        var again = await app.GetAsync(Link(parts[0], "self"));
        Assert.Equal(4, again.GetProperty("figure").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task A_figure_on_other_boundaries_opens_into_shares_of_the_units_of_then()
    {
        await using var app = await StartReformedAsync();
        await ReportAsync(app, Header + "10001,CLINICS,2025-06,6,\n10002,CLINICS,2025-06,10,\n");

        var city = await app.GetAsync(
            "/v1/units/31/explanation?indicator=CLINICS&period=2025-06&boundaries=2025-07-01&depth=3");

        Assert.Equal("units", Text(city, "how"));
        Assert.Equal(["10001", "20001", "20002"], Parts(city).Select(UnitOf), StringComparer.Ordinal);
        var unit = Parts(city)[1];
        Assert.Equal(8.5, unit.GetProperty("contribution").GetDouble(), 1e-9);
        Assert.Equal("shares", Text(unit, "how"));
        Assert.Equal("whole", Text(Parts(unit)[0].GetProperty("share"), "method"));
        var divided = Parts(unit)[1];
        Assert.Equal("10002", UnitOf(divided));
        Assert.Equal(0.25, divided.GetProperty("share").GetProperty("share").GetDouble());
        Assert.Equal(2.5, divided.GetProperty("contribution").GetDouble(), 1e-9);
        Assert.Equal("report", Text(divided, "how"));
        Assert.DoesNotContain("boundaries", Link(divided, "self"), StringComparison.Ordinal);
        Assert.Contains("boundaries=2025-07-01", Link(unit, "self"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_smallest_value_shows_whose_it_is()
    {
        await using var app = await TwinApp.StartAsync();
        await ReportAsync(app, Header + "10001,WORST,2024-06,3,\n10004,WORST,2024-06,2,\n");

        var city = await app.GetAsync("/v1/units/31/explanation?indicator=WORST&period=2024-06");

        Assert.Equal([false, true], Parts(city).Select(part => part.GetProperty("decides").GetBoolean()));
        Assert.All(Parts(city), part => Assert.Equal(
            JsonValueKind.Null, part.GetProperty("contribution").ValueKind));
    }

    [Fact]
    public async Task A_figure_about_reports_leads_to_the_reports()
    {
        await using var app = await TwinApp.StartAsync(city: TestCity.WithDuties());

        var city = await app.GetAsync("/v1/units/31/explanation?indicator=REPORTS-ON-TIME&period=2024-07&depth=3");

        var leaf = Parts(Parts(city)[0])[0];
        Assert.Equal("duties", Text(leaf, "how"));
        var duties = await app.GetAsync(Link(leaf, "duties"));
        Assert.NotEqual(0, duties.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Without_data_the_tree_still_says_who_is_silent()
    {
        await using var app = await TwinApp.StartAsync();

        var city = await app.GetAsync("/v1/units/31/explanation?indicator=FILES&period=2024-06&depth=6");

        Assert.Equal("Nobody has reported.", Text(city, "formulaEn"));
        Assert.Equal(2, city.GetProperty("silent").GetArrayLength());
        Assert.All(Parts(city), part => Assert.Empty(Parts(part))); // Communes do not report it: nothing is below.
    }

    [Theory]
    [InlineData("/v1/units/31/explanation", 400, "missing_parameter")]
    [InlineData("/v1/units/31/explanation?indicator=FIBER&depth=0", 400, "invalid_parameter")]
    [InlineData("/v1/units/31/explanation?indicator=FIBER&depth=7", 400, "invalid_parameter")]
    [InlineData("/v1/units/31/explanation?indicator=FIBER&limit=7", 400, "unknown_parameter")]
    [InlineData("/v1/units/99/explanation?indicator=FIBER", 404, "not_found")]
    [InlineData("/v1/units/301/explanation?indicator=FIBER&period=2025-08", 404, "not_found")]
    [InlineData("/v1/units/301/explanation?indicator=FIBER&boundaries=2025-08-01", 404, "not_found")]
    [InlineData(
        "/v1/units/31/explanation?indicator=FIBER&boundaries=2025-08-01&breakdown=OPERATOR=VNPT",
        400,
        "invalid_parameter")]
    public async Task What_cannot_be_explained_is_refused(string path, int status, string code)
    {
        await using var app = await TwinApp.StartAsync();

        Assert.Equal(code, (await app.GetProblemAsync(path, status)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Of_many_versions_the_latest_are_shown_and_the_one_that_stands()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(
            "unit,indicator,period,value,resultTime\n10001,CLINICS,2024-06,1,2025-01-01T00:00:00Z\n");
        for (var i = 0; i <= ReportTrail.MaxVersions; i++)
        {
            await app.ReportAsync(
                "unit,indicator,period,value,resultTime\n10001,CLINICS,2024-06,2,2024-07-01T00:00:00Z\n");
        }

        var leaf = await app.GetAsync("/v1/units/10001/explanation?indicator=CLINICS&period=2024-06");

        Assert.Equal(ReportTrail.MaxVersions + 2, leaf.GetProperty("versionCount").GetInt64());
        var versions = leaf.GetProperty("versions").EnumerateArray().ToArray();
        Assert.Equal(ReportTrail.MaxVersions + 1, versions.Length);
        Assert.Equal("1 anonymous@loopback 1 A True - True", Describe(versions[^1]));
    }

    private static async Task ReportAsync(TwinApp app, string csv)
    {
        var receipt = await app.ReportAsync(csv);
        await app.GetFigureAsync("31", "CLINICS", "2024-06", receipt); // Until the city has it.
    }

    private static Task<TwinApp> StartReformedAsync()
    {
        var reform = TestCity.LastDayOfThreeTiers.AddDays(1);
        Succession Row(string from, string into, double share) => new(
            reform, TestCity.Code(from), TestCity.Code(into), share.Equals(1), share, "official");
        return TwinApp.StartAsync(city: TestCity.Create() with
        {
            Successions =
            [
                Row("10001", "20001", 1), Row("10002", "20001", 0.25), Row("10002", "20002", 0.75),
                Row("10003", "20002", 1), Row("10004", "10001", 1), Row("10005", "20002", 1), Row("10006", "20002", 1),
            ],
        });
    }

    private static JsonElement[] Parts(JsonElement node) => [.. node.GetProperty("parts").EnumerateArray()];

    private static string UnitOf(JsonElement node) => Text(node.GetProperty("figure"), "unit");

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? string.Empty;

    private static string Link(JsonElement node, string rel) => node.GetProperty("links").EnumerateArray()
        .Single(link => string.Equals(Text(link, "rel"), rel, StringComparison.Ordinal))
        .GetProperty("href").GetString()!; // A link has an address.

    private static string Describe(JsonElement version)
    {
        var observation = version.GetProperty("observation");
        var replaces = version.GetProperty("replaces");
        return FormattableString.Invariant(
            $"{observation.GetProperty("sequence")} {Text(observation, "reporter")} ")
            + FormattableString.Invariant($"{observation.GetProperty("value")} ")
            + FormattableString.Invariant($"{Text(observation, "status")} {observation.GetProperty("isCurrent")} ")
            + (replaces.ValueKind == JsonValueKind.Null ? "-" : replaces.GetRawText())
            + FormattableString.Invariant($" {version.GetProperty("hasStood")}");
    }
}
