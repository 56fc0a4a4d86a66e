using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.TestKit;

namespace Twin.Api.Tests.Ogc;

/// <summary>Sites, facilities, zones and routes as features and as tiles.</summary>
public sealed class PlaceFeatureTests
{
    private const string Sites = "/ogc/collections/sites/items";

    [Fact]
    public async Task A_site_has_all_its_properties_and_the_unit_that_it_stands_in()
    {
        await using var app = await StartAsync(TestPlaces.Site("A", 106.1, 20.5, operators: "vnpt;viettel"));

        var page = await app.GetAsync(Sites);

        var site = Assert.Single(page.GetProperty("features").EnumerateArray());
        Assert.Equal("A", site.GetProperty("id").GetString());
        Assert.Equal("Point", site.GetProperty("geometry").GetProperty("type").GetString());
        var properties = site.GetProperty("properties");
        Assert.Equal("viettel;vnpt", properties.GetProperty("operators").GetString());
        Assert.Equal(42, properties.GetProperty("heightMeters").GetDouble());
        Assert.Equal("10001", properties.GetProperty("unit").GetString());
        Assert.Equal("2024-01-01", properties.GetProperty("validFrom").GetString());
        Assert.Equal(JsonValueKind.Null, properties.GetProperty("onAirDate").ValueKind);
        Assert.False(properties.GetProperty("demo").GetBoolean());
    }

