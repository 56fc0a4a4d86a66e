using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Twin.Api.Features;
using Twin.Api.Tests.Ogc;
using Twin.Geo.Geodesy;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.Model.Vessels;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Space;

public sealed class VesselSearchTests : IClassFixture<VesselSearchTests.Sea>
{
    private const string Path = "/v1/space/vessels";

    private readonly Sea _sea;
    private readonly TwinApp _app;

    public VesselSearchTests(Sea sea)
    {
        _sea = sea;
        _app = sea.App;
    }

    [Fact]
    public async Task A_box_has_every_boat_in_it_once_on_whatever_page()
    {
        var expected = _sea.Boats.Where(boat =>
            boat.At is { LongitudeDegrees: >= 106.5 and <= 107, LatitudeDegrees: >= 20.2 and <= 20.6 });

        var ids = await AllAsync($"{Path}?bbox=106.5,20.2,107,20.6&limit=7");

        Assert.Equal(Text(expected), string.Join(' ', ids));
        Assert.InRange(ids.Count, 20, 200);
    }

    [Theory]
    [InlineData(106.7, 20.4, 5_000)]
    [InlineData(106.7, 20.4, 30_000)]
    [InlineData(179.9, 10, 60_000)]
    public async Task A_radius_is_meters_on_the_ellipsoid(double longitude, double latitude, int radius)
    {
        var center = new GeoPosition(longitude, latitude);
        var expected = _sea.Boats.Where(boat => Geodesic.DistanceMeters(center, boat.At) <= radius);

        var page = await _app.GetAsync(FormattableString.Invariant(
            $"{Path}?coordinates={longitude},{latitude}&radiusMeters={radius}&limit=1000"));

        Assert.Equal(Text(expected), Ids(page));
        Assert.NotEqual(0, page.GetProperty("numberMatched").GetInt32());
        Assert.All(page.GetProperty("items").EnumerateArray(), item =>
            Assert.InRange(item.GetProperty("distanceMeters").GetDouble(), 0, radius));
    }

    [Theory]
    [InlineData(106.7, 20.4)]
    [InlineData(105, 25)]
    [InlineData(-179.95, 10)]
    public async Task The_nearest_come_in_the_order_of_their_distance(double longitude, double latitude)
    {
        var center = new GeoPosition(longitude, latitude);
        var expected = _sea.Boats.OrderBy(boat => Geodesic.DistanceMeters(center, boat.At)).Take(9)
            .Select(boat => boat.Id);

        var page = await _app.GetAsync(FormattableString.Invariant(
            $"{Path}?coordinates={longitude},{latitude}&nearest=9"));

        Assert.Equal(string.Join(' ', expected), Ids(page));
        Assert.Equal(9, page.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData(106.7, 20.4, "")]
    [InlineData(-73, -20, "")]
    [InlineData(-73, -20, "&filter=id%20%3D%20%27HP-0007%27")]
    public async Task Where_fewer_are_than_were_asked_for_all_come_from_however_far(
        double longitude, double latitude, string filter)
    {
        var page = await _app.GetAsync(FormattableString.Invariant(
            $"{Path}?coordinates={longitude},{latitude}&nearest=1000{filter}"));

        var distances = page.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("distanceMeters").GetDouble()).ToArray();
        Assert.Equal(filter.Length > 0 ? 1 : _sea.Boats.Count, distances.Length);
        Assert.Equal(distances.Order(), distances);
    }

    [Fact]
    public async Task The_nearest_that_fulfill_a_filter_are_found_past_nearer_ones()
    {
        var center = new GeoPosition(106.7, 20.4);
        var expected = _sea.Boats.Where(boat => boat.LengthMeters >= 15)
            .OrderBy(boat => Geodesic.DistanceMeters(center, boat.At)).Take(5).Select(boat => boat.Id);

        var page = await _app.GetAsync(
            $"{Path}?coordinates=106.7,20.4&nearest=5&filter={Uri.EscapeDataString("lengthMeters >= 15")}");

        Assert.Equal(string.Join(' ', expected), Ids(page));
    }

