using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Geo.Geodesy;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.TestKit;

namespace Twin.Api.Tests.Space;

/// <summary>Sites, facilities, zones and routes counted in areas and on grids.</summary>
public sealed class AreaPlaceTests(AreaPlaceTests.City city) : IClassFixture<AreaPlaceTests.City>
{
    // Communes of June 2025 are strips a sixth of a degree wide: half of 10001 and half of 10002, a corner cut off.
    private const string Drawn =
        """{"type":"Polygon","coordinates":[[[106.1,20.2],[106.25,20.2],[106.25,20.8],[106.15,20.8],[106.1,20.2]]]}""";

    [Fact]
    public async Task A_polygon_across_two_units_says_what_stands_in_it_by_layer_and_kind()
    {
        var area = await AskAsync($$"""{"geometry":{{Drawn}},"date":"2025-06-30"}""");

        Assert.Equal(
            "sites 3 mast:3, facilities 2 hospital:1 school:1, zones 1 industrialPark:1, routes 2 street:2",
            Told(area));
        Assert.Equal(2, area.GetProperty("units").GetArrayLength());
        // One route lies in it whole; of the other a part runs from 106.2 to the eastern side, on one parallel.
        var expected = Geodesic.DistanceMeters(new GeoPosition(106.16, 20.5), new GeoPosition(106.2, 20.5))
            + Geodesic.DistanceMeters(new GeoPosition(106.2, 20.4), new GeoPosition(106.25, 20.4));
        Assert.Equal(
            expected / 1000,
            area.GetProperty("places")[3].GetProperty("lengthKilometers").GetDouble(),
            0.002);
        Assert.Equal(JsonValueKind.Null, area.GetProperty("places")[0].GetProperty("lengthKilometers").ValueKind);
    }

    [Fact]
    public async Task Places_in_an_area_are_those_that_a_filter_finds()
    {
        var area = await AskAsync($$"""{"geometry":{{Drawn}},"date":"2025-06-30"}""");

        const string Filter = "S_INTERSECTS(geometry,"
            + "POLYGON((106.1 20.2,106.25 20.2,106.25 20.8,106.15 20.8,106.1 20.2)))";
        foreach (var layer in area.GetProperty("places").EnumerateArray())
        {
            var items = await city.App.GetAsync(
                $"/ogc/collections/{layer.GetProperty("layer").GetString()}/items?datetime=2025-06-30&limit=1&filter="
                + Uri.EscapeDataString(Filter));
            Assert.Equal(
                items.GetProperty("numberMatched").GetInt32(), layer.GetProperty("places").GetInt32());
        }
    }

    [Theory]
    [InlineData("a day before some were there", """{"geometry":DRAWN,"date":"2024-02-01"}""", "sites 2 mast:2")]
    [InlineData("the last day of a period", """{"geometry":DRAWN,"period":"2024-01"}""", "sites 2 mast:2")]
    [InlineData("a unit", """{"unit":"10002","date":"2025-06-30"}""", "sites 2 mast:2")]
    [InlineData("all of the city", """{"unit":"31","date":"2025-06-30"}""", "sites 4 mast:4")]
    [InlineData("a zone", """{"place":"zones/Z-1","date":"2025-06-30"}""", "sites 1 mast:1")]
    [InlineData(
        "around a route", """{"place":"routes/R-1","radiusMeters":600,"date":"2025-06-30"}""", "sites 2 mast:2")]
    [InlineData(
        "around a site", """{"place":"sites/S-1","radiusMeters":6000,"date":"2025-06-30"}""", "sites 2 mast:2")]
    public async Task An_area_may_be_drawn_or_that_of_something(string reason, string body, string expected)
    {
        var area = await AskAsync(body.Replace("DRAWN", Drawn, StringComparison.Ordinal));

        Assert.True(Told(area).StartsWith(expected, StringComparison.Ordinal), $"{reason}: {Told(area)}");
    }

    [Fact]
    public async Task A_unit_as_an_area_is_all_of_itself()
    {
        var area = await AskAsync("""{"unit":"10002","date":"2025-06-30"}""");

        var unit = Assert.Single(area.GetProperty("units").EnumerateArray());
        Assert.Equal("10002", unit.GetProperty("code").GetString());
        Assert.Equal(1, unit.GetProperty("shareOfUnit").GetDouble(), 1e-9);
    }

    [Theory]
    [InlineData("two areas", """{"geometry":DRAWN,"unit":"10002"}""", "geometry, unit")]
    [InlineData("a unit and a place", """{"unit":"10002","place":"zones/Z-1"}""", "geometry, unit")]
    [InlineData("a unit in some system", """{"unit":"10002","crs":"EPSG:3405"}""", "geometry, unit")]
    [InlineData("no unit", """{"unit":"nowhere"}""", "/v1/units")]
    [InlineData("a unit of another day", """{"unit":"10002","date":"2025-07-02"}""", "date")]
    [InlineData("no layer", """{"place":"boats/A"}""", "routes/R-1")]
    [InlineData("no id", """{"place":"zones"}""", "routes/R-1")]
    [InlineData("no place", """{"place":"zones/Z-9"}""", "/ogc/collections/zones/items")]
    [InlineData("a place before its day", """{"place":"zones/Z-1","date":"2023-12-31"}""", "date")]
    [InlineData("a line without a radius", """{"place":"routes/R-1"}""", "radiusMeters")]
    [InlineData("a radius that is none", """{"place":"routes/R-1","radiusMeters":-1}""", "500000")]
    public async Task What_is_no_area_is_refused_with_what_to_do(string reason, string body, string hint)
    {
        using var response = await city.App.PostJsonAsync(
            "/v1/space/summary", body.Replace("DRAWN", Drawn, StringComparison.Ordinal));

        var problem = await TwinApp.ReadProblemAsync(response, 400);
        Assert.True(problem.GetProperty("hint").GetString()!.Contains(hint, StringComparison.Ordinal), reason);
    }

