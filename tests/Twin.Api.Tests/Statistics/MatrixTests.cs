using System.Text.Json;

namespace Twin.Api.Tests.Statistics;

/// <summary>Many units at a glance: the matrix, the ranking and the milestones.</summary>
public sealed class MatrixTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    private const string Reports = Header
        + "10001,FIBER,2024-05,50,100\n10001,FIBER,2024-06,90,100\n10002,FIBER,2024-06,45,50\n"
        + "10003,FIBER,2024-06,10,100\n301,FILES,2024-06,40,100\n10001,CLINICS,2024-05,3,\n";

    [Fact]
    public async Task A_matrix_has_a_row_a_unit_and_a_cell_an_indicator()
    {
        await using var app = await TwinApp.StartAsync();
        await SettleAsync(app, await app.ReportAsync(Reports));

        var matrix = await app.GetAsync("/v1/matrix?unit=301&level=commune&indicators=FIBER,CLINICS&period=2024-06");

        Assert.Equal("""["FIBER","CLINICS"]""", matrix.GetProperty("indicators").GetRawText());
        Assert.Equal(("2024-06", "commune"), (Text(matrix, "period"), Text(matrix, "level")));
        Assert.Equal(3, matrix.GetProperty("numberMatched").GetInt32());
        var first = matrix.GetProperty("items")[0];
        Assert.Equal("10001", Text(first, "unit"));
        Assert.Equal("[90,3]", first.GetProperty("values").GetRawText());
        // Clinics were last reported in May: the figure stands, and says of when it is.
        Assert.Equal("""["2024-06","2024-05"]""", first.GetProperty("periods").GetRawText());
        Assert.Equal("""["met",null]""", first.GetProperty("statuses").GetRawText());
        Assert.Equal("[10,null]", first.GetProperty("gaps").GetRawText());
        Assert.Equal("""["T-1",null]""", first.GetProperty("targets").GetRawText());
        var last = matrix.GetProperty("items")[2];
        Assert.Equal("[10,null]", last.GetProperty("values").GetRawText());
        Assert.Equal("[-70,null]", last.GetProperty("gaps").GetRawText());
    }

    [Fact]
    public async Task By_default_a_matrix_is_of_the_units_below_the_root_and_of_all_indicators_with_targets()
    {
        await using var app = await TwinApp.StartAsync();
        await SettleAsync(app, await app.ReportAsync(Reports));

        var matrix = await app.GetAsync("/v1/matrix");

        Assert.Equal(("2024-06", "district"), (Text(matrix, "period"), Text(matrix, "level")));
        Assert.Equal("""["FIBER","FILES"]""", matrix.GetProperty("indicators").GetRawText());
        Assert.Equal(["301", "302"], Units(matrix), StringComparer.Ordinal);
        Assert.Equal("[58,40]", matrix.GetProperty("items")[0].GetProperty("values").GetRawText()); // 145 of 250.
        Assert.Equal("[null,null]", matrix.GetProperty("items")[1].GetProperty("values").GetRawText());
        Assert.Equal(
            """["noData","noData"]""", matrix.GetProperty("items")[1].GetProperty("statuses").GetRawText());
    }

    [Fact]
    public async Task A_matrix_is_paged_by_units()
    {
        await using var app = await TwinApp.StartAsync();
        await SettleAsync(app, await app.ReportAsync(Reports));

        var page = await app.GetAsync("/v1/matrix?level=commune&period=2024-06&limit=4");
        var next = page.GetProperty("links")[1];
        var rest = await app.GetAsync(Text(next, "href")!);

        Assert.Equal(6, page.GetProperty("numberMatched").GetInt32());
        Assert.Equal(["10001", "10002", "10003", "10004"], Units(page), StringComparer.Ordinal);
        Assert.Equal(["10005", "10006"], Units(rest), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("/v1/matrix?indicators=FIBER,NOTHING", 400, "invalid_parameter")]
    [InlineData("/v1/matrix?indicators=", 400, "invalid_parameter")]
    [InlineData("/v1/matrix?unit=99", 400, "invalid_parameter")]
    [InlineData("/v1/matrix?unit=301&period=2025-07", 404, "not_found")]
    [InlineData("/v1/matrix?units=301", 400, "unknown_parameter")]
    [InlineData("/v1/ranking", 400, "missing_parameter")]
    [InlineData("/v1/ranking?indicator=NOTHING", 400, "invalid_parameter")]
    [InlineData("/v1/ranking?indicator=FIBER&unit=301&period=2025-07", 404, "not_found")]
    [InlineData("/v1/milestones?date=June", 400, "invalid_parameter")]
    [InlineData("/v1/milestones?unit=301", 404, "not_found")] // Today is in 2026, after the district ended.
    public async Task What_cannot_be_shown_is_refused(string path, int status, string code)
    {
        await using var app = await TwinApp.StartAsync();

        Assert.Equal(code, Text(await app.GetProblemAsync(path, status), "code"));
    }

    [Fact]
    public async Task A_ranking_shows_place_ties_working_and_distance()
    {
        await using var app = await TwinApp.StartAsync();
        await SettleAsync(app, await app.ReportAsync(Reports));

        var ranking = await app.GetAsync("/v1/ranking?indicator=FIBER&period=2024-06");

        Assert.Equal(6, ranking.GetProperty("numberMatched").GetInt32());
        var items = ranking.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["10001", "10002", "10003", "10004", "10005", "10006"], Units(ranking), StringComparer.Ordinal);
        // 90 of 100 and 45 of 50 are the same.
        Assert.Equal("""{"rank":1,"of":3,"isTied":true}""", items[0].GetProperty("place").GetRawText());
        Assert.Equal("""{"rank":1,"of":3,"isTied":true}""", items[1].GetProperty("place").GetRawText());
        Assert.Equal("""{"rank":3,"of":3,"isTied":false}""", items[2].GetProperty("place").GetRawText());
        Assert.Equal(JsonValueKind.Null, items[3].GetProperty("place").ValueKind);
        Assert.Equal((45, 50), (Number(items[1], "numerator"), Number(items[1], "denominator")));
        Assert.Equal(("T-1", -70), (Text(items[2].GetProperty("target"), "id"), Number(items[2], "gap")));
    }

    [Fact]
    public async Task A_target_of_one_tier_never_uses_the_figures_of_another()
    {
        await using var app = await TwinApp.StartAsync();

        // The district's own files are 40 of 100; what its communes report is nothing of that.
        var receipt = await app.ReportAsync(Header + "301,FILES,2024-06,40,100\n302,FILES,2024-06,60,100\n");
        using var refused = await app.PostAsync(Header + "10001,FILES,2024-06,100,100\n");
        await SettleAsync(app, receipt);

        Assert.Equal(422, (int)refused.StatusCode);
        var district = await app.GetAsync("/v1/units/301/scorecard?period=2024-06");
        var city = await app.GetAsync("/v1/units/31/scorecard?period=2024-06");
        var commune = await app.GetAsync("/v1/units/10001/scorecard?period=2024-06");
        Assert.Equal(-10, Number(Item(district, "T-3"), "gap")); // 40 % of the district's own.
        Assert.Equal(0, Number(Item(city, "T-3"), "gap")); // 100 of 200: the districts together.
        Assert.Equal("met", Text(Item(city, "T-3"), "status"));
        Assert.DoesNotContain("T-3", Ids(commune), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_city_without_milestones_has_none_and_no_share()
    {
        await using var app = await TwinApp.StartAsync();

        var milestones = await app.GetAsync("/v1/milestones?unit=31");

        Assert.Equal(0, milestones.GetProperty("numberMatched").GetInt32());
        Assert.Equal(JsonValueKind.Null, milestones.GetProperty("summary").GetProperty("shareOnTime").ValueKind);
    }

    [Fact]
    public async Task Ten_months_are_reported_and_read_as_such()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(
            "Mã đơn vị;Chỉ tiêu;Kỳ;Tử số;Mẫu số\n10001;FIBER;2024-01-01/P10M;1.617;10.000\n");

        var figure = await app.GetFigureAsync("31", "FIBER", "2024-01-01/P10M", receipt);

        Assert.Equal(16.17, Number(figure, "value"), 9);
        Assert.Equal("2024-01-01/P10M", Text(figure, "period"));
        var target = Item(await app.GetAsync("/v1/units/31/scorecard"), "T-1");
        Assert.Equal("noData", Text(target, "status"));
        Assert.Equal(16.17, Number(target.GetProperty("partYear"), "value"), 9);
    }

    private static Task<JsonElement> SettleAsync(TwinApp app, JsonElement receipt) =>
        app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static double Number(JsonElement item, string name) => item.GetProperty(name).GetDouble();

    private static IEnumerable<string?> Units(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(item => Text(item, "unit"));

    private static IEnumerable<string?> Ids(JsonElement scorecard) =>
        scorecard.GetProperty("items").EnumerateArray().Select(item => Text(item.GetProperty("target"), "id"));

    private static JsonElement Item(JsonElement scorecard, string id) => scorecard.GetProperty("items")
        .EnumerateArray()
        .Single(item => string.Equals(Text(item.GetProperty("target"), "id"), id, StringComparison.Ordinal));
}
