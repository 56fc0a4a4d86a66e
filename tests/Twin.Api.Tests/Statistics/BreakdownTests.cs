using System.Text.Json;

namespace Twin.Api.Tests.Statistics;

/// <summary>Figures by parts: reported, rolled up, listed.</summary>
public sealed class BreakdownTests
{
    private const string Header = "unit,indicator,period,value,denominator,OPERATOR\n";

    private const string Csv = "text/csv";

    public static TheoryData<string, string, string> Forms => new()
    {
        { "a column by code", Csv, "unit,indicator,period,value,operator\n10001,CLINICS,2024-06,3,VNPT\n" },
        { "a column by name", Csv, "Mã đơn vị;Chỉ tiêu;Kỳ;Giá trị;Doanh nghiệp\n10001;CLINICS;2024-06;3;vnpt\n" },
        { "one for all", Csv, "unit,indicator,period,value,breakdown\n10001,CLINICS,2024-06,3,OPERATOR=VNPT\n" },
        { "in Vietnamese", Csv, "đơn vị,chỉ tiêu,kỳ,giá trị,phân tổ\n10001,CLINICS,2024-06,3,operator=vnpt\n" },
        { "quoted", Csv, "unit,indicator,period,value,operator\n10001,CLINICS,2024-06,3,\"VNPT\"\n" },
        { "a member by code", "application/json", Row("\"OPERATOR\":\"VNPT\"") },
        { "a member for all", "application/json", Row("\"breakdown\":\"operator=VNPT\"") },
        { "an object", "application/json", Row("\"breakdown\":{\"OPERATOR\":\"VNPT\"}") },
        { "a line", "application/x-ndjson", Row("\"operator\":\"VNPT\"") },
    };

    public static TheoryData<string, string, string> Refused => new()
    {
        { "unknown dimension", "SIZE_CLASS=SMALL", "unknown_dimension" },
        { "unknown member", "OPERATOR=OTHER", "unknown_dimension_member" },
        { "one dimension twice", "OPERATOR=VNPT;OPERATOR=VIETTEL", "invalid_breakdown" },
        { "no member", "OPERATOR", "invalid_breakdown" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_part_is_reported_by_code_or_name_of_its_dimension(string name, string mediaType, string body)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(body, mediaType);

        Assert.True(receipt.GetProperty("accepted").GetInt32() == 1, $"{name}: {receipt}");
        var stored = Assert.Single(await app.ReadAllAsync());
        Assert.Equal("OPERATOR=VNPT", stored.Observation.Breakdown.ToString());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_part_that_cannot_be_is_refused_with_a_hint(string name, string breakdown, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(
            $"unit,indicator,period,value,denominator,breakdown\n10001,FIBER,2024-06,1,2,{breakdown}\n");

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var rejected = Assert.Single(answer.RootElement.GetProperty("rejected").EnumerateArray());
        Assert.Equal((name, code), (name, rejected.GetProperty("code").GetString()));
        Assert.NotEmpty(rejected.GetProperty("hint").GetString()!);
    }

    [Fact]
    public async Task Total_and_parts_of_one_figure_are_no_duplicates_and_one_part_twice_is()
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(
            Header + "10001,FIBER,2024-06,5,10,\n10001,FIBER,2024-06,1,4,VNPT\n10001,FIBER,2024-06,2,4,VIETTEL\n"
            + "10001,FIBER,2024-06,2,4,VNPT\n");

        Assert.Equal(3, receipt.GetProperty("accepted").GetInt32());
        var rejected = Assert.Single(receipt.GetProperty("rejected").EnumerateArray());
        Assert.Equal("duplicate_row", rejected.GetProperty("code").GetString());
        Assert.Contains("OPERATOR=VNPT", rejected.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_rolls_up_by_itself_and_in_total()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(
            Header + "10001,FIBER,2024-06,30,100,VNPT\n10001,FIBER,2024-06,60,100,VIETTEL\n"
            + "10004,FIBER,2024-06,10,100,VNPT\n10005,FIBER,2024-06,20,100,\n");
        var sequence = receipt.GetProperty("sequence").GetInt64();

        var total = await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);
        var part = await app.GetAsync(
            FormattableString.Invariant(
                $"/v1/units/31/rollup?indicator=FIBER&period=2024-06&breakdown=OPERATOR=VNPT&minSequence={sequence}"));
        var parts = await app.GetAsync("/v1/units/31/breakdowns?indicator=FIBER&period=2024-06");
        var series = await app.GetAsync("/v1/units/31/series?indicator=FIBER&breakdown=OPERATOR=VNPT");
        var map = await app.GetAsync("/v1/rollups?indicator=FIBER&period=2024-06&breakdown=operator=vnpt");

        Assert.Equal((120, 400, 3), Parts(total));
        Assert.Equal(JsonValueKind.Null, total.GetProperty("breakdown").ValueKind);
        Assert.Equal((40, 200, 2), Parts(part));
        Assert.Equal("OPERATOR=VNPT", part.GetProperty("breakdown").GetString());
        Assert.Empty(part.GetProperty("targets").EnumerateArray());
        Assert.Equal(
            ["OPERATOR=VIETTEL", "OPERATOR=VNPT"],
            parts.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("breakdown").GetString()),
            StringComparer.Ordinal);
        Assert.Equal((40, 200, 2), Parts(Assert.Single(series.GetProperty("items").EnumerateArray())));
        Assert.Equal(
            [30, 10],
            map.GetProperty("items").EnumerateArray().Where(
                item => item.GetProperty("value").ValueKind == JsonValueKind.Number)
                .Select(item => item.GetProperty("numerator").GetDouble()));
    }