    [Theory]
    [InlineData("sites", "square", "", 4)]
    [InlineData("sites", "hex", "", 4)]
    [InlineData("sites", "square", "&date=2024-02-01", 3)]
    [InlineData("sites", "hex", "&unit=10002&date=2025-06-30", 2)]
    [InlineData("sites", "square", "&bbox=106.15,20,106.19,21", 1)]
    [InlineData("sites", "square", "&coordinates=106.17,20.5&radiusMeters=6000", 2)]
    [InlineData("sites", "square", "&filter=operators%20LIKE%20%27%25vnpt%25%27", 1)]
    [InlineData("facilities", "hex", "", 3)]
    [InlineData("facilities", "square", "&filter=kind%20%3D%20%27school%27", 2)]
    public async Task A_grid_counts_every_place_once(string collection, string shape, string query, int expected)
    {
        var grid = await city.App.GetAsync(
            $"/v1/space/density?matrix=13&collection={collection}&shape={shape}{query}");

        var cells = grid.GetProperty("features").EnumerateArray()
            .Select(cell => cell.GetProperty("properties")).ToArray();
        Assert.Equal(expected, cells.Sum(cell => cell.GetProperty("count").GetInt32()));
        Assert.All(cells, cell =>
        {
            Assert.Equal(
                cell.GetProperty("count").GetDouble() / cell.GetProperty("areaSquareKilometers").GetDouble(),
                cell.GetProperty("perSquareKilometer").GetDouble(),
                1e-3);
            Assert.False(cell.TryGetProperty("lost", out _)); // No boats.
        });
    }

    [Theory]
    [InlineData("collection=routes")]
    [InlineData("collection=sites&filter=contact%20%3D%20%27lost%27")]
    [InlineData("collection=sites&datetime=2025-01-01T00:00:00Z")]
    [InlineData("collection=sites&bbox=1,2,3")]
    public async Task A_grid_of_places_that_cannot_be_made_is_refused(string query) =>
        await city.App.GetProblemAsync("/v1/space/density?matrix=10&" + query, 400);

    private static string Told(JsonElement area) => string.Join(
        ", ",
        area.GetProperty("places").EnumerateArray().Select(layer => string.Join(
            ' ',
            layer.GetProperty("kinds").EnumerateArray()
                .Select(kind => $"{kind.GetProperty("kind").GetString()}:{kind.GetProperty("places").GetRawText()}")
                .Prepend($"{layer.GetProperty("layer").GetString()} {layer.GetProperty("places").GetRawText()}"))));

    private async Task<JsonElement> AskAsync(string body)
    {
        using var response = await city.App.PostJsonAsync("/v1/space/summary", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    /// <summary>A city of strips with some places.</summary>
    public sealed class City : IAsyncLifetime
    {
        private TwinApp? _app;

        internal TwinApp App => _app ?? throw new InvalidOperationException("It has not started.");

        public async Task InitializeAsync()
        {
            _app = await TwinApp.StartAsync(
                services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
            foreach (var place in (Place[])
                [
                    TestPlaces.Site("S-1", 106.16, 20.5),
                    TestPlaces.Site("S-2", 106.2, 20.5, operators: "viettel;vnpt"),
                    TestPlaces.Site("S-3", 106.25, 20.5, from: new DateOnly(2024, 6, 1)), // On the edge.
                    TestPlaces.Site("S-4", 106.101, 20.79), // In the corner that is cut off.
                    Facility("F-1", "school", PlaceGeometry.Point(new GeoPosition(106.2, 20.3))),
                    Facility("F-2", "school", PlaceGeometry.Point(new GeoPosition(106.3, 20.3))),
                    // Its inside is not in the area, though a part of it is.
                    Facility("F-3", "hospital", TestPlaces.Zone("Z", 106.24, 20.3, 106.31, 20.4).Geometry),
                    TestPlaces.Zone("Z-1", 106.15, 20.4, 106.17, 20.6),
                    TestPlaces.Zone("Z-2", 106.9, 20.4, 106.95, 20.6),
                    TestPlaces.Route("R-1", "overhead", new GeoPosition(106.16, 20.5), new GeoPosition(106.2, 20.5)),
                    TestPlaces.Route(
                        "R-2", "underground", new GeoPosition(106.2, 20.4), new GeoPosition(106.3, 20.4)),
                    TestPlaces.Route("R-3", "overhead", new GeoPosition(106.4, 20.5), new GeoPosition(106.5, 20.5)),
                ])
            {
                Assert.IsType<PlaceOutcome.Done>(await App.Service<IPlaceStore>().WriteAsync(TestPlaces.Write(place)));
            }
        }

        public async Task DisposeAsync()
        {
            if (_app is not null)
            {
                await _app.DisposeAsync();
            }
        }

        private static Place Facility(string id, string kind, PlaceGeometry geometry) => new()
        {
            Layer = PlaceLayer.Facilities,
            Id = TestPlaces.Id(id),
            NameVi = $"Nơi {id}",
            Kind = kind,
            Geometry = geometry,
            ValidFrom = TestPlaces.Begin,
        };
    }
}
