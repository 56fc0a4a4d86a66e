using System.Globalization;
using System.Text.Json;
using Twin.Model;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Api.Tests.Statistics;

/// <summary>The test city's change of 1 July 2025, with successions: 10001 to 20001, 10002 in two.</summary>
public sealed class RebasedFigureTests
{
    private const string Csv = """
        unit,indicator,period,value,denominator
        10001,FIBER,2025-06,90,100
        10002,FIBER,2025-06,10,100
        10001,CLINICS,2025-06,6,
        10002,CLINICS,2025-06,10,
        20001,CLINICS,2025-07,13,
        """;

    [Fact]
    public async Task A_figure_of_june_is_read_on_the_boundaries_of_july_with_how_it_came_there()
    {
        await using var app = await StartAsync();
        var receipt = await app.ReportAsync(Csv);

        var figure = await app.GetAsync(
            "/v1/units/20001/rollup?indicator=FIBER&period=2025-06&boundaries=2025-07-01&weight=area"
            + $"&minSequence={receipt.GetProperty("sequence").GetRawText()}");

        Assert.Equal(100 * (90 + 2.5) / 125, figure.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(2, figure.GetProperty("coverage").GetProperty("expected").GetInt32());
        var rebasing = figure.GetProperty("rebasing");
        Assert.Equal("area", rebasing.GetProperty("method").GetString());
        Assert.Equal("official", rebasing.GetProperty("basis").GetString());
        Assert.Equal(1, rebasing.GetProperty("dividedSources").GetInt32());
        Assert.Equal(25.0 / 125, rebasing.GetProperty("dividedShare").GetDouble(), 1e-9);
        Assert.Equal(50, rebasing.GetProperty("lower").GetDouble(), 1e-9);
        Assert.Equal(90, rebasing.GetProperty("upper").GetDouble(), 1e-9);
        Assert.Equal(JsonValueKind.Null, rebasing.GetProperty("standardError").ValueKind); // Nobody knows the people.
    }

    [Fact]
    public async Task Targets_of_the_boundaries_asked_for_are_held_against_the_figures_carried_there()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);

        var figure = await app.GetAsync(
            "/v1/units/20001/rollup?indicator=FIBER&period=2025-06&boundaries=2025-07-01&weight=area");

        var target = figure.GetProperty("targets").EnumerateArray()
            .Single(one => one.GetProperty("id").ValueEquals("T-1"));
        Assert.Equal("missed", target.GetProperty("status").GetString());
        Assert.Equal(74 - 80, target.GetProperty("gap").GetDouble(), 1e-9);
        Assert.Contains("74", target.GetProperty("reasonEn").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scorecard_and_a_ranking_on_other_boundaries_say_how_their_figures_came_there()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);
        const string July = "period=2025-06&boundaries=2025-07-01&weight=area";

        var scorecard = await app.GetAsync($"/v1/units/20001/scorecard?{July}");
        var ranking = await app.GetAsync($"/v1/ranking?indicator=FIBER&level=commune&{July}");