    [Fact]
    public async Task As_of_an_instant_a_part_is_what_it_was()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-06,30,100,VNPT\n");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ReportAsync(Header + "10001,FIBER,2024-06,50,100,VNPT\n10001,FIBER,2024-06,9,10,VIETTEL\n");

        var then = await app.GetAsync(
            "/v1/units/31/rollup?indicator=FIBER&period=2024-06&breakdown=OPERATOR=VNPT&asOf=2026-11-22T12:30:00Z");
        var parts = await app.GetAsync(
            "/v1/units/31/breakdowns?indicator=FIBER&period=2024-06&asOf=2026-11-22T12:30:00Z");

        Assert.Equal((30, 100, 1), Parts(then));
        Assert.Equal(30, Assert.Single(parts.GetProperty("items").EnumerateArray()).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task History_tells_parts_apart_and_each_has_one_that_stands()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-06,30,100,VNPT\n10001,FIBER,2024-06,5,10,\n");
        await app.ReportAsync(Header + "10001,FIBER,2024-06,31,100,VNPT\n");

        var all = await app.GetAsync("/v1/observations?unit=10001");
        var part = await app.GetAsync("/v1/observations?unit=10001&breakdown=OPERATOR=VNPT");

        Assert.Equal(
            ["30 False", "5 True", "31 True"],
            all.GetProperty("items").EnumerateArray().Select(
                item => $"{item.GetProperty("value").GetRawText()} {item.GetProperty("isCurrent").GetBoolean()}"),
            StringComparer.Ordinal);
        Assert.Equal(2, part.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Dimensions_are_listed_with_their_members_and_indicators_with_their_dimensions()
    {
        await using var app = await TwinApp.StartAsync();

        var dimensions = await app.GetAsync("/v1/dimensions");
        var indicator = await app.GetAsync("/v1/indicators/CLINICS");

        var first = dimensions.GetProperty("items")[0];
        Assert.Equal(2, dimensions.GetProperty("numberMatched").GetInt32());
        Assert.Equal("OPERATOR", first.GetProperty("code").GetString());
        Assert.Equal("Viettel", first.GetProperty("members")[0].GetProperty("nameVi").GetString());
        Assert.Equal(
            ["SIZE_CLASS", "OPERATOR"],
            indicator.GetProperty("dimensions").EnumerateArray().Select(one => one.GetString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_breakdown_that_is_not_in_the_code_lists_cannot_be_asked_for()
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync(
            "/v1/units/31/rollup?indicator=FIBER&period=2024-06&breakdown=OPERATOR=OTHER", 400);

        Assert.Equal("invalid_parameter", problem.GetProperty("code").GetString());
        Assert.Contains("/v1/dimensions", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    private static string Row(string member) =>
        $$"""{"unit":"10001","indicator":"CLINICS","period":"2024-06","value":3,{{member}}}""";

    private static (double, double, int) Parts(JsonElement figure) => (
        figure.GetProperty("numerator").GetDouble(),
        figure.GetProperty("denominator").GetDouble(),
        figure.GetProperty("coverage").GetProperty("reported").GetInt32());
}
