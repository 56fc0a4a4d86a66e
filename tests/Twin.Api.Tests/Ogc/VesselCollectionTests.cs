using System.Text.Json;
using Twin.Api.Tests.Space;

namespace Twin.Api.Tests.Ogc;

/// <summary>Vessels as a collection of OGC API Features, and as tiles.</summary>
public sealed class VesselCollectionTests(VesselSearchTests.Sea sea) : IClassFixture<VesselSearchTests.Sea>
{
    private const string Collection = "/ogc/collections/vessels";
    private const string Items = Collection + "/items";

    private TwinApp App => sea.App;

    [Fact]
    public async Task Every_boat_comes_once_on_whatever_page_and_the_number_is_honest()
    {
        var ids = new List<string>();
        for (string? next = $"{Items}?limit=90"; next is not null;)
        {
            var page = await App.GetAsync(next);
            Assert.Equal(sea.Boats.Count, page.GetProperty("numberMatched").GetInt32());
            Assert.Equal(
                page.GetProperty("numberReturned").GetInt32(), page.GetProperty("features").GetArrayLength());
            ids.AddRange(page.GetProperty("features").EnumerateArray().Select(Id));
            next = page.GetProperty("links").EnumerateArray()
                .Where(link => link.GetProperty("rel").GetString() is "next")
                .Select(link => link.GetProperty("href").GetString()).SingleOrDefault();
        }

        Assert.Equal(sea.Boats.Select(boat => boat.Id).Order(StringComparer.Ordinal), ids, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("datetime=2026-11-22T12:00:00Z")]
    [InlineData("filter=lengthMeters%20%3E%200&f=json")]
    public async Task The_link_to_the_next_page_has_the_parameters_as_they_came(string query)
    {
        var page = await sea.App.GetAsync($"{Items}?{query}&limit=10");

        var next = page.GetProperty("links").EnumerateArray()
            .Single(link => link.GetProperty("rel").GetString() is "next").GetProperty("href").GetString();
        Assert.Contains($"/items?{query}&limit=10&cursor=", next, StringComparison.Ordinal);
        Assert.Equal(10, (await sea.App.GetAsync(next!)).GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task Pages_stay_stable_while_boats_come_and_go()
    {
        await using var own = new VesselSearchTests.Sea();
        await own.InitializeAsync();
        var first = await own.App.GetAsync($"{Items}?limit=300");
        await own.ReportAsync([new("AA-1", 8, new(107, 20)), new("HP-9999", 8, new(107, 20))]);

        var second = await own.App.GetAsync(
            first.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() is "next")
                .GetProperty("href").GetString()!);
        var third = await own.App.GetAsync(
            second.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() is "next")
                .GetProperty("href").GetString()!);

        var ids = new[] { first, second, third }.SelectMany(page =>
            page.GetProperty("features").EnumerateArray().Select(Id)).ToArray();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        Assert.Equal(own.Boats.Count + 1, ids.Length); // All that were there, and the one that came behind the cursor.
        Assert.Equal(own.Boats.Count + 2, third.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("bbox=106.5,20.2,107,20.6", 106.5, 20.2, 107, 20.6)]
    [InlineData("bbox=106.5,20.2,0,107,20.6,100", 106.5, 20.2, 107, 20.6)]
    [InlineData(
        "bbox=20.2,106.5,20.6,107&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326", 106.5, 20.2, 107, 20.6)]
    [InlineData("filter=S_INTERSECTS(geometry,BBOX(106.5,20.2,107,20.6))", 106.5, 20.2, 107, 20.6)]
    public async Task A_box_has_the_boats_in_it(string query, double west, double south, double east, double north)
    {
        var expected = sea.Boats.Where(boat =>
            boat.At.LongitudeDegrees >= west && boat.At.LongitudeDegrees <= east
            && boat.At.LatitudeDegrees >= south && boat.At.LatitudeDegrees <= north).Select(boat => boat.Id);

        var page = await App.GetAsync($"{Items}?limit=1000&{query}");

        Assert.Equal(expected, page.GetProperty("features").EnumerateArray().Select(Id), StringComparer.Ordinal);
        Assert.InRange(page.GetProperty("numberMatched").GetInt32(), 20, 300);
    }

    [Fact]
    public async Task Properties_filter_by_value_and_by_CQL2()
    {
        var byValue = await App.GetAsync($"{Items}?sizeClass=from15To24&limit=1");
        var byFilter = await App.GetAsync($"{Items}?filter=lengthMeters%20BETWEEN%2015%20AND%2023.9&limit=1");
        var byTime = await App.GetAsync(
            $"{Items}?filter=T_AFTER(phenomenonTime,TIMESTAMP('2026-11-22T12:00:00Z'))&limit=1");
        var one = await App.GetAsync($"{Items}?id=HP-0007");

        var expected = sea.Boats.Count(boat => boat.LengthMeters is >= 15 and < 24);
        Assert.Equal(expected, byValue.GetProperty("numberMatched").GetInt32());
        Assert.Equal(expected, byFilter.GetProperty("numberMatched").GetInt32());
        Assert.Equal(0, byTime.GetProperty("numberMatched").GetInt32());
        Assert.Equal("HP-0007", Id(Assert.Single(one.GetProperty("features").EnumerateArray())));
    }

    [Fact]
    public async Task A_boat_has_an_address_of_its_own_in_any_system()
    {
        var boat = sea.Boats[3];

        var feature = await App.GetAsync($"{Items}/{boat.Id}");
        var swapped = await App.GetAsync($"{Items}/{boat.Id}?crs=http://www.opengis.net/def/crs/EPSG/0/4326");

        var (here, there) = (Coordinates(feature), Coordinates(swapped));
        Assert.Equal("Point", feature.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal(boat.At.LongitudeDegrees, here[0].GetDouble(), 1e-9);
        Assert.Equal(boat.At.LatitudeDegrees, there[0].GetDouble(), 1e-9);
        var properties = feature.GetProperty("properties");
        Assert.Equal("2026-11-22T12:00:00Z", properties.GetProperty("phenomenonTime").GetString());
        Assert.Equal("inContact", properties.GetProperty("contact").GetString());
        await App.GetProblemAsync($"{Items}/NIX-1", 404);
    }

    [Fact]
    public async Task Datetime_shows_where_boats_were_and_which_were_heard()
    {
        await using var own = new VesselSearchTests.Sea();
        await own.InitializeAsync();
        own.App.Clock.Advance(TimeSpan.FromDays(2)); // Enough for a boat to get there.
        await own.ReportAsync([own.Boats[0] with { At = new(110, 12) }]);

        var now = await own.App.GetAsync($"{Items}/{own.Boats[0].Id}");
        var then = await own.App.GetAsync($"{Items}/{own.Boats[0].Id}?datetime=2026-11-22T12:30:00Z");
        var before = await own.App.GetAsync($"{Items}?datetime=2026-11-22T11:00:00Z");
        var heard = await own.App.GetAsync($"{Items}?datetime=2026-11-22T13:00:00Z/..");
        var ever = await own.App.GetAsync($"{Items}?datetime=../..&limit=1");

        Assert.Equal(110, Coordinates(now)[0].GetDouble());
        Assert.Equal(own.Boats[0].At.LongitudeDegrees, Coordinates(then)[0].GetDouble(), 1e-9);
        Assert.Equal(0, before.GetProperty("numberMatched").GetInt32());
        Assert.Equal(1, heard.GetProperty("numberMatched").GetInt32());
        Assert.Equal(own.Boats.Count, ever.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("nameVi=x")] // A property of units.
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=20,106,21,107")]
    [InlineData("filter=nameVi='x'")]
    [InlineData("lengthMeters=long")]
    [InlineData("datetime=soon")]
    [InlineData("datetime=2026-01-02T00:00:00Z/2026-01-01T00:00:00Z")]
    [InlineData("cursor=x")]
    public async Task What_cannot_be_asked_is_refused(string query) =>
        await App.GetProblemAsync($"{Items}?{query}", 400);

    [Fact]
    public async Task It_is_listed_and_describes_itself()
    {
        var list = await App.GetAsync("/ogc/collections");
        var own = await App.GetAsync(Collection);
        var queryables = await App.GetAsync($"{Collection}/queryables");
        var description = await App.GetAsync("/ogc/api");

        Assert.Contains("vessels", list.GetProperty("collections").EnumerateArray().Select(
            one => one.GetProperty("id").GetString()),
            StringComparer.Ordinal);
        var box = own.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0];
        Assert.InRange(box[1].GetDouble(), 8, 9.1);
        Assert.Equal(JsonValueKind.Null, own.GetProperty("extent").GetProperty("temporal").GetProperty("interval")[0][0]
            .ValueKind);
        Assert.Equal("date-time", queryables.GetProperty("properties").GetProperty("phenomenonTime")
            .GetProperty("format").GetString());
        Assert.True(description.GetProperty("paths").TryGetProperty("/collections/vessels/items", out _));
        Assert.True(description.GetProperty("paths").TryGetProperty(
            "/collections/vessels/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}", out _));
    }

    [Fact]
    public async Task A_tile_changes_when_a_boat_moves_and_not_before()
    {
        await using var own = new VesselSearchTests.Sea();
        await own.InitializeAsync();
        const string Tile = $"{Collection}/tiles/WebMercatorQuad/6/28/50";
        var first = await TagAsync(own.App, Tile);
        var again = await TagAsync(own.App, Tile);
        own.App.Clock.Advance(TimeSpan.FromMinutes(30));
        var boat = own.Boats.First(one => one.At.LongitudeDegrees < 106.5);
        await own.ReportAsync([boat with { At = new(boat.At.LongitudeDegrees + 0.05, boat.At.LatitudeDegrees) }]);

        Assert.Equal(first, again);
        Assert.NotEqual(first, await TagAsync(own.App, Tile), StringComparer.Ordinal);
        using var empty = await own.App.Client.GetAsync($"{Collection}/tiles/WebMercatorQuad/6/0/0");
        Assert.Equal(System.Net.HttpStatusCode.NoContent, empty.StatusCode);
        await own.App.GetProblemAsync($"{Collection}/tiles/WebMercatorQuad/6/64/0", 404);
        await own.App.GetProblemAsync($"{Collection}/tiles/WebMercatorQuad?level=commune", 400);
    }

    [Fact]
    public async Task The_tileset_says_that_it_is_of_points()
    {
        var tileset = await App.GetAsync($"{Collection}/tiles/WebMercatorQuad");
        var tileJson = await App.GetAsync($"{Collection}/tiles/WebMercatorQuad?f=tilejson");

        Assert.Equal(0, tileset.GetProperty("layers")[0].GetProperty("geometryDimension").GetInt32());
        Assert.Equal("vessels", tileJson.GetProperty("vector_layers")[0].GetProperty("id").GetString());
        Assert.EndsWith(
            "/ogc/collections/vessels/tiles/WebMercatorQuad/{z}/{y}/{x}",
            tileJson.GetProperty("tiles")[0].GetString(),
            StringComparison.Ordinal);
    }

    private static async Task<string?> TagAsync(TwinApp app, string path)
    {
        using var response = await app.Client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return response.Headers.ETag?.ToString();
    }

    private static JsonElement Coordinates(JsonElement feature) =>
        feature.GetProperty("geometry").GetProperty("coordinates");

    private static string Id(JsonElement feature) => feature.GetProperty("id").GetString() ?? string.Empty;
}
