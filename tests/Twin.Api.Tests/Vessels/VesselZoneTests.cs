using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

/// <summary>Boats in the sea of stripes: one of 18 m fishes on the coast, one offshore, one lies in port.</summary>
public sealed class VesselZoneTests
{
    private static readonly GeoPosition Coast = new(106.5, 20);
    private static readonly GeoPosition Offshore = new(109.5, 20);

    [Fact]
    public async Task A_boat_shows_its_zone_how_long_it_has_been_there_and_that_it_may_not_be()
    {
        await using var app = await StartAsync();

        var boat = await app.GetAsync("/v1/vessels/HP-0");

        var zone = boat.GetProperty("zone");
        Assert.Equal("VB coastal", $"{zone.GetProperty("id").GetString()} {zone.GetProperty("kind").GetString()}");
        Assert.Equal(240, zone.GetProperty("dwellMinutes").GetDouble());
        var violation = Assert.Single(boat.GetProperty("violations").EnumerateArray());
        Assert.Equal("coastal", violation.GetProperty("kind").GetString());
        Assert.Equal("decree", violation.GetProperty("source").GetString());
        Assert.Empty((await app.GetAsync("/v1/vessels/HP-1")).GetProperty("violations").EnumerateArray());
    }

    [Theory]
    [InlineData("zone=coastal", "HP-0")]
    [InlineData("zone=offshore,port", "HP-1 HP-2")]
    [InlineData("violates=true", "HP-0")]
    [InlineData("violates=false", "HP-1 HP-2 HP-3")]
    public async Task Boats_are_found_by_zone_and_by_violation(string filter, string ids)
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync("/v1/vessels?" + filter);

        Assert.Equal(ids, string.Join(
            ' ', list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task Boats_are_counted_by_zone_and_gear_now_and_as_of_an_instant()
    {
        await using var app = await StartAsync();
        var then = Text(app.Clock.GetUtcNow());
        var before = Groups(await app.GetAsync("/v1/vessels/summary?unit=31&by=zone,gear"));
        for (var i = 0; i < 2; i++)
        {
            app.Clock.Advance(TimeSpan.FromHours(12));
            await ReportAsync(app, ("HP-2", Offshore));
        }

        Assert.Equal(
            "null null 1, port trap 1, coastal gillnet 1, offshore gillnet 1", before);
        Assert.Equal(
            "null null 1, coastal gillnet 1, offshore gillnet 1, offshore trap 1",
            Groups(await app.GetAsync("/v1/vessels/summary?unit=31&by=zone,gear")));
        Assert.Equal(before, Groups(await app.GetAsync($"/v1/vessels/summary?unit=31&by=zone,gear&asOf={then}")));
    }

    [Fact]
    public async Task A_position_on_land_is_kept_apart_with_its_reason()
    {
        await using var app = await StartAsync();

        var answer = await ReportAsync(app, ("HP-3", Coast with { LongitudeDegrees = 105.5 }));

        Assert.Equal(0, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(1, answer.GetProperty("keptApart").GetProperty("onLand").GetInt32());
        Assert.Equal(
            "neverHeard", (await app.GetAsync("/v1/vessels/HP-3")).GetProperty("contact").GetString());
    }

    [Theory]
    [InlineData("zone=lake")]
    [InlineData("violates=perhaps")]
    public async Task What_cannot_be_asked_is_a_problem(string query)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync("/v1/vessels?" + query, 400);

        Assert.Equal("invalid_parameter", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Boats_are_counted_by_whether_they_may_be_where_they_are()
    {
        await using var app = await StartAsync();

        var summary = await app.GetAsync("/v1/vessels/summary?unit=31&by=violates");

        Assert.Equal("false 3, true 1", string.Join(
            ", ",
            summary.GetProperty("groups").EnumerateArray().Select(group =>
                $"{group.GetProperty("violates").GetRawText()} {group.GetProperty("vessels").GetRawText()}")));
    }

    [Fact]
    public async Task Zones_and_ports_are_given_as_features_with_whether_they_hold_on_the_day()
    {
        await using var app = await StartAsync();

        var zones = (await app.GetAsync("/v1/fishing-zones")).GetProperty("features").EnumerateArray().ToArray();
        var spring = await app.GetAsync("/v1/fishing-zones?date=2026-05-01");

        Assert.Equal(
            ["VB coastal", "VB-22 coastal", "VL inshore", "VK offshore", "NN foreign", "CAM closed", "CAT-BA port"],
            zones.Select(zone => $"{Property(zone, "code")} {Property(zone, "kind")}"),
            StringComparer.Ordinal);
        Assert.Equal("04-01 06-30 False", string.Join(
            ' ', Property(zones[5], "seasonFrom"), Property(zones[5], "seasonTo"), Property(zones[5], "isInForce")));
        Assert.Equal(
            "True", Property(spring.GetProperty("features")[5], "isInForce").ToString(), StringComparer.Ordinal);
        var circle = zones[6].GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().Select(corner =>
            new GeoPosition(corner[0].GetDouble(), corner[1].GetDouble()));
        Assert.All(circle, corner => Assert.InRange(GreatCircle.DistanceMeters(corner, InPort), 2_990, 3_010));
        await app.GetProblemAsync("/v1/fishing-zones?kind=port", 400);

        static JsonElement Property(JsonElement zone, string name) => zone.GetProperty("properties").GetProperty(name);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync(services: services => services.AddSingleton(ZoneCity.Rules));
        await app.Service<IGrainFactory>().RegisterAsync(
        [
            Boat("HP-0") with { Gear = "gillnet" },
            Boat("HP-1") with { Gear = "gillnet" },
            Boat("HP-2", home: "20001") with { Gear = "trap" },
            Boat("HP-3", home: "20002"),
        ]);
        for (var i = 0; i < 3; i++)
        {
            await ReportAsync(app, ("HP-0", Coast), ("HP-1", Offshore), ("HP-2", InPort));
            app.Clock.Advance(TimeSpan.FromHours(i < 2 ? 2 : 0));
        }

        return app;
    }

    private static string Groups(JsonElement summary) => string.Join(
        ", ",
        summary.GetProperty("groups").EnumerateArray().Select(group =>
            $"{Word(group, "zone")} {Word(group, "gear")} {group.GetProperty("vessels").GetRawText()}"));

    private static string Word(JsonElement group, string name) =>
        group.TryGetProperty(name, out var word) ? word.GetString() ?? "null" : "null";

    private static string Text(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task<JsonElement> ReportAsync(TwinApp app, params (string Id, GeoPosition At)[] reports)
    {
        var rows = reports.Select(report => JsonSerializer.Serialize(new
        {
            vessel = report.Id,
            time = Text(app.Clock.GetUtcNow()),
            longitude = report.At.LongitudeDegrees,
            latitude = report.At.LatitudeDegrees,
        }));
        using var content = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return answer.RootElement.Clone();
    }
}
