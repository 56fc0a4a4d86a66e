using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Vessels.Retention;

namespace Twin.Api.Tests.Vessels;

public sealed class TrackTests
{
    [Fact]
    public async Task A_track_is_divided_where_the_vessel_was_silent()
    {
        await using var app = await StartAsync();

        var track = await app.GetAsync("/v1/vessels/HP-1/track");
        var finer = await app.GetAsync("/v1/vessels/HP-1/track?gapMinutes=59");

        Assert.Equal(6, track.GetProperty("positions").GetArrayLength());
        var gap = Assert.Single(track.GetProperty("gaps").EnumerateArray());
        Assert.Equal("2026-11-22T02:00:00.000Z", gap.GetProperty("from").GetString());
        Assert.Equal("2026-11-22T09:00:00.000Z", gap.GetProperty("to").GetString());
        Assert.Equal(5, finer.GetProperty("gaps").GetArrayLength());
    }

    [Fact]
    public async Task A_track_is_thinned_by_metres_and_seconds_and_keeps_the_ends_of_its_stretches()
    {
        await using var app = await StartAsync();

        var straight = await app.GetAsync("/v1/vessels/HP-1/track?toleranceMeters=50");
        var seldom = await app.GetAsync("/v1/vessels/HP-1/track?toleranceSeconds=86400");

        string[] ends = ["00:00", "02:00", "09:00", "11:00"];
        Assert.Equal(ends, Times(straight), StringComparer.Ordinal);
        Assert.Equal(ends, Times(seldom), StringComparer.Ordinal);
        Assert.Equal(6, straight.GetProperty("reported").GetInt32());
    }