    [Fact]
    public async Task A_unit_has_the_boats_within_its_boundaries_on_a_day()
    {
        // 10002 is the second of six strips of a degree, 302 the right half; today 20001 is the second of three.
        var strip = _sea.Boats.Where(boat => boat.At is
            { LongitudeDegrees: >= 106 + (1.0 / 6) and <= 106 + (2.0 / 6), LatitudeDegrees: >= 20 and <= 21 });

        var old = await _app.GetAsync($"{Path}?unit=10002&date=2025-06-30&limit=1000");
        var body = await PostAsync("""{"unit":"10002","date":"2025-06-30"}""");

        Assert.Equal(Text(strip), Ids(old));
        Assert.Equal(Ids(old), Ids(body));
        await _app.GetProblemAsync($"{Path}?unit=10002", 404); // It does not stand any longer.
    }

    [Fact]
    public async Task A_polygon_has_the_boats_in_it_and_not_those_in_its_hole()
    {
        var expected = _sea.Boats.Where(boat =>
            boat.At is { LongitudeDegrees: >= 106 and <= 107, LatitudeDegrees: >= 20 and <= 21 }
            && boat.At is not { LongitudeDegrees: > 106.4 and < 106.6, LatitudeDegrees: > 20.4 and < 20.6 });

        var page = await PostAsync(
            """
            {"geometry":{"type":"Polygon","coordinates":[
              [[106,20],[107,20],[107,21],[106,21],[106,20]],
              [[106.4,20.4],[106.4,20.6],[106.6,20.6],[106.6,20.4],[106.4,20.4]]]}}
            """);

        Assert.Equal(Text(expected), Ids(page));
    }

