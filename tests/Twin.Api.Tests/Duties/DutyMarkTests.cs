using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Duties;

public sealed class DutyMarkTests
{
    private const string Report = "/v1/duties/P-2024.commune.monthly~10001~2024-06";
    private static readonly DateTimeOffset Now = new(2024, 7, 20, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_waived_report_is_in_no_count_until_it_is_asked_for_again()
    {
        await using var app = await TwinApp.StartAsync(city: TestCity.WithDuties(), now: Now);

        var waived = await MarkAsync(app, """{"kind":"waived","by":"Lan","reason":"Bão"}""");
        Assert.Equal("waived", waived.GetProperty("state").GetString());
        var mark = waived.GetProperty("marks")[0];
        Assert.Equal(("Lan", "Bão"), (mark.GetProperty("by").GetString(), mark.GetProperty("reason").GetString()));
        var figure = await app.GetAsync("/v1/units/10001/rollup?indicator=REPORTS-ON-TIME&period=2024-06");
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("value").ValueKind);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await MarkAsync(app, """{"kind":"reinstated","by":"Minh","reason":"Nhầm"}""");
        Assert.Equal("missing", again.GetProperty("state").GetString());
        figure = await app.GetAsync("/v1/units/10001/rollup?indicator=REPORTS-ON-TIME&period=2024-06");
        Assert.Equal(0, figure.GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("""{"kind":"received","by":"Lan","reason":"Giấy"}""", 409)]
    [InlineData("""{"kind":"returned","by":"Lan","reason":"Sai"}""", 409)]
    [InlineData("""{"kind":"reinstated","by":"Lan","reason":"Nhầm"}""", 409)]
    [InlineData("""{"kind":"waived","by":"Lan"}""", 400)]
    [InlineData("""{"kind":"waived","reason":"Bão"}""", 400)]
    [InlineData("""{"by":"Lan","reason":"Bão"}""", 400)]
    [InlineData("""{"kind":"lost","by":"Lan","reason":"Bão"}""", 400)]
    public async Task What_cannot_be_decided_is_refused(string body, int status)
    {
        await using var app = await TwinApp.StartAsync(city: TestCity.WithDuties(), now: Now);

        using var answer = await app.PostJsonAsync($"{Report}/marks", body);

        await TwinApp.ReadProblemAsync(answer, status);
    }

    private static async Task<JsonElement> MarkAsync(TwinApp app, string body)
    {
        using var answer = await app.PostJsonAsync($"{Report}/marks", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }
}
