using System.Globalization;
using System.Text;
using System.Text.Json;
using Orleans;
using Twin.Grains.Vessels;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

public sealed class VesselTests
{
    private static readonly string[] Homes = ["20001", "10001", "20002"];

    [Fact]
    public async Task Every_summary_adds_up_to_the_list()
    {
        await using var app = await StartAsync();

        foreach (var by in new[] { "", "?by=sizeClass", "?by=contact,eligibility", "?by=unit,threeNo,lostSlot" })
        {
            var summary = await app.GetAsync("/v1/vessels/summary" + by);
            Assert.Equal(12, summary.GetProperty("vessels").GetInt32());
            Assert.Equal(
                12, summary.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("vessels").GetInt32()));
        }

        var list = await app.GetAsync("/v1/vessels?limit=5");
        Assert.Equal(12, list.GetProperty("numberMatched").GetInt32());
        Assert.Equal(5, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_group_of_the_summary_is_the_list_with_the_same_filter()
    {
        await using var app = await StartAsync();
        var summary = await app.GetAsync("/v1/vessels/summary?by=sizeClass,contact,eligibility,threeNo");

        foreach (var group in summary.GetProperty("groups").EnumerateArray())
        {
            var list = await app.GetAsync(
                $"/v1/vessels?sizeClass={group.GetProperty("sizeClass").GetString()}"
                + $"&contact={group.GetProperty("contact").GetString()}"
                + $"&eligible={group.GetProperty("isEligible").GetRawText()}"
                + $"&threeNo={group.GetProperty("isThreeNo").GetRawText()}");
            Assert.Equal(group.GetProperty("vessels").GetInt32(), list.GetProperty("numberMatched").GetInt32());
        }
    }

    [Fact]
    public async Task A_city_counts_the_boats_of_its_communes()
    {
        await using var app = await StartAsync();

        var city = await app.GetAsync("/v1/vessels/summary?unit=31&by=unit");
        var commune = await app.GetAsync("/v1/vessels/summary?unit=20001");

        Assert.Equal(12, city.GetProperty("vessels").GetInt32());
        Assert.Equal(4, commune.GetProperty("vessels").GetInt32());
        Assert.Equal("10001 20001 20002", string.Join(
            ' ', city.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("unit").GetString())));
    }

