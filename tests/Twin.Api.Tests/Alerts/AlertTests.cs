using System.Net;
using System.Text.Json;

namespace Twin.Api.Tests.Alerts;

public sealed class AlertTests
{
    [Fact]
    public async Task An_alert_goes_through_its_life_with_who_and_when()
    {
        await using var app = await AlertApp.StartAsync();
        await app.RaiseAsync("10001");
        var id = await OnlyAsync(app);

        await ActAsync(app, id, "acknowledge", """{"by":"Lan"}""");
        await ActAsync(app, id, "assign", """{"by":"Lan","assignee":"Minh"}""");
        await ActAsync(app, id, "comment", """{"by":"Minh","text":"Đang gọi nhà mạng"}""");
        var alert = await ActAsync(app, id, "resolve", """{"by":"Minh","text":"Xong"}""");

        Assert.Equal("resolved", alert.GetProperty("state").GetString());
        Assert.Equal("Minh", alert.GetProperty("assignee").GetString());
        Assert.Equal(
            ["raised", "acknowledged", "assigned", "commented", "resolved"],
            alert.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("kind").GetString()),
            StringComparer.Ordinal);
        Assert.Equal("twin", alert.GetProperty("events")[0].GetProperty("by").GetString());

        using var twice = await app.PostJsonAsync($"/v1/alerts/{id}/resolve", """{"by":"Minh"}""");
        var problem = await TwinApp.ReadProblemAsync(twice, 409);
        Assert.Equal("conflict", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("state=raised", 1)]
    [InlineData("state=resolved", 0)]
    [InlineData("severity=warning", 1)]
    [InlineData("severity=critical", 0)]
    [InlineData("kind=threshold", 1)]
    [InlineData("kind=feed", 0)]
    [InlineData("agency=A-1", 1)]
    [InlineData("agency=A-2", 0)]
    [InlineData("unit=301", 1)]
    [InlineData("unit=302", 0)]
    public async Task The_inbox_shows_what_is_asked_for(string query, int matched)
    {
        await using var app = await AlertApp.StartAsync();
        await app.RaiseAsync("10001");

        var list = await app.GetAsync($"/v1/alerts?{query}");

        Assert.Equal(matched, list.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("/v1/alerts/10001-1/assign", """{"by":"Lan"}""", 400)]
    [InlineData("/v1/alerts/10001-1/comment", """{"by":"Lan"}""", 400)]
    [InlineData("/v1/alerts/10001-1/acknowledge", """{}""", 400)]
    [InlineData("/v1/alerts/10001-1/acknowledge", """{"by":"Lan","when":"now"}""", 400)]
    [InlineData("/v1/alerts/10001-9/acknowledge", """{"by":"Lan"}""", 404)]
    [InlineData("/v1/alerts/nobody/acknowledge", """{"by":"Lan"}""", 404)]
    [InlineData("/v1/cases", """{"by":"Lan","unit":"10001"}""", 400)]
    [InlineData("/v1/cases", """{"by":"Lan","alert":"10001-9"}""", 404)]
    [InlineData("/v1/cases/10001-C9/events", """{"by":"Lan","stage":"closed"}""", 404)]
    public async Task What_cannot_be_done_is_refused(string path, string body, int status)
    {
        await using var app = await AlertApp.StartAsync();
        await app.RaiseAsync("10001");

        using var answer = await app.PostJsonAsync(path, body);

        await TwinApp.ReadProblemAsync(answer, status);
    }

    [Fact]
    public async Task A_case_is_opened_from_an_alert_and_goes_on_until_it_is_closed()
    {
        await using var app = await AlertApp.StartAsync();
        await app.RaiseAsync("10001");
        var alert = await OnlyAsync(app);

        using var created = await app.PostJsonAsync(
            "/v1/cases", $$"""{"by":"Lan","alert":"{{alert}}","assignee":"Minh","deadline":"2024-08-01"}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var opened = JsonElement.Parse(await created.Content.ReadAsStringAsync());
        var id = opened.GetProperty("id").GetString();
        Assert.Equal(alert, opened.GetProperty("alerts")[0].GetString());

        using var closed = await app.PostJsonAsync(
            $"/v1/cases/{id}/events", """{"by":"Minh","stage":"closed","text":"Đã kéo cáp"}""");
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        var one = await app.GetAsync($"/v1/cases/{id}");
        Assert.Equal("closed", one.GetProperty("stage").GetString());
        Assert.Equal("Minh", one.GetProperty("assignee").GetString());
        Assert.Equal("2024-08-01", one.GetProperty("deadline").GetString());
        Assert.Equal(2, one.GetProperty("events").GetArrayLength());
        var open = await app.GetAsync("/v1/cases?stage=open");
        Assert.Equal(0, open.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Rules_are_shown_as_they_are()
    {
        await using var app = await AlertApp.StartAsync();

        var rules = await app.GetAsync("/v1/alerts/rules");

        var fiber = rules.GetProperty("items").EnumerateArray()
            .Single(rule => rule.GetProperty("id").ValueEquals("fiber-low"));
        Assert.Equal((60, 65), (
            fiber.GetProperty("raiseAt").GetInt32(), fiber.GetProperty("clearAt").GetInt32()));
        Assert.Equal(72, fiber.GetProperty("escalateAfterHours").GetInt32());
    }

    private static async Task<string> OnlyAsync(TwinApp app)
    {
        var list = await app.GetAsync("/v1/alerts");
        return Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> ActAsync(TwinApp app, string id, string action, string body)
    {
        using var answer = await app.PostJsonAsync($"/v1/alerts/{id}/{action}", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }
}
