using System.Text.Json;
using Twin.Api.Tests.Features;

namespace Twin.Api.Tests.Observations;

public sealed class HistoryTests
{
    private const string Header = "unit,indicator,period,value,denominator,resultTime,source\n";

    [Fact]
    public async Task Every_version_is_there_and_one_of_them_stands()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100,2024-07-05T00:00:00Z,sheet\n");
        await app.ReportAsync(Header + "10001,FIBER,2024-06,61,100,2024-07-06T00:00:00Z,sheet\n");
        await app.ReportAsync(Header + "10001,FIBER,2024-06,50,100,2024-07-01T00:00:00Z,late\n");

        var history = await app.GetAsync("/v1/observations?unit=10001");

        Assert.Equal(3, history.GetProperty("numberMatched").GetInt32());
        Assert.Equal(["60 false", "61 true", "50 false"], Versions(history));
        var last = history.GetProperty("items")[2];
        Assert.Equal("late", last.GetProperty("source").GetString());
        Assert.Equal("A", last.GetProperty("status").GetString());
        Assert.Equal(3, last.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task Of_two_with_the_same_result_time_the_later_recorded_stands()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100,2024-07-05T00:00:00Z,\n");
        await app.ReportAsync(Header + "10001,FIBER,2024-06,61,100,2024-07-05T00:00:00Z,\n");

        var history = await app.GetAsync("/v1/observations?unit=10001");

        Assert.Equal(["60 false", "61 true"], Versions(history));
    }

    [Fact]
    public async Task What_was_recorded_later_is_not_known_at_an_earlier_instant()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Header + "10001,FIBER,2024-06,60,100,2024-07-05T00:00:00Z,\n");
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.ReportAsync(Header + "10001,FIBER,2024-06,61,100,2024-07-06T00:00:00Z,\n");

        var then = await app.GetAsync("/v1/observations?unit=10001&asOf=2026-11-22T12:30:00Z");

        Assert.Equal(["60 true"], Versions(then));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("&indicator=FIBER", 3)]
    [InlineData("&from=2024-05", 3)]
    [InlineData("&to=2024-05", 2)]
    [InlineData("&from=2024-05&to=2024-05", 1)]
    [InlineData("&from=2024-Q2&to=2024-Q2", 4)]
    [InlineData("&from=2025", 0)]
    [InlineData("&indicator=FIBER&from=2024-06", 1)]
    public async Task History_can_be_narrowed_down(string query, int expected)
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(
            "unit,indicator,period,value,denominator\n10001,FIBER,2024-04,1,9\n10001,FIBER,2024-05,1,9\n"
            + "10001,FIBER,2024-06,1,9\n10001,CLINICS,2024-06,1,\n10002,FIBER,2024-06,1,9\n");

        var history = await app.GetAsync($"/v1/observations?unit=10001{query}");

        Assert.Equal(expected, history.GetProperty("items").GetArrayLength());
        Assert.Equal(expected, history.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Pages_hold_while_reports_come_in()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(
            "unit,indicator,period,value,denominator\n10001,FIBER,2024-04,1,9\n10001,FIBER,2024-05,2,9\n"
            + "10001,FIBER,2024-06,3,9\n");

        var first = await app.GetAsync("/v1/observations?unit=10001&limit=2");
        await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-04,4,9\n");
        var second = await app.GetAsync(UnitTests.Link(first, "next")!);

        Assert.Equal(["1 true", "2 true"], Versions(first));
        Assert.Equal(["3 true", "4 true"], Versions(second));
        Assert.Null(UnitTests.Link(second, "next"));
    }

    [Fact]
    public async Task A_value_taken_back_is_null()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync("unit,indicator,period,value,status\n10001,CLINICS,2024-06,,M\n");

        var history = await app.GetAsync("/v1/observations?unit=10001");

        var item = Assert.Single(history.GetProperty("items").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("value").ValueKind);
        Assert.Equal("M", item.GetProperty("status").GetString());
    }

    private static List<string> Versions(JsonElement history) =>
    [
        .. history.GetProperty("items").EnumerateArray().Select(
            item => $"{item.GetProperty("value").GetRawText()} {item.GetProperty("isCurrent").GetRawText()}"),
    ];
}