    [Theory]
    [InlineData("", "A B C")]
    [InlineData("bbox=106,20,106.5,21", "A B")]
    [InlineData("bbox=20,106,21,106.5&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326", "A B")]
    [InlineData("operators=vnpt", "C")]
    [InlineData("filter=heightMeters>41 AND status='onAir'", "A C")]
    [InlineData("filter=CASEI(nameVi) LIKE 'trạm b%25'", "B")]
    [InlineData("filter=S_INTERSECTS(geometry,BBOX(106.05,20,106.15,21))", "A")]
    [InlineData("filter=onAirDate IS NULL AND unit='10001'", "A B")]
    [InlineData("datetime=2023-12-31", "")]
    [InlineData("datetime=2024-06-30", "A B C")]
    [InlineData("datetime=2024-07-01", "A B C")]
    [InlineData("datetime=2024-06-30&status=onAir", "A B C")]
    [InlineData("datetime=2024-07-01&status=onAir", "A C")]
    [InlineData("datetime=2024-01-01/..&status=off", "B")]
    public async Task Places_are_narrowed_down_by_box_day_and_filter(string query, string expected)
    {
        await using var app = await StartAsync(
            TestPlaces.Site("A", 106.1, 20.5),
            TestPlaces.Site("B", 106.2, 20.5),
            TestPlaces.Site("B", 106.2, 20.5, status: "off", from: new DateOnly(2024, 7, 1)),
            TestPlaces.Site("C", 106.9, 20.5, operators: "vnpt"));

        var page = await app.GetAsync($"{Sites}?{query.Replace(" ", "%20", StringComparison.Ordinal)}");

        Assert.Equal(expected, Ids(page));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
            page.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Pages_stay_whole_while_places_come_and_go()
    {
        await using var app = await StartAsync(
            TestPlaces.Site("B"), TestPlaces.Site("D"), TestPlaces.Site("F"), TestPlaces.Site("H"));
        var store = app.Service<IPlaceStore>();
        var first = await app.GetAsync($"{Sites}?limit=2");

        await store.WriteAsync(TestPlaces.Write(TestPlaces.Site("A")));
        await store.RetireAsync(
            new PlaceEnd(PlaceLayer.Sites, TestPlaces.Id("D"), TestPlaces.Begin, "tester", "a test", null));
        await store.WriteAsync(TestPlaces.Write(TestPlaces.Site("E")));
        var second = await app.GetAsync(OgcLinksOf.Href(first, "next")!);

        Assert.Equal("B D", Ids(first));
        Assert.Equal("E F", Ids(second));
        Assert.Equal(5, second.GetProperty("numberMatched").GetInt32());
        Assert.Equal("H", Ids(await app.GetAsync(OgcLinksOf.Href(second, "next")!)));
    }

    [Fact]
    public async Task A_route_is_measured_and_its_past_can_be_had()
    {
        GeoPosition[] line = [new(106.6, 20.5), new(106.7, 20.5)];
        await using var app = await StartAsync(
            TestPlaces.Route("R", "overhead", line),
            TestPlaces.Route("R", "underground", line) with { ValidFrom = new DateOnly(2024, 7, 1) });
        const string Route = "/ogc/collections/routes/items/R";

        var now = (await app.GetAsync(Route)).GetProperty("properties");
        var before = (await app.GetAsync($"{Route}?datetime=2024-06-30")).GetProperty("properties");

        Assert.Equal("underground", now.GetProperty("placement").GetString());
        Assert.Equal("overhead", before.GetProperty("placement").GetString());
        Assert.Equal("2024-06-30", before.GetProperty("validTo").GetString());
        // GeographicLib: 0.1° of longitude at 20.5° N on WGS 84.
        Assert.Equal(10.431, now.GetProperty("lengthKilometers").GetDouble(), 0.002);
        await app.GetProblemAsync($"{Route}?datetime=2023-12-31", 404);
    }

    [Fact]
    public async Task A_zone_is_given_in_the_system_that_is_asked_for()
    {
        await using var app = await StartAsync(TestPlaces.Zone("Z", 106.5, 20.5, 106.6, 20.6));

        using var response = await app.Client.GetAsync(
            "/ogc/collections/zones/items/Z?crs=http://www.opengis.net/def/crs/EPSG/0/3405");
        var zone = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(
            "<http://www.opengis.net/def/crs/EPSG/0/3405>", Assert.Single(response.Headers.GetValues("Content-Crs")));
        var first = zone.GetProperty("geometry").GetProperty("coordinates")[0][0];
        Assert.InRange(first[0].GetDouble(), 600_000, 700_000);
        Assert.InRange(first[1].GetDouble(), 2_200_000, 2_300_000);
    }

    [Fact]
    public async Task The_queryables_are_the_properties_of_the_layer()
    {
        await using var app = await StartAsync(TestPlaces.Site("A"));

        var schema = await app.GetAsync("/ogc/collections/sites/queryables");
        var site = await app.GetAsync($"{Sites}/A");

        Assert.Equal(
            site.GetProperty("properties").EnumerateObject().Select(member => member.Name).Append("geometry"),
            schema.GetProperty("properties").EnumerateObject().Select(member => member.Name),
            StringComparer.Ordinal);
        Assert.Equal(
            "date", schema.GetProperty("properties").GetProperty("onAirDate").GetProperty("format").GetString());
        var box = (await app.GetAsync("/ogc/collections/sites")).GetProperty("extent").GetProperty("spatial")
            .GetProperty("bbox")[0];
        Assert.Equal("[106.7,20.86,106.7,20.86]", JsonSerializer.Serialize(box));
    }

    [Fact]
    public async Task A_tile_shows_the_places_of_the_day_and_changes_with_them()
    {
        await using var app = await StartAsync(TestPlaces.Site("A", 106.5, 20.5));
        var tile = "/ogc/collections/sites/tiles/WebMercatorQuad/9/226/407";
        using var first = await app.Client.GetAsync(tile);
        app.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var same = await app.Client.GetAsync(tile);
        await app.Service<IPlaceStore>().WriteAsync(TestPlaces.Write(TestPlaces.Site("NEW-1", 106.51, 20.5)));
        using var changed = await app.Client.GetAsync(tile);
        using var before = await app.Client.GetAsync(tile + "?datetime=2023-12-31");

        Assert.Equal("application/vnd.mapbox-vector-tile", first.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Trạm A", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Contains("NEW-1", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, before.StatusCode);
    }

    [Theory]
    [InlineData("sites", 0)]
    [InlineData("routes", 1)]
    [InlineData("zones", 2)]
    public async Task A_tileset_describes_itself_for_programs_and_map_libraries(string collection, int dimension)
    {
        await using var app = await StartAsync();

        var tileset = await app.GetAsync($"/ogc/collections/{collection}/tiles/WebMercatorQuad");
        var tileJson = await app.GetAsync(
            $"/ogc/collections/{collection}/tiles/WebMercatorQuad?f=tilejson&datetime=2024-12-31");

        var layer = tileset.GetProperty("layers")[0];
        Assert.Equal(collection, layer.GetProperty("id").GetString());
        Assert.Equal(dimension, layer.GetProperty("geometryDimension").GetInt32());
        Assert.Equal(
            $"http://localhost/ogc/collections/{collection}/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}"
                + "?datetime=2024-12-31",
            tileJson.GetProperty("tiles")[0].GetString());
        Assert.True(tileJson.GetProperty("vector_layers")[0].GetProperty("fields").TryGetProperty("kind", out _));
        await app.GetProblemAsync($"/ogc/collections/{collection}/tiles/WebMercatorQuad/17/0/0", 404);
        await app.GetProblemAsync(
            $"/ogc/collections/{collection}/tiles/WebMercatorQuad/0/0/0?datetime=2024-01-01/2024-12-31", 400);
    }

    private static string Ids(JsonElement page) => string.Join(
        ' ', page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()));

    private static async Task<TwinApp> StartAsync(params Place[] places)
    {
        var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
        foreach (var place in places)
        {
            Assert.IsType<PlaceOutcome.Done>(await app.Service<IPlaceStore>().WriteAsync(TestPlaces.Write(place)));
        }

        return app;
    }
}
