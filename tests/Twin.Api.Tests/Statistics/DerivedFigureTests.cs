using System.Globalization;
using System.Text.Json;
using Twin.Api.Tests.Live;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Api.Tests.Statistics;

/// <summary>Medians, distinct counts, growth and indexes, asked for as a planner would.</summary>
public sealed class DerivedFigureTests
{
    private const string Revenue = """
        unit,indicator,period,value,denominator
        10001,REVENUE,2024-05,100,
        10001,REVENUE,2024-06,150,
        10004,REVENUE,2024-05,900,
        10004,REVENUE,2024-06,900,
        10001,RATING,2024-06,8,10
        10001,WORST,2024-06,0.5,

        """;

    [Fact]
    public async Task Growth_is_in_figures_series_lists_ranking_matrix_and_export()
    {
        await using var app = await StartAsync();
        var sequence = (await app.ReportAsync(Revenue)).GetProperty("sequence").GetRawText();

        var city = await app.GetAsync(
            $"/v1/units/31/rollup?indicator=REVENUE-GROWTH&period=2024-06&minSequence={sequence}");
        Assert.Equal(5, Value(city), 1e-9);
        Assert.Equal(1_050, city.GetProperty("numerator").GetDouble());
        Assert.Equal(2, city.GetProperty("coverage").GetProperty("reported").GetInt32());
        var latest = await app.GetAsync("/v1/units/301/rollup?indicator=REVENUE-GROWTH");
        Assert.Equal(("2024-06", 50), (latest.GetProperty("period").GetString(), Value(latest)));
        var series = Items(await app.GetAsync("/v1/units/31/series?indicator=REVENUE-GROWTH"));
        Assert.Equal(["2024-06"], series.Select(one => one.GetProperty("period").GetString()), StringComparer.Ordinal);
        var communes = Items(await app.GetAsync("/v1/rollups?indicator=REVENUE-GROWTH&period=2024-06"));
        Assert.Equal([50, 0], communes.Where(HasValue).Select(Value));
        var ranking = Items(await app.GetAsync("/v1/ranking?indicator=REVENUE-GROWTH&period=2024-06"));
        Assert.Equal("10001", ranking[0].GetProperty("unit").GetString());
        var matrix = Items(await app.GetAsync("/v1/matrix?indicators=REVENUE-GROWTH,SUB-INDEX&period=2024-06"));
        Assert.Equal([50, 100], matrix[0].GetProperty("values").EnumerateArray().Select(one => one.GetDouble()));
        var export = await app.Client.GetStringAsync("/v1/exports/figures?unit=31&level=city&indicator=REVENUE-GROWTH");
        Assert.Contains("2024-06", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_an_input_is_told_with_what_is_worked_out_from_it()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Revenue);
        await app.GetAsync("/v1/units/31/rollup?indicator=REVENUE-GROWTH&period=2024-06");
        await using var events = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10004&kinds=rollup");

        await app.ReportAsync("unit,indicator,period,value\n10004,REVENUE,2024-06,1800\n");

        var (_, data) = await events.ReadAsync();
        var told = data.GetProperty("changes").EnumerateArray()
            .ToDictionary(one => $"{one.GetProperty("indicator")} {one.GetProperty("period")}", StringComparer.Ordinal);
        Assert.Equal(1_800, Value(told["REVENUE 2024-06"]));
        Assert.Equal(100, Value(told["REVENUE-GROWTH 2024-06"]), 1e-9);
        Assert.True(told.ContainsKey("REVENUE-GROWTH 2024-07")); // It will grow from there.
        Assert.Equal(told.Count, data.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task As_of_an_instant_growth_is_of_the_levels_known_then()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Revenue);
        var then = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ReportAsync("unit,indicator,period,value\n10001,REVENUE,2024-05,50\n");
        const string Question = "/v1/units/301/rollup?indicator=REVENUE-GROWTH&period=2024-06";

        var now = await app.GetAsync(Question);
        var past = await app.GetAsync($"{Question}&asOf={Instant(then)}");
        var before = await app.GetAsync($"{Question}&asOf={Instant(then.AddDays(-1))}");

        Assert.Equal(200, Value(now), 1e-9);
        Assert.Equal(50, Value(past), 1e-9);
        Assert.Equal(JsonValueKind.Null, before.GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task On_other_boundaries_growth_is_of_the_levels_on_those()
    {
        await using var app = await StartAsync();
        await app.ReportAsync("""
            unit,indicator,period,value
            10001,REVENUE,2025-05,100
            10002,REVENUE,2025-05,100
            10001,REVENUE,2025-06,150
            10002,REVENUE,2025-06,300

            """);

        var figure = await app.GetAsync(
            "/v1/units/20001/rollup?indicator=REVENUE-GROWTH&period=2025-06&boundaries=2025-07-01&weight=area");
        var series = Items(await app.GetAsync(
            "/v1/units/20001/series?indicator=REVENUE-GROWTH&boundaries=2025-07-01&weight=area"));

        // All of 10001 and a quarter of 10002: from 125 to 225. The mean of 50 % and 200 % has no place in it.
        Assert.Equal(80, Value(figure), 1e-9);
        Assert.Equal(1, figure.GetProperty("rebasing").GetProperty("dividedSources").GetInt32());
        Assert.Equal(80, Value(Assert.Single(series)), 1e-9);
    }

    [Fact]
    public async Task A_median_is_known_on_other_boundaries_where_no_value_has_to_be_divided()
    {
        await using var app = await StartAsync();
        await app.ReportAsync("unit,indicator,period,value\n10001,MIDDLE,2025-06,1\n10002,MIDDLE,2025-06,9\n");
        const string Question = "indicator=MIDDLE&period=2025-06&boundaries=2025-07-01&weight=area";

        var city = await app.GetAsync($"/v1/units/31/rollup?{Question}");
        var part = await app.GetAsync($"/v1/units/20001/rollup?{Question}");

        Assert.Equal(5, Value(city));
        Assert.Equal(JsonValueKind.Null, part.GetProperty("value").ValueKind);
        var rebasing = part.GetProperty("rebasing");
        Assert.Equal("order_divided", rebasing.GetProperty("reasonCode").GetString());
        Assert.Equal((1, 5), (
            rebasing.GetProperty("lower").GetDouble(), rebasing.GetProperty("upper").GetDouble()));
    }

    [Fact]
    public async Task An_index_is_explained_by_its_components_with_the_points_of_each()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Revenue);

        var why = await app.GetAsync("/v1/units/31/explanation?indicator=SUB-INDEX&period=2024-06&depth=2");

        Assert.Equal("inputs", why.GetProperty("how").GetString());
        Assert.Equal(100, Value(why.GetProperty("figure")), 1e-9);
        var parts = why.GetProperty("parts").EnumerateArray().ToArray();
        Assert.Equal([75, 25], parts.Select(part => part.GetProperty("contribution").GetDouble()));
        Assert.Equal([1, 1], parts.Select(part => part.GetProperty("score").GetDouble()));
        Assert.Equal(3, parts[0].GetProperty("component").GetProperty("weight").GetDouble());
        Assert.Equal("units", parts[0].GetProperty("how").GetString()); // The rating rolled up.
        Assert.Contains("4", why.GetProperty("formulaEn").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weakest_member_is_marked_in_its_explanation()
    {
        await using var app = await StartAsync();
        await app.ReportAsync("""
            unit,indicator,period,value,denominator,OPERATOR
            10001,FIBER,2024-06,10,100,VNPT
            10001,FIBER,2024-06,90,100,VIETTEL

            """);

        var why = await app.GetAsync("/v1/units/31/explanation?indicator=WEAKEST&period=2024-06");

        var weakest = Assert.Single(
            why.GetProperty("parts").EnumerateArray(), part => part.GetProperty("decides").GetBoolean());
        Assert.Equal("OPERATOR=VNPT", weakest.GetProperty("figure").GetProperty("breakdown").GetString());
    }

    [Fact]
    public async Task A_catalogue_is_counted_by_its_members_and_a_bare_count_is_refused()
    {
        await using var app = await StartAsync();
        var receipt = await app.ReportAsync("""
            unit,indicator,period,value,PROCEDURE
            10001,PROCEDURES,2024-06,1,P1
            10001,PROCEDURES,2024-06,1,P2
            10004,PROCEDURES,2024-06,1,P2

            """);
        var bare = await app.ReportAsync(
            "unit,indicator,period,value\n10001,PROCEDURES,2024-06,1\n10001,REVENUE-GROWTH,2024-06,1\n"
            + "10001,REVENUE,2024-06,1\n");

        var figure = await app.GetAsync(
            "/v1/units/31/rollup?indicator=PROCEDURES&period=2024-06"
            + $"&minSequence={receipt.GetProperty("sequence").GetRawText()}");

        Assert.Equal(2, Value(figure));
        Assert.Equal(
            ["missing_member", "derived_indicator"],
            bare.GetProperty("rejected").EnumerateArray().Select(one => one.GetProperty("code").GetString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_says_how_each_indicator_is_derived()
    {
        await using var app = await StartAsync();

        var growth = (await app.GetAsync("/v1/indicators/REVENUE-GROWTH")).GetProperty("derivation");
        var index = await app.GetAsync("/v1/indicators/SUB-INDEX");
        var upper = await app.GetAsync("/v1/indicators/UPPER");

        Assert.Equal("REVENUE", growth.GetProperty("of").GetString());
        Assert.Equal(1, growth.GetProperty("periodsBack").GetInt32());
        Assert.True(index.GetProperty("isDerived").GetBoolean());
        Assert.Equal("composite", index.GetProperty("aggregation").GetString());
        Assert.Equal("zero", index.GetProperty("derivation").GetProperty("missing").GetString());
        var component = index.GetProperty("derivation").GetProperty("components")[0];
        Assert.Equal("targetRatio", component.GetProperty("normalization").GetString());
        Assert.Equal(8, component.GetProperty("high").GetDouble());
        Assert.Equal(90, upper.GetProperty("percentile").GetDouble());
        Assert.Equal(JsonValueKind.Null, upper.GetProperty("derivation").ValueKind);
    }

    private static Task<TwinApp> StartAsync()
    {
        var reform = TestCity.LastDayOfThreeTiers.AddDays(1);
        Succession Step(string from, string to, double share) =>
            new(reform, TestCity.Code(from), TestCity.Code(to), share.Equals(1), share, "official");
        return TwinApp.StartAsync(city: TestCity.CreateOfAllKinds() with
        {
            Successions =
            [
                Step("10001", "20001", 1), Step("10002", "20001", 0.25), Step("10002", "20002", 0.75),
            ],
        });
    }

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static JsonElement[] Items(JsonElement list) => [.. list.GetProperty("items").EnumerateArray()];

    private static bool HasValue(JsonElement figure) => figure.GetProperty("value").ValueKind == JsonValueKind.Number;

    private static double Value(JsonElement figure) => figure.GetProperty("value").GetDouble();
}
