using System.Text;
using System.Text.Json;

namespace Twin.Api.Tests.Cascades;

/// <summary>A target is given to units: looked at, given, seen on their scorecards, taken back.</summary>
public sealed class CascadeTests
{
    // 100 households each; the city stands at 50 %.
    private const string Reports = "unit,indicator,period,value,denominator\n"
        + "10001,FIBER,2024-06,90,100\n10002,FIBER,2024-06,60,100\n10003,FIBER,2024-06,30,100\n"
        + "10004,FIBER,2024-06,40,100\n10005,FIBER,2024-06,40,100\n10006,FIBER,2024-06,40,100\n";

    [Fact]
    public async Task A_dry_run_shows_the_shares_and_changes_nothing()
    {
        await using var app = await StartAsync();

        var answer = await PostAsync(app, "T-1", """{"method":"equalEffort","level":"commune"}""");

        Assert.False(answer.GetProperty("applied").GetBoolean());
        Assert.Equal("2024-12-31", answer.GetProperty("date").GetString());
        var nodes = answer.GetProperty("nodes").EnumerateArray().ToArray();
        // 80 % for the city: 30 more for each district, from 60 and 40.
        Assert.Equal(("31", 80, 0), Node(nodes[0]));
        Assert.Equal([90, 70], Values(nodes[0]));
        // 90 % for the first district, from 90, 60 and 30: 100 is the most, and the others need 40 more each.
        Assert.Equal(("301", 90, 0), Node(nodes[1]));
        Assert.Equal([100, 100, 70], Values(nodes[1]));
        Assert.Equal([70, 70, 70], Values(nodes[2]));
        var shares = await app.GetAsync("/v1/targets/T-1/cascade");
        Assert.Equal(0, shares.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task A_month_that_few_have_reported_of_is_not_what_shares_are_made_from()
    {
        await using var app = await StartAsync();
        var receipt = await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-07,91,100\n");
        await app.GetFigureAsync("31", "FIBER", "2024-07", receipt);

        var answer = await PostAsync(app, "T-1", """{"method":"equalEffort","level":"commune"}""");

        Assert.Equal("2024-06", answer.GetProperty("period").GetString());
        Assert.Equal(("31", 80, 0), Node(answer.GetProperty("nodes")[0]));
    }

    [Fact]
    public async Task Shares_that_are_given_stand_on_the_scorecards_with_their_origin_until_they_are_taken_back()
    {
        await using var app = await StartAsync();
        var rows = await RowsAsync();

        var given = await PostAsync(
            app, "T-1", """{"method":"equal","level":"commune","by":"Lan","reason":"12/QD","dryRun":false}""");

        Assert.True(given.GetProperty("applied").GetBoolean());
        Assert.Equal(1, given.GetProperty("revision").GetInt64());
        var row = (await app.GetAsync("/v1/units/10003/scorecard?period=2024-06")).GetProperty("items")[0];
        Assert.Equal("T-1.10003", row.GetProperty("target").GetProperty("id").GetString());
        Assert.Equal("T-1", row.GetProperty("target").GetProperty("originId").GetString());
        Assert.Equal(-50, row.GetProperty("gap").GetDouble());
        Assert.Equal(8, (await app.GetAsync("/v1/targets/T-1/cascade")).GetProperty("numberMatched").GetInt32());
        Assert.Equal(rows, await RowsAsync()); // The plan itself has become no longer.

        using var withdrawn = await app.Client.DeleteAsync("/v1/targets/T-1/cascade?by=Lan&reason=none");
        Assert.True(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync());
        var after = (await app.GetAsync("/v1/units/10003/scorecard?period=2024-06")).GetProperty("items")[0];
        Assert.Equal("T-1", after.GetProperty("target").GetProperty("id").GetString());
        using var again = await app.Client.DeleteAsync("/v1/targets/T-1/cascade?by=Lan&reason=none");
        Assert.Equal(422, (int)again.StatusCode);

        async Task<int> RowsAsync() => (await app.GetAsync("/v1/plans")).GetProperty("items").EnumerateArray()
            .Sum(plan => plan.GetProperty("targetCount").GetInt32());
    }

    [Fact]
    public async Task What_falls_short_is_shown_and_not_given()
    {
        await using var app = await StartAsync();
        const string Values = """ "method":"byHand","level":"district","values":{"301":50,"302":50} """;

        var shown = await PostAsync(app, "T-1", $$"""{{{Values}}}""");
        using var refused = await SendAsync(
            app, "T-1", $$"""{{{Values}}, "by":"Lan","reason":"12/QD","dryRun":false}""");

        Assert.True(shown.GetProperty("nodes")[0].GetProperty("fallsShort").GetBoolean());
        Assert.Equal(-30, shown.GetProperty("nodes")[0].GetProperty("difference").GetDouble());
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("cascade_falls_short", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T-9", "{}", 404)]
    [InlineData("T-1", "{\"method\":\"weighted\"}", 400)] // By what?
    [InlineData("T-1", "{\"method\":\"weighted\",\"weight\":\"luck\"}", 400)]
    [InlineData("T-1", "{\"method\":\"weighted\",\"weight\":\"population\"}", 422)] // Nobody was counted.
    [InlineData("T-1", "{\"level\":\"neighbourhood\"}", 400)]
    [InlineData("T-1", "{\"values\":{\"20001\":50}}", 400)] // Stands only since July 2025.
    [InlineData("T-1", "{\"method\":\"byHand\",\"values\":{\"301\":101}}", 422)]
    [InlineData("T-1", "{\"period\":\"soon\"}", 400)]
    [InlineData("T-1", "{\"period\":\"2023-01\"}", 422)] // No denominators.
    [InlineData("T-1", "{\"dryRun\":false}", 400)] // Who?
    [InlineData("T-1", "{\"metod\":\"equal\"}", 400)]
    [InlineData("T-1", "[", 400)]
    public async Task What_cannot_be_divided_is_refused(string id, string body, int status)
    {
        await using var app = await StartAsync();

        using var response = await SendAsync(app, id, body);

        Assert.True(status == (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_share_is_not_divided_again()
    {
        await using var app = await StartAsync();
        await PostAsync(app, "T-1", """{"by":"Lan","reason":"12/QD","dryRun":false}""");

        using var response = await SendAsync(app, "T-1.301", "{}");

        Assert.Equal(422, (int)response.StatusCode);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(Reports);
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);
        return app;
    }

    private static async Task<HttpResponseMessage> SendAsync(TwinApp app, string id, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await app.Client.PostAsync($"/v1/targets/{id}/cascade", content);
    }

    private static async Task<JsonElement> PostAsync(TwinApp app, string id, string body)
    {
        using var response = await SendAsync(app, id, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    private static (string? Upper, double Goal, double Difference) Node(JsonElement node) => (
        node.GetProperty("upper").GetString(),
        node.GetProperty("goal").GetDouble(),
        node.GetProperty("difference").GetDouble());

    private static IEnumerable<double> Values(JsonElement node) =>
        node.GetProperty("shares").EnumerateArray().Select(share => share.GetProperty("value").GetDouble());
}
