using System.Globalization;
using System.Text;
using System.Text.Json;
using Orleans;
using Twin.Api.Tests.Live;
using Twin.Grains.Vessels;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

public sealed class VesselCaseTests
{
    [Fact]
    public async Task An_officer_takes_the_case_of_a_lost_boat_from_the_first_call_to_its_end()
    {
        await using var app = await StartAsync();
        await FallSilentAsync(app);

        var open = await app.GetAsync("/v1/cases?vessel=574000001&kind=lost&stage=open");
        var opened = Assert.Single(open.GetProperty("items").EnumerateArray());
        Assert.Equal("HP-1", opened.GetProperty("vessel").GetString());
        Assert.Equal("twin", opened.GetProperty("events")[0].GetProperty("by").GetString());
        Assert.Equal(AtSea.LatitudeDegrees, opened.GetProperty("latitude").GetDouble());
        var id = opened.GetProperty("id").GetString();
        await ChangeAsync(app, id, """
            {"by":"An","stage":"investigating","text":"Không trả lời",
             "contact":{"channel":"radio","who":"Đài Cát Bà","isReached":false}}
            """);
        var closed = await ChangeAsync(
            app, id, """{"by":"An","stage":"closed","resolution":"deviceBroken","text":"Máy hỏng"}""");

        Assert.Equal("deviceBroken", closed.GetProperty("resolution").GetString());
        var call = closed.GetProperty("events")[1].GetProperty("contact");
        Assert.Equal("radio False", $"{call.GetProperty("channel").GetString()} {call.GetProperty("isReached")}");
        await LookAsync(app);
        Assert.Equal(1, await CountAsync(app, "/v1/cases"));
        Assert.Equal(0, await CountAsync(app, "/v1/cases?vessel=HP-0"));
        Assert.Equal(0, await CountAsync(app, "/v1/cases?kind=longLost,closedArea"));
    }

    [Fact]
    public async Task Whoever_follows_is_told_of_a_case()
    {
        await using var app = await StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, "/v1/events?unit=31&kinds=case");

        await FallSilentAsync(app);

        var (kind, data) = await events.ReadAsync();
        Assert.Equal("case", kind);
        Assert.Equal("HP-1", data.GetProperty("vessel").GetString());
    }

    [Fact]
    public async Task A_person_may_open_a_case_for_a_boat()
    {
        await using var app = await StartAsync();

        using var response = await app.PostJsonAsync(
            "/v1/cases", """{"by":"An","vessel":"574000001","title":"Chủ tàu báo mất máy"}""");

        Assert.Equal(201, (int)response.StatusCode);
        var opened = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("HP-1 10001", string.Join(
            ' ', opened.GetProperty("vessel").GetString(), opened.GetProperty("unit").GetString()));
    }

    [Theory]
    [InlineData("/v1/cases", """{"by":"An","title":"x","vessel":"nix"}""", 404)]
    [InlineData("/v1/cases", """{"by":"An","title":"x","unit":"10001","resolution":"rescued"}""", 400)]
    [InlineData("/v1/cases/10001-C1/events", """{"by":"An","stage":"acting","resolution":"rescued"}""", 409)]
    [InlineData("/v1/cases/10001-C1/events", """{"by":"An","vessel":"HP-1"}""", 400)]
    [InlineData("/v1/cases/10001-C1/events", """{"by":"An","contact":{"who":"đài"}}""", 400)]
    [InlineData("/v1/cases/10001-C1/events", """{"by":"An","contact":{"channel":"radio","isReached":true}}""", 400)]
    [InlineData("/v1/cases/10001-C1/events", """{"by":"An","contact":{"channel":"smoke","who":"đài"}}""", 400)]
    public async Task What_cannot_be_done_is_a_problem(string path, string body, int status)
    {
        await using var app = await StartAsync();
        await FallSilentAsync(app);

        using var response = await app.PostJsonAsync(path, body);

        await TwinApp.ReadProblemAsync(response, status);
    }

    [Theory]
    [InlineData("/v1/cases?vessel=nix", 404)]
    [InlineData("/v1/cases?kind=boredom", 400)]
    public async Task What_cannot_be_asked_is_a_problem(string path, int status)
    {
        await using var app = await StartAsync();

        await app.GetProblemAsync(path, status);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync();
        await app.Service<IGrainFactory>().RegisterAsync(
            [Boat("HP-0", home: "20001"), Boat("HP-1", mmsi: "574000001")]);
        return app;
    }

    // HP-1 is silent for seven hours while HP-0 goes on.
    private static async Task FallSilentAsync(TwinApp app)
    {
        await ReportAsync(app, "HP-1");
        for (var i = 0; i < 28; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            await ReportAsync(app, "HP-0");
        }

        await LookAsync(app);
    }

    private static Task LookAsync(TwinApp app) =>
        app.Service<IGrainFactory>().GetGrain<IFleetWatchGrain>(IFleetWatchGrain.Key).Look();

    private static async Task<int> CountAsync(TwinApp app, string path) =>
        (await app.GetAsync(path)).GetProperty("numberMatched").GetInt32();

    private static async Task<JsonElement> ChangeAsync(TwinApp app, string? id, string body)
    {
        using var response = await app.PostJsonAsync($"/v1/cases/{id}/events", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    private static async Task ReportAsync(TwinApp app, string id)
    {
        var row = JsonSerializer.Serialize(new
        {
            vessel = id,
            time = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            longitude = AtSea.LongitudeDegrees,
            latitude = AtSea.LatitudeDegrees,
        });
        using var content = new StringContent(row, Encoding.UTF8, "application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
    }
}