    [Fact]
    public async Task Along_a_route_boats_come_in_the_order_in_which_a_ship_meets_them()
    {
        var page = await PostAsync(
            """
            {"geometry":{"type":"LineString","coordinates":[[106.9,20.5],[106.1,20.5]]},
             "radiusMeters":4000,"order":"along"}
            """);

        var items = page.GetProperty("items").EnumerateArray().ToArray();
        var along = items.Select(item => item.GetProperty("alongMeters").GetDouble()).ToArray();
        Assert.InRange(items.Length, 3, 300);
        Assert.Equal(along.Order(), along);
        Assert.All(items, item =>
        {
            Assert.InRange(item.GetProperty("distanceMeters").GetDouble(), 0, 4_000);
            // Northwards of the line it is a little shorter than on it; at its ends boats are before and behind it.
            var way = Geodesic.DistanceMeters(
                new GeoPosition(106.9, 20.5), new GeoPosition(item.GetProperty("longitude").GetDouble(), 20.5));
            Assert.InRange(item.GetProperty("alongMeters").GetDouble(), way - 4_000, way + 100);
        });
        Assert.Equal(
            items.Length,
            (await PostAsync(
                """
                {"geometry":{"type":"LineString","coordinates":[[106.9,20.5],[106.1,20.5]]},"radiusMeters":4000}
                """)).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Filters_are_CQL2_of_text_or_JSON()
    {
        var expected = Text(_sea.Boats.Where(boat => boat.LengthMeters >= 15));

        var text = await _app.GetAsync(
            $"{Path}?limit=1000&filter={Uri.EscapeDataString("lengthMeters >= 15 AND contact <> 'lost'")}");
        var json = await PostAsync("""{"filter":{"op":">=","args":[{"property":"lengthMeters"},15]}}""");
        var plain = await PostAsync("""{"filter":"sizeClass IN ('from15To24', 'from24')"}""");

        Assert.Equal(expected, Ids(text));
        Assert.Equal(expected, Ids(json));
        Assert.Equal(expected, Ids(plain));
    }

    [Fact]
    public async Task An_instant_in_the_past_shows_where_boats_were()
    {
        await using var sea = new Sea();
        await sea.InitializeAsync();
        var then = sea.App.Clock.GetUtcNow();
        sea.App.Clock.Advance(TimeSpan.FromDays(2)); // Enough for a boat to get there.
        await sea.ReportAsync([sea.Boats[0] with { At = new GeoPosition(110, 12) }]);

        var now = await sea.App.GetAsync($"{Path}?bbox=109.9,11.9,110.1,12.1");
        var past = await sea.App.GetAsync(
            FormattableString.Invariant($"{Path}?bbox=109.9,11.9,110.1,12.1&datetime={then:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        var whole = await sea.App.GetAsync(
            FormattableString.Invariant($"{Path}?datetime={then:yyyy-MM-dd'T'HH:mm:ss'Z'}&limit=1"));

        Assert.Equal(sea.Boats[0].Id, Ids(now));
        Assert.Equal(string.Empty, Ids(past));
        Assert.Equal(sea.Boats.Count, whole.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task A_box_may_cross_the_antimeridian_and_have_heights()
    {
        var expected = Text(_sea.Boats.Where(boat =>
            boat.At.LatitudeDegrees is >= 9 and <= 11 && boat.At.LongitudeDegrees is >= 179 or <= -179));

        Assert.Equal(expected, Ids(await _app.GetAsync($"{Path}?bbox=179,9,-179,11&limit=1000")));
        Assert.Equal(expected, Ids(await _app.GetAsync($"{Path}?bbox=179,9,0,-179,11,50&limit=1000")));
        Assert.Contains(' ', expected);
    }

    [Fact]
    public async Task A_box_of_VN2000_is_in_meters()
    {
        var page = await _app.GetAsync(
            $"{Path}?bbox=560000,2230000,600000,2270000&crs=http://www.opengis.net/def/crs/EPSG/0/3405&limit=1000");

        Assert.InRange(page.GetProperty("numberMatched").GetInt32(), 5, 200);
    }

    public static TheoryData<string, string> WrongQueries => new()
    {
        { "five numbers", "bbox=106,20,107,21,3" },
        { "west, north first", "bbox=106,21,107,20" },
        { "latitude first", "bbox=20,106,21,107" },
        { "words", "bbox=a,b,c,d" },
        { "not finite", "bbox=106,20,NaN,21" },
        { "two areas", "bbox=106,20,107,21&unit=31" },
        { "a radius of nothing", "radiusMeters=5" },
        { "a point alone", "coordinates=106,20" },
        { "latitude first in a point", "coordinates=20,106&nearest=3" },
        { "no radius", "coordinates=106,20&radiusMeters=0" },
        { "too far", "coordinates=106,20&radiusMeters=500001" },
        { "none nearest", "coordinates=106,20&nearest=0" },
        { "too many nearest", "coordinates=106,20&nearest=1001" },
        { "no limit", "limit=0" },
        { "a limit too high", "limit=1001" },
        { "an unknown parameter", "color=red" },
        { "no unit", "unit=nix" },
        { "another system", "bbox=1,2,3,4&crs=EPSG:1" },
        { "the future", "datetime=2050-01-01T00:00:00Z" },
        { "no instant", "datetime=yesterday" },
        { "a cursor made up", "cursor=abc" },
        { "CQL2 that ends early", "filter=lengthMeters >" },
        { "an unknown property", "filter=color = 'red'" },
        { "another type", "filter=lengthMeters = 'long'" },
        { "an unknown language", "filter=name = 'a'&filter-lang=sql" },
    };

    [Theory]
    [MemberData(nameof(WrongQueries))]
    public async Task A_bad_query_is_refused_with_a_hint(string reason, string query)
    {
        var escaped = string.Join('&', query.Split('&').Select(
            pair => $"{pair.Split('=', 2)[0]}={Uri.EscapeDataString(pair.Split('=', 2)[1])}"));

        var problem = await _app.GetProblemAsync($"{Path}?{escaped}", 400);

        Assert.True(problem.GetProperty("detail").GetString()!.Length > 0, reason);
    }

    public static TheoryData<string, string, string> WrongBodies => new()
    {
        {
            "a hole outside",
            """
            {"geometry":{"type":"Polygon","coordinates":[
              [[0,0],[1,0],[1,1],[0,1],[0,0]],[[5,5],[6,5],[6,6],[5,6],[5,5]]]}}
            """,
            "Hole"
        },
        { "empty", """{"geometry":{"type":"Polygon","coordinates":[]}}""", "ring" },
        {
            "collapsed",
            """{"geometry":{"type":"Polygon","coordinates":[[[106,20],[107,20],[106,20],[106,20]]]}}""", "valid"
        },
        {
            "crossing itself",
            """{"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}""", "valid"
        },
        {
            "latitude first",
            """{"geometry":{"type":"Polygon","coordinates":[[[20,106],[21,106],[21,107],[20,106]]]}}""", "longitude"
        },
        { "a line alone", """{"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}""", "inside" },
        {
            "nearest to a line",
            """{"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]},"nearest":3}""", "point"
        },
        {
            "along a polygon",
            """{"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},"order":"along"}""", "line"
        },
        { "an order", """{"order":"up"}""", "up" },
        { "a radius of nothing", """{"radiusMeters":5}""", "geometry" },
        { "a unit and a polygon", """{"unit":"31","geometry":{"type":"Point","coordinates":[0,0]}}""", "unit" },
        { "an unknown unit", """{"unit":"nix"}""", "nix" },
        { "a filter of numbers", """{"filter":5}""", "filter" },
        { "a filter cut off", """{"filter":"lengthMeters >"}""", "filter" },
        { "the future", """{"datetime":"2050-01-01T00:00:00Z"}""", "future" },
        { "an unknown member", """{"color":"red"}""", "openapi" },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_bad_body_is_refused_with_what_is_wrong(string reason, string body, string expected)
    {
        using var response = await _app.PostJsonAsync(Path, body);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        var said = problem.GetProperty("detail").GetString() + problem.GetProperty("hint").GetString();
        Assert.True(said.Contains(expected, StringComparison.OrdinalIgnoreCase), $"{reason}: {said}");
    }

    [Theory]
    [InlineData(70)]
    [InlineData(5_000)]
    public async Task Geometries_that_nest_without_end_are_refused(int depth)
    {
        var nested = string.Concat(Enumerable.Repeat("""{"type":"GeometryCollection","geometries":[""", depth))
            + string.Concat(Enumerable.Repeat("]}", depth));

        using var response = await _app.PostJsonAsync(Path, $$"""{"geometry":{{nested}},"radiusMeters":5}""");

        await TwinApp.ReadProblemAsync(response, 400);
    }

    [Theory]
    [InlineData(10_001)]
    [InlineData(1_000_000)]
    public async Task A_polygon_with_too_many_vertices_is_refused(int vertices)
    {
        var ring = string.Join(',', Enumerable.Range(0, vertices).Select(
            i => string.Create(CultureInfo.InvariantCulture, $"[{106 + (i * 1e-7):F7},20]")));

        using var response = await _app.PostJsonAsync(
            Path, $$$"""{"geometry":{"type":"Polygon","coordinates":[[{{{ring}}},[106,21],[106,20]]]}}""");
        var problem = await TwinApp.ReadProblemAsync(response, 413);

        Assert.Contains("at most", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_hundred_heavy_queries_at_once_some_are_answered_and_the_others_told_when_to_come_again()
    {
        var slow = new SlowBoundaries();
        await using var app = await TwinApp.StartAsync(
            options => options.MaxConcurrentQueries = 8,
            services => services.AddSingleton<IBoundarySource>(slow));
        var all = Enumerable.Range(0, 100).Select(_ => app.Client.GetAsync($"{Path}?unit=31")).ToArray();
        var refused = new List<HttpResponseMessage>();
        await foreach (var done in Task.WhenEach(all).Take(94))
        {
            refused.Add(await done);
        }

        slow.Answer();
        var answers = await Task.WhenAll(all);

        Assert.All(refused, answer =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        });
        // Two of the places are for other clients. The unit has no boundaries in this city, which is an answer.
        Assert.Equal(6, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    private static string Text(IEnumerable<Boat> boats) =>
        string.Join(' ', boats.Select(boat => boat.Id).Order(StringComparer.Ordinal));

    private static string Ids(JsonElement page) => string.Join(
        ' ', page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));

    private async Task<List<string>> AllAsync(string path)
    {
        var ids = new List<string>();
        for (string? next = path; next is not null;)
        {
            var page = await _app.GetAsync(next);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(
                item => item.GetProperty("id").GetString() ?? string.Empty));
            next = page.GetProperty("links").EnumerateArray()
                .Where(link => link.GetProperty("rel").GetString() is "next")
                .Select(link => link.GetProperty("href").GetString()).SingleOrDefault();
            Assert.Equal(
                (await _app.GetAsync(path)).GetProperty("numberMatched").GetInt32(),
                page.GetProperty("numberMatched").GetInt32());
        }

        return ids;
    }

    private async Task<JsonElement> PostAsync(string body)
    {
        using var response = await _app.PostJsonAsync($"{Path}?limit=1000", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    /// <summary>A boat of the test.</summary>
    public sealed record Boat(string Id, double LengthMeters, GeoPosition At);

    /// <summary>Six hundred boats off a drawn city, and some on both sides of the antimeridian.</summary>
    public sealed class Sea : IAsyncLifetime, IAsyncDisposable
    {
        private TwinApp? _app;

        internal TwinApp App => _app ?? throw new InvalidOperationException("It has not started.");

        public IReadOnlyList<Boat> Boats { get; } = Make();

        public async Task InitializeAsync()
        {
            _app = await TwinApp.StartAsync(
                services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
            await Grains.RegisterAsync([.. Boats.Select(boat => FleetCity.Boat(boat.Id, boat.LengthMeters))]);
            await ReportAsync(Boats);
        }

        public async Task ReportAsync(IReadOnlyList<Boat> boats)
        {
            await Grains.ReportAsync(
                [.. boats.Select(boat => Report(boat.Id, App.Clock.GetUtcNow(), boat.At))],
                await Grains.GetGrain<IFeedGrain>(Feed).Seen());
            await Task.WhenAll(Enumerable.Range(0, FleetShards.Count).Select(
                shard => Grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard)).SettleCells()));
        }

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

        public async ValueTask DisposeAsync()
        {
            if (_app is not null)
            {
                await _app.DisposeAsync();
            }
        }

        private static List<Boat> Make()
        {
            var random = new Random(6);
            var boats = new List<Boat>();
            for (var i = 0; i < 640; i++)
            {
                var at = i < 600
                    ? new GeoPosition(105.8 + (random.NextDouble() * 1.6), 19.8 + (random.NextDouble() * 1.4))
                    : new GeoPosition(
                        Math.IEEERemainder(179 + (random.NextDouble() * 2), 360), 9 + (random.NextDouble() * 2));
                // As the log keeps them.
                at = new GeoPosition(
                    PositionReport.Degrees(PositionReport.Units(at.LongitudeDegrees)),
                    PositionReport.Degrees(PositionReport.Units(at.LatitudeDegrees)));
                boats.Add(new Boat(FormattableString.Invariant($"HP-{i:D4}"), 5 + (i % 22), at));
            }

            return boats;
        }

        private IGrainFactory Grains => App.Service<IGrainFactory>();
    }
}