        var row = scorecard.GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("target").GetProperty("id").ValueEquals("T-1"));
        Assert.Equal("missed", row.GetProperty("status").GetString());
        Assert.Equal(74 - 80, row.GetProperty("gap").GetDouble(), 1e-9);
        Assert.Equal("area", row.GetProperty("figure").GetProperty("rebasing").GetProperty("method").GetString());
        var first = ranking.GetProperty("items")[0];
        Assert.Equal("20001", first.GetProperty("unit").GetString());
        Assert.Equal(1, first.GetProperty("place").GetProperty("rank").GetInt32());
        Assert.Equal(74 - 80, first.GetProperty("gap").GetDouble(), 1e-9);
        Assert.Equal(90, first.GetProperty("rebasing").GetProperty("upper").GetDouble(), 1e-9);
        await app.GetProblemAsync($"/v1/units/10002/scorecard?{July}", 404);
        await app.GetProblemAsync("/v1/ranking?indicator=FIBER&unit=301&boundaries=2025-07-01", 404);
    }

    [Fact]
    public async Task A_scorecard_and_a_ranking_of_an_instant_are_those_of_what_was_known_then()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);
        var then = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2025-06,10,100\n");

        foreach (var boundaries in (string[])[string.Empty, "&boundaries=2025-06-30"])
        {
            var query = $"period=2025-06{boundaries}";
            Assert.Equal("met", await StatusAsync(app, $"{query}&asOf={then}"));
            Assert.Equal("missed", await StatusAsync(app, query));
            var ranking = await app.GetAsync($"/v1/ranking?indicator=FIBER&level=commune&{query}&asOf={then}");
            var first = ranking.GetProperty("items")[0];
            Assert.Equal("10001", first.GetProperty("unit").GetString());
            Assert.Equal(90, first.GetProperty("value").GetDouble());
            Assert.Equal("met", first.GetProperty("target").GetProperty("status").GetString());
        }

        var figure = await app.GetAsync(
            $"/v1/units/10001/rollup?indicator=FIBER&period=2025-06&boundaries=2025-06-30&asOf={then}");
        Assert.Equal("met", figure.GetProperty("targets")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_forecast_names_its_method_and_its_range()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(
            "unit,indicator,period,value,denominator\n10001,FIBER,2024-01,10,100\n10001,FIBER,2024-02,12,100\n"
            + "10001,FIBER,2024-03,13,100\n10001,FIBER,2024-04,99,100\n");

        var forecast = await app.GetAsync(
            "/v1/units/10001/forecast?indicator=FIBER&period=2024-03&until=2024-05-31");
        var few = await app.GetAsync("/v1/units/10001/forecast?indicator=FIBER&period=2024-02");

        Assert.Equal(3, forecast.GetProperty("figures").GetInt32());
        Assert.Contains("80 %", forecast.GetProperty("methodEn").GetString(), StringComparison.Ordinal);
        var last = forecast.GetProperty("points").EnumerateArray().Last();
        Assert.Equal("2024-05-31", last.GetProperty("date").GetString());
        Assert.InRange(
            last.GetProperty("value").GetDouble(),
            last.GetProperty("low").GetDouble(),
            last.GetProperty("high").GetDouble());
        Assert.Empty(few.GetProperty("points").EnumerateArray());
        Assert.Contains("3", few.GetProperty("methodVi").GetString(), StringComparison.Ordinal);
        await app.GetProblemAsync("/v1/units/10001/forecast?indicator=FIBER&until=2099-01-01", 400);
        await app.GetProblemAsync("/v1/units/10001/forecast", 400);
        await app.GetProblemAsync("/v1/units/99999/forecast?indicator=FIBER", 404);
    }

    [Fact]
    public async Task A_map_of_june_on_the_boundaries_of_july_adds_up_to_what_june_was()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);

        var list = await app.GetAsync("/v1/rollups?indicator=CLINICS&period=2025-06&boundaries=2025-07-01");

        var items = list.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["10001", "20001", "20002"], items.Select(item => item.GetProperty("unit").GetString()),
            StringComparer.Ordinal);
        Assert.Equal(16, items.Sum(item => item.GetProperty("value").ValueKind == JsonValueKind.Null
            ? 0
            : item.GetProperty("value").GetDouble()), 1e-9);
    }

    [Theory]
    [InlineData("FIBER")]
    [InlineData("CLINICS")]
    public async Task Each_unit_of_such_a_map_stands_against_its_targets_as_its_own_figure_does(string indicator)
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);
        var query = $"indicator={indicator}&period=2025-06&boundaries=2025-07-01&weight=area";

        var list = await app.GetAsync($"/v1/rollups?{query}");

        var known = 0;
        foreach (var item in list.GetProperty("items").EnumerateArray())
        {
            var one = await app.GetAsync($"/v1/units/{item.GetProperty("unit").GetString()}/rollup?{query}");
            Assert.Equal(Standings(one), Standings(item));
            known += Standings(item).Count(standing => standing.Status is not "noData");
        }

        // 74 of 100 where 80 are wanted, and 10 of 100.
        Assert.Equal(indicator is "FIBER" ? 2 : 0, known);

        static (string? Id, string? Status)[] Standings(JsonElement figure) =>
        [
            .. figure.GetProperty("targets").EnumerateArray()
                .Select(one => (one.GetProperty("id").GetString(), one.GetProperty("status").GetString())),
        ];
    }

    [Fact]
    public async Task A_series_runs_over_the_change_on_one_set_of_boundaries()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);

        var series = await app.GetAsync("/v1/units/20001/series?indicator=CLINICS&boundaries=2025-07-01");

        var items = series.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["2025-06", "2025-07"], items.Select(item => item.GetProperty("period").GetString()),
            StringComparer.Ordinal);
        Assert.Equal(8.5, items[0].GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(13, items[1].GetProperty("value").GetDouble());
        Assert.Equal("whole", items[1].GetProperty("rebasing").GetProperty("method").GetString());
    }

    [Fact]
    public async Task What_a_unit_came_from_and_became_is_listed_with_its_shares()
    {
        await using var app = await StartAsync();

        var became = await app.GetAsync("/v1/units/10002/successions?date=2025-06-30");
        var from = await app.GetAsync("/v1/units/20001/successions?date=2025-07-01");

        Assert.Equal(
            ["20001 0.25 False", "20002 0.75 False"],
            became.GetProperty("items").EnumerateArray().Select(Describe), StringComparer.Ordinal);
        Assert.Equal(
            ["10001 1 True", "10002 0.25 True"], from.GetProperty("items").EnumerateArray().Select(Describe),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/v1/units/10002/rollup?indicator=FIBER&period=2025-06&boundaries=2025-07-01", 404, "not_found")]
    [InlineData("/v1/units/20001/rollup?indicator=FIBER&boundaries=2025", 400, "invalid_parameter")]
    [InlineData("/v1/units/20001/rollup?indicator=FIBER&weight=area", 400, "invalid_parameter")]
    [InlineData("/v1/rollups?indicator=FIBER&boundaries=2025-07-01&weight=gold", 400, "invalid_parameter")]
    [InlineData("/v1/units/10002/series?indicator=FIBER&boundaries=2025-07-01", 404, "not_found")]
    public async Task Boundaries_that_cannot_be_are_refused(string path, int status, string code)
    {
        await using var app = await StartAsync();

        Assert.Equal(code, (await app.GetProblemAsync(path, status)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_merger_made_by_the_api_is_followed_by_figures_units_and_their_history()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Csv);

        var report = await app.ChangeAsync("""
            {"kind":"boundaries","by":"Lan","reason":"Nghị quyết 1","payload":{"date":"2026-01-01","operations":[
              {"op":"merge","from":["20001","20002"],"into":[{"code":"30001","nameVi":"Xã Mới"}]}]}}
            """);

        Assert.Equal("30001", report.GetProperty("unitsBegun")[0].GetProperty("code").GetString());
        Assert.Equal(2, report.GetProperty("unitsEnded").GetArrayLength());
        var unit = await app.GetAsync("/v1/units/30001?date=2026-01-01");
        Assert.Equal("Xã Mới", unit.GetProperty("nameVi").GetString());
        var figure = await app.GetAsync(
            "/v1/units/30001/rollup?indicator=CLINICS&period=2025-06&boundaries=2026-01-01");
        Assert.Equal(16, figure.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(0, figure.GetProperty("rebasing").GetProperty("dividedSources").GetInt32()); // Both parts are in.
        await app.ReportAsync("unit,indicator,period,value\n30001,CLINICS,2026-02,20\n");
        await app.ChangeAsync("""{"by":"Lan","reason":"sai"}""", "/v1/city/changes/1/undo");
        await app.GetProblemAsync("/v1/units/30001", 404);
    }

    private static string Describe(JsonElement item) => FormattableString.Invariant(
        $"{item.GetProperty("unit")} {item.GetProperty("share")} {item.GetProperty("isPredecessor").GetBoolean()}");

    private static async Task<string?> StatusAsync(TwinApp app, string query) =>
        (await app.GetAsync($"/v1/units/10001/scorecard?{query}")).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("target").GetProperty("id").ValueEquals("T-1"))
            .GetProperty("status").GetString();

    private static Task<TwinApp> StartAsync()
    {
        var reform = TestCity.LastDayOfThreeTiers.AddDays(1);
        Succession Row(string from, string into, double share) => new(
            reform, TestCity.Code(from), TestCity.Code(into), share.Equals(1), share, "official");
        CityDefinition city = TestCity.Create();
        return TwinApp.StartAsync(city: city with
        {
            Successions =
            [
                Row("10001", "20001", 1), Row("10002", "20001", 0.25), Row("10002", "20002", 0.75),
                Row("10003", "20002", 1), Row("10004", "10001", 1), Row("10005", "20002", 1), Row("10006", "20002", 1),
            ],
        });
    }
}
