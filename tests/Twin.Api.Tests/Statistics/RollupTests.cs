using System.Globalization;
using System.Text.Json;
using Twin.Api.Tests.Features;

namespace Twin.Api.Tests.Statistics;

public sealed class RollupTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    [Fact]
    public async Task A_figure_comes_with_all_that_makes_it_checkable()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(
            "unit,indicator,period,value,denominator,status,resultTime\n"
            + "10001,FIBER,2024-06,60,100,A,2024-07-02T00:00:00Z\n10004,FIBER,2024-06,20,100,X,2024-07-03T00:00:00Z\n");

        var figure = await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        Assert.Equal("31", Text(figure, "unit"));
        Assert.Equal("FIBER", Text(figure, "indicator"));
        Assert.Equal("2024-06", Text(figure, "period"));
        Assert.Equal(40, figure.GetProperty("value").GetDouble());
        Assert.Equal(80, figure.GetProperty("numerator").GetDouble());
        Assert.Equal(200, figure.GetProperty("denominator").GetDouble());
        var coverage = figure.GetProperty("coverage");
        Assert.Equal(6, coverage.GetProperty("expected").GetInt32());
        Assert.Equal(2, coverage.GetProperty("reported").GetInt32());
        Assert.Equal(2 / 6d, coverage.GetProperty("share").GetDouble());
        Assert.True(figure.GetProperty("demo").GetBoolean());
        Assert.Equal(1, figure.GetProperty("demoReported").GetInt32());
        Assert.Equal("2024-07-02T00:00:00.000Z", Text(figure, "oldestResultTime"));
        var age = app.Clock.GetUtcNow() - new DateTimeOffset(2024, 7, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((long)age.TotalSeconds, figure.GetProperty("ageSeconds").GetInt64());
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("asOf").ValueKind);
    }

    [Fact]
    public async Task A_figure_comes_with_its_targets_and_their_arithmetic()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100\n");

        var figure = await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var targets = figure.GetProperty("targets").EnumerateArray().ToDictionary(
            target => Text(target, "id")!, StringComparer.Ordinal);
        Assert.Equal(2, targets.Count);
        Assert.Equal("met", Text(targets["T-2"], "status"));
        Assert.Equal("above", Text(targets["T-2"], "comparator"));
        Assert.Equal(-20, targets["T-1"].GetProperty("gap").GetDouble());
        Assert.NotEqual(0, Text(targets["T-1"], "reasonVi")!.Length);
    }

    [Fact]
    public async Task A_figure_without_data_is_null_and_not_zero()
    {
        await using var app = await TwinApp.StartAsync();

        var figure = await app.GetAsync("/v1/units/301/rollup?indicator=FIBER&period=2024-06");

        Assert.Equal(JsonValueKind.Null, figure.GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("ageSeconds").ValueKind);
        Assert.Equal(3, figure.GetProperty("coverage").GetProperty("expected").GetInt32());
        Assert.False(figure.GetProperty("demo").GetBoolean());
    }

    [Fact]
    public async Task Without_a_period_the_latest_with_data_is_meant()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(Header + "10001,FIBER,2024-05,1,100\n10001,FIBER,2024-06,2,100\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var with = await app.GetAsync("/v1/units/31/rollup?indicator=FIBER");
        var without = await app.GetAsync("/v1/units/31/rollup?indicator=CLINICS");

        Assert.Equal("2024-06", Text(with, "period"));
        Assert.Equal("2026-11", Text(without, "period"));
    }

    [Fact]
    public async Task A_figure_and_its_targets_can_be_had_as_they_were_known()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-05,70,100\n10001,FIBER,2024-06,60,100\n");
        var before = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        app.Clock.Advance(TimeSpan.FromHours(1));
        var receipt = await app.ReportAsync(Header + "10001,FIBER,2024-06,90,100\n");
        var now = await app.GetFigureAsync("10001", "FIBER", "2024-06", receipt);

        var then = await app.GetAsync(
            $"/v1/units/10001/rollup?indicator=FIBER&period=2024-06&asOf={before}");
        var earlier = await app.GetAsync(
            "/v1/units/10001/rollup?indicator=FIBER&period=2024-06&asOf=2025-01-01T00:00:00Z");

        Assert.Equal(90, now.GetProperty("value").GetDouble());
        Assert.Equal("met", Text(now.GetProperty("targets")[0], "status"));
        Assert.Equal(60, then.GetProperty("value").GetDouble());
        Assert.Equal(-20, then.GetProperty("targets")[0].GetProperty("gap").GetDouble());
        Assert.Equal("offTrack", Text(then.GetProperty("targets")[0], "status"));
        Assert.Equal(JsonValueKind.Null, earlier.GetProperty("value").ValueKind);
        Assert.Equal("noData", Text(earlier.GetProperty("targets")[0], "status"));
    }

    [Fact]
    public async Task What_was_known_then_is_explained_as_what_is_known_now()
    {
        await using var app = await TwinApp.StartAsync();
        var rows = Enumerable.Range(1, 6).Select(month =>
            string.Create(CultureInfo.InvariantCulture, $"10001,FIBER,2025-{month:00},90,100\n"));
        await app.ReportAsync(
            Header + "10001,FIBER,2024-01,10,100\n10001,FIBER,2024-12,85,100\n" + string.Concat(rows));
        var instant = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        app.Clock.Advance(TimeSpan.FromHours(1));

        var now = await app.GetAsync("/v1/units/10001/rollup?indicator=FIBER&period=2025-06");
        var then = await app.GetAsync($"/v1/units/10001/rollup?indicator=FIBER&period=2025-06&asOf={instant}");

        // The target was met by its due date, in 2024-12, long before the figures that the trend needs.
        Assert.Equal(
            "90% in 2025-06 against ≥ 80%: met.", Text(now.GetProperty("targets")[0], "reasonEn"));
        Assert.Equal(
            now.GetProperty("targets").GetRawText(), then.GetProperty("targets").GetRawText());
    }

    [Theory]
    [InlineData("/v1/units/99999/rollup?indicator=FIBER", "no unit '99999'")]
    [InlineData("/v1/units/301/rollup?indicator=FIBER&period=2025-07", "does not stand on 2025-07-31")]
    [InlineData("/v1/units/301/scorecard?period=2025-07", "does not stand on 2025-07-31")]
    [InlineData("/v1/rollups?indicator=FIBER&unit=301&period=2025-07", "does not stand on 2025-07-31")]
    public async Task A_unit_that_is_not_there_then_has_no_figure(string path, string detail)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync(path, 404);

        Assert.Contains(detail, Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_that_never_comes_is_waited_for_and_then_unavailable()
    {
        await using var app = await TwinApp.StartAsync();

        var waiting = app.Client.GetAsync("/v1/units/31/rollup?indicator=FIBER&period=2024-06&minSequence=7");
        while (!waiting.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        using var response = await waiting;
        var problem = await TwinApp.ReadProblemAsync(response, 503);
        Assert.Contains("7", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_a_level_come_at_once_with_short_targets()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100\n10004,FIBER,2024-06,90,100\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var communes = await app.GetAsync("/v1/rollups?indicator=FIBER&period=2024-06");
        var below = await app.GetAsync("/v1/rollups?indicator=FIBER&period=2024-06&unit=302");
        var districts = await app.GetAsync("/v1/rollups?indicator=FIBER&level=district");
        var page = await app.GetAsync("/v1/rollups?indicator=FIBER&period=2024-06&limit=4");
        var rest = await app.GetAsync(UnitTests.Link(page, "next")!);

        Assert.Equal(["10001", "10002", "10003", "10004", "10005", "10006"], Units(communes));
        Assert.Equal(["10004", "10005", "10006"], Units(below));
        Assert.Equal(["301", "302"], Units(districts));
        Assert.Equal(90, below.GetProperty("items")[0].GetProperty("value").GetDouble());
        Assert.Equal("met", Text(below.GetProperty("items")[0].GetProperty("targets")[0], "status"));
        Assert.False(below.GetProperty("items")[0].GetProperty("targets")[0].TryGetProperty("reasonEn", out _));
        Assert.Equal((6, 4), (page.GetProperty("numberMatched").GetInt32(), Units(page).Count));
        Assert.Equal(["10005", "10006"], Units(rest));
        Assert.Null(UnitTests.Link(rest, "next"));
    }

    [Fact]
    public async Task A_series_is_oldest_first_and_its_pages_hold_when_an_older_period_comes_in()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(
            Header + "10001,FIBER,2024-04,1,100\n10001,FIBER,2024-06,3,100\n10001,FIBER,2024-05,2,100\n");

        var first = await app.GetAsync("/v1/units/10001/series?indicator=FIBER&limit=2");
        await app.ReportAsync(Header + "10001,FIBER,2024-01,0,100\n");
        var second = await app.GetAsync(UnitTests.Link(first, "next")!);
        var part = await app.GetAsync("/v1/units/10001/series?indicator=FIBER&from=2024-05&to=2024-05");

        Assert.Equal(["2024-04", "2024-05"], Periods(first));
        Assert.Equal(["2024-06"], Periods(second));
        Assert.Null(UnitTests.Link(second, "next"));
        Assert.Equal(["2024-05"], Periods(part));
    }

    [Fact]
    public async Task The_scorecard_holds_every_target_that_binds_the_unit_against_its_figure()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(Header + "10001,FIBER,2024-06,90,100\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var city = await app.GetAsync("/v1/units/31/scorecard?period=2024-06");
        var district = await app.GetAsync("/v1/units/301/scorecard?period=2024-06");
        var commune = await app.GetAsync("/v1/units/10001/scorecard?period=2024-06");

        Assert.Equal(3, city.GetProperty("numberMatched").GetInt32());
        Assert.Equal(2, district.GetProperty("numberMatched").GetInt32());
        var only = Assert.Single(commune.GetProperty("items").EnumerateArray());
        Assert.Equal("T-1", Text(only.GetProperty("target"), "id"));
        Assert.Equal("met", Text(only, "status"));
        Assert.Equal(90, only.GetProperty("figure").GetProperty("value").GetDouble());
        Assert.Equal("2024-06", Text(only.GetProperty("baseline"), "period"));
        var files = city.GetProperty("items").EnumerateArray().Single(
            item => item.GetProperty("indicator").ValueEquals("FILES"));
        Assert.Equal("noData", Text(files, "status"));
        Assert.Equal(JsonValueKind.Null, files.GetProperty("figure").ValueKind);
    }

    private static List<string> Units(JsonElement list) => Texts(list, "unit");

    private static List<string> Periods(JsonElement list) => Texts(list, "period");

    private static List<string> Texts(JsonElement list, string name) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => Text(item, name)!)];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