    [Fact]
    public async Task Ships_of_no_unit_are_told_apart_and_counted_only_if_asked_for()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "412000001", AtSea);

        var without = await app.GetAsync("/v1/vessels/summary?by=unit");
        var with = await app.GetAsync("/v1/vessels/summary?by=unit&withoutUnit=true");
        var city = await app.GetAsync("/v1/vessels/summary?unit=31");
        await app.GetProblemAsync("/v1/vessels/summary?unit=31&withoutUnit=true", 400);

        Assert.Equal("12 1", Counts(without));
        Assert.Equal("13 1", Counts(with));
        Assert.Equal("12 0", Counts(city));
        Assert.Equal(
            1,
            with.GetProperty("groups").EnumerateArray()
                .Single(group => group.GetProperty("unit").ValueKind is JsonValueKind.Null)
                .GetProperty("vessels").GetInt32());

        static string Counts(JsonElement summary) =>
            $"{summary.GetProperty("vessels")} {summary.GetProperty("withoutUnit")}";
    }

    [Fact]
    public async Task Boats_that_fell_silent_are_lost_and_in_port_they_are_not()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "HP-0", AtSea);
        await ReportAsync(app, "HP-1", InPort);
        for (var i = 0; i < 13; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(30));
            await ReportAsync(app, "HP-11", AtSea);
        }

        var lost = await app.GetAsync("/v1/vessels?contact=lost");

        var boat = Assert.Single(lost.GetProperty("items").EnumerateArray());
        Assert.Equal("HP-0", boat.GetProperty("id").GetString());
        Assert.Equal(390, boat.GetProperty("silenceMinutes").GetDouble());
        Assert.Equal("evening", boat.GetProperty("lostSlot").GetString());
        Assert.Equal("inPort", (await app.GetAsync("/v1/vessels/HP-1")).GetProperty("contact").GetString());
        Assert.Equal("neverHeard", (await app.GetAsync("/v1/vessels/HP-2")).GetProperty("contact").GetString());
    }

    [Fact]
    public async Task A_boat_answers_to_its_MMSI_and_says_why_it_is_not_eligible()
    {
        await using var app = await StartAsync();

        var boat = await app.GetAsync("/v1/vessels/574000003");

        Assert.Equal("HP-3", boat.GetProperty("id").GetString());
        Assert.False(boat.GetProperty("isEligible").GetBoolean());
        var reason = Assert.Single(boat.GetProperty("reasons").EnumerateArray());
        Assert.Equal("licence missing law", string.Join(
            ' ', reason.EnumerateObject().Select(member => member.Value.GetString())));
    }

    [Fact]
    public async Task A_track_is_simplified_and_shows_its_gaps()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 10; i++)
        {
            await ReportAsync(app, "HP-0", AtSea with { LongitudeDegrees = 107 + (i * 0.01) });
            app.Clock.Advance(TimeSpan.FromMinutes(i == 4 ? 480 : 30));
        }

        var whole = await app.GetAsync("/v1/vessels/HP-0/track");
        var simple = await app.GetAsync("/v1/vessels/574000000/track?toleranceMeters=500");

        Assert.Equal(10, whole.GetProperty("positions").GetArrayLength());
        Assert.Equal(1, whole.GetProperty("gaps").GetArrayLength());
        Assert.Equal(10, simple.GetProperty("reported").GetInt32());
        Assert.InRange(simple.GetProperty("positions").GetArrayLength(), 3, 5);
    }

    [Theory]
    [InlineData("/v1/vessels?contact=gone", "invalid_parameter")]
    [InlineData("/v1/vessels?unit=nix", "invalid_parameter")]
    [InlineData("/v1/vessels?eligible=maybe", "invalid_parameter")]
    [InlineData("/v1/vessels/summary?by=color", "invalid_parameter")]
    [InlineData("/v1/vessels/summary?asOf=2050-01-01T00:00:00Z", "invalid_parameter")]
    [InlineData("/v1/vessels/HP-0/track?from=2026-11-22T12:00:00Z&to=2026-11-21T12:00:00Z", "invalid_parameter")]
    [InlineData("/v1/vessels/HP-0/track?toleranceMeters=-1", "invalid_parameter")]
    [InlineData("/v1/vessels/HP-0?x=1", "unknown_parameter")]
    public async Task What_cannot_be_asked_is_a_problem(string path, string code)
    {
        await using var app = await StartAsync();

        Assert.Equal(code, (await app.GetProblemAsync(path, 400)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/v1/vessels/nix")]
    [InlineData("/v1/vessels/T%C3%A0u")]
    [InlineData("/v1/vessels/nix/track")]
    public async Task A_boat_that_nobody_knows_is_not_found(string path)
    {
        await using var app = await StartAsync();

        await app.GetProblemAsync(path, 404);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync();
        await app.Service<IGrainFactory>().RegisterAsync(
        [
            .. Enumerable.Range(0, 12).Select(i => Boat(
                string.Create(CultureInfo.InvariantCulture, $"HP-{i}"),
                4 + (i * 2.5),
                Homes[i % Homes.Length],
                string.Create(CultureInfo.InvariantCulture, $"{574_000_000 + i}")) with
            {
                Licence = i % 4 == 3 ? null : Boat("X").Licence,
                Registration = i == 7 ? null : Boat("X").Registration,
                Inspection = i == 7 ? null : Boat("X").Inspection,
            }),
        ]);
        return app;
    }

    private static async Task ReportAsync(TwinApp app, string id, Model.Space.GeoPosition position)
    {
        var row = JsonSerializer.Serialize(new
        {
            vessel = id,
            time = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            longitude = position.LongitudeDegrees,
            latitude = position.LatitudeDegrees,
        });
        using var content = new StringContent(row, Encoding.UTF8, "application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
    }
}