    [Theory]
    [InlineData("?f=geojson", null)]
    [InlineData("", "application/geo+json")]
    public async Task A_track_as_GeoJSON_is_one_line_for_each_stretch(string query, string? accept)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/vessels/HP-1/track" + query);
        if (accept is not null)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        }

        using var response = await app.Client.SendAsync(request);
        var feature = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("HP-1", feature.GetProperty("id").GetString());
        var lines = feature.GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal([3, 3], lines.EnumerateArray().Select(line => line.GetArrayLength()));
        Assert.Equal([107.5, 20.3], lines[0][0].EnumerateArray().Select(number => number.GetDouble()));
        var times = feature.GetProperty("properties").GetProperty("times");
        Assert.Equal([3, 3], times.EnumerateArray().Select(line => line.GetArrayLength()));
    }

    [Fact]
    public async Task A_track_as_moving_feature_has_an_instant_for_each_point_and_measures_beside()
    {
        await using var app = await StartAsync();

        var feature = await app.GetAsync("/v1/vessels/HP-1/track?f=mfjson");
        var single = await app.GetAsync("/v1/vessels/HP-2/track?f=mfjson");

        Assert.Equal("Feature", feature.GetProperty("type").GetString());
        Assert.Equal(
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            feature.GetProperty("crs").GetProperty("properties").GetProperty("name").GetString());
        var movement = feature.GetProperty("temporalGeometry");
        Assert.Equal("MovingGeometryCollection", movement.GetProperty("type").GetString());
        foreach (var prism in movement.GetProperty("prisms").EnumerateArray())
        {
            Assert.Equal("MovingPoint", prism.GetProperty("type").GetString());
            Assert.Equal(
                prism.GetProperty("datetimes").GetArrayLength(), prism.GetProperty("coordinates").GetArrayLength());
        }

        var speed = Assert.Single(feature.GetProperty("temporalProperties").EnumerateArray());
        Assert.Equal(
            "2026-11-22T00:00:00.000Z", Text(Assert.Single(speed.GetProperty("datetimes").EnumerateArray())));
        var measure = speed.GetProperty("speedOverGround");
        Assert.Equal(("KNT", 6.5), (Text(measure.GetProperty("form")), measure.GetProperty("values")[0].GetDouble()));
        Assert.Equal("MovingPoint", single.GetProperty("temporalGeometry").GetProperty("type").GetString());
        Assert.Empty(single.GetProperty("temporalProperties").EnumerateArray());
    }

    [Theory]
    [InlineData("", "HP-1 HP-2")]
    [InlineData("?bbox=107.4,20.2,107.5,20.4", "HP-1")]
    [InlineData("?bbox=108.9,20.2,109.1,20.4", "HP-2")]
    [InlineData("?bbox=0,0,1,1", "")]
    [InlineData("?unit=20001", "HP-2")]
    [InlineData("?from=2026-11-22T10:30:00Z", "HP-1")]
    [InlineData("?to=2026-11-22T00:30:00Z&from=2026-11-21T23:30:00Z", "HP-1 HP-2")]
    public async Task Tracks_are_those_of_the_vessels_that_were_there_then(string query, string vessels)
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync("/v1/tracks" + query);
        var lines = await app.GetAsync("/v1/tracks" + query + (query.Length == 0 ? "?" : "&") + "f=geojson");

        Assert.Equal(vessels, Names(list.GetProperty("items"), "vessel"));
        Assert.Equal(vessels, Names(lines.GetProperty("features"), "id"));
        Assert.Equal(list.GetProperty("numberMatched").GetInt32(), lines.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Pages_of_tracks_lead_to_each_other_in_every_encoding()
    {
        await using var app = await StartAsync();

        foreach (var format in new[] { "json", "geojson", "mfjson" })
        {
            var first = await app.GetAsync($"/v1/tracks?limit=1&f={format}");
            var next = first.GetProperty("links").EnumerateArray()
                .Single(link => Text(link.GetProperty("rel")) is "next");
            var second = await app.GetAsync(Text(next.GetProperty("href")));

            Assert.Contains("HP-1", first.GetRawText(), StringComparison.Ordinal);
            Assert.Contains("HP-2", second.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("HP-1", second.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/v1/tracks?bbox=1,2,3")]
    [InlineData("/v1/tracks?bbox=181,0,181,1")]
    [InlineData("/v1/tracks?bbox=0,1,1,0")]
    [InlineData("/v1/tracks?from=2026-10-01T00:00:00Z")]
    [InlineData("/v1/tracks?f=kml")]
    [InlineData("/v1/vessels/HP-1/track?f=kml")]
    [InlineData("/v1/vessels/HP-1/track?gapMinutes=0")]
    [InlineData("/v1/vessels/HP-1/track?toleranceSeconds=-1")]
    [InlineData("/v1/vessels/HP-1/track?from=2026-11-22T10:00:00Z&to=2026-11-22T09:00:00Z")]
    public async Task A_question_that_cannot_be_read_is_a_problem(string path)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync(path, 400);

        Assert.Equal("invalid_parameter", Text(problem.GetProperty("code")));
    }

    [Fact]
    public async Task Old_tracks_are_thinned_by_the_policy_and_young_ones_are_not()
    {
        await using var app = await TwinApp.StartAsync(services: services =>
            services.PostConfigure<RetentionOptions>(options =>
            {
                options.Policy = "2.00:00:00=01:00:00";
                options.Every = TimeSpan.FromDays(7); // So that it runs only when this test says so.
            }));
        await ReportAsync(app, Minutes(app.Clock.GetUtcNow()));
        app.Clock.Advance(TimeSpan.FromDays(3));
        await ReportAsync(app, Minutes(app.Clock.GetUtcNow()));
        // Entering the vessel keeps its shard: what a start would still read is not thinned.
        using var entered = new StringContent("""{"by":"Lan","lengthMeters":18}""", Encoding.UTF8, "application/json");
        using var answer = await app.Client.PutAsync("/v1/vessels/HP-1", entered);
        var service = app.Service<RetentionService>();

        var removed = await service.RunOnceAsync(CancellationToken.None);
        var again = await service.RunOnceAsync(CancellationToken.None);

        var young = await app.GetAsync("/v1/vessels/HP-1/track");
        var old = await app.GetAsync(
            "/v1/vessels/HP-1/track?from=2026-11-22T00:00:00Z&to=2026-11-22T23:00:00Z");
        Assert.Equal(120, young.GetProperty("reported").GetInt32());
        Assert.Equal(["10:00", "10:59", "11:00", "11:59"], Times(old), StringComparer.Ordinal);
        Assert.Equal((116, 0), (removed, again));

        static IEnumerable<(string, DateTimeOffset, double, double?)> Minutes(DateTimeOffset end) =>
            Enumerable.Range(0, 120).Select(i => ("HP-1", end.AddMinutes(i - 120), 107.5, (double?)null));
    }

    /// <summary>HP-1 sails east at 0, 1, 2, 9, 10 and 11 o'clock; HP-2, of 20001, was heard once, elsewhere.</summary>
    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync();
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
        int[] hours = [0, 1, 2, 9, 10, 11];
        await ReportAsync(
            app,
            [
                .. hours.Select(hour => (
                    "HP-1", midnight.AddHours(hour), 107.5 + (hour * 0.01), hour == 0 ? 6.5 : (double?)null)),
                ("HP-2", midnight, 109, null),
            ]);
        using var body = new StringContent("""{"by":"Lan","homeUnit":"20001"}""", Encoding.UTF8, "application/json");
        using var entered = await app.Client.PutAsync("/v1/vessels/HP-2", body);
        Assert.True(entered.IsSuccessStatusCode);
        return app;
    }

    private static async Task ReportAsync(
        TwinApp app, IEnumerable<(string Vessel, DateTimeOffset At, double Longitude, double? Knots)> reports)
    {
        var rows = reports.Select(report => FormattableString.Invariant(
            $"{report.Vessel},{report.At:yyyy-MM-ddTHH:mm:ssZ},{report.Longitude},20.3,{report.Knots}"));
        using var content = new StringContent(
            "vessel,time,lon,lat,speed\n" + string.Join('\n', rows), Encoding.UTF8, "text/csv");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static string Names(JsonElement list, string member) =>
        string.Join(' ', list.EnumerateArray().Select(one => Text(one.GetProperty(member))));

    private static IEnumerable<string> Times(JsonElement track) => track.GetProperty("positions").EnumerateArray()
        .Select(position => Text(position.GetProperty("phenomenonTime")).Substring(11, 5));

    private static string Text(JsonElement text) => text.GetString() ?? string.Empty;
}
