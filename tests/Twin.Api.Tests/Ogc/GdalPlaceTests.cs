using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twin.TestKit;

namespace Twin.Api.Tests.Ogc;

/// <summary>
/// GDAL reads sites, facilities, zones and routes of the real program, into which they came over HTTP, and counts what
/// we count.
/// </summary>
public sealed class GdalPlaceTests(GdalPlaceTests.City city) : IClassFixture<GdalPlaceTests.City>
{
    private const string Day = "2025-12-31";

    [SkippableTheory]
    [InlineData("sites", "2024-12-31", 20, "Point")]
    [InlineData("sites", Day, 30, "Point")]
    [InlineData("facilities", Day, 6, "Unknown")]
    [InlineData("zones", Day, 3, "Polygon")]
    [InlineData("routes", Day, 4, "Line String")]
    public async Task GDAL_counts_the_places_of_the_day(string collection, string day, int expected, string geometry)
    {
        var twin = await city.RequireAsync();

        var (output, _) = await GdalTools.RunAsync("ogrinfo", "-ro", "-so", Source(twin, day), collection);

        Assert.Equal(expected, GdalTools.CountIn(output));
        Assert.Equal(expected, await CountAsync(twin, collection, $"datetime={day}"));
        Assert.Contains($"Geometry: {geometry}", output, StringComparison.Ordinal);
        Assert.Contains("validFrom: Date", output, StringComparison.Ordinal);
        Assert.Contains("kind: String", output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("sites", 30)]
    [InlineData("facilities", 6)]
    [InlineData("routes", 4)]
    public async Task GDAL_reads_every_page_once(string collection, int expected)
    {
        var twin = await city.RequireAsync();

        var (output, messages) = await GdalTools.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", Source(twin, Day), collection,
            "-oo", "PAGE_SIZE=3", "-select", "nameVi");

        var names = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1..];
        Assert.Equal(expected, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(expected, names.Length);
        Assert.Contains("cursor=", messages, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("sites", "bbox", "", "106.5 20.7 106.605 20.9", "bbox=106.5,20.7,106.605,20.9")]
    [InlineData("sites", "filter", "status = 'onAir' AND heightMeters > 30", "",
        "filter=status = 'onAir' AND heightMeters > 30")]
    [InlineData("sites", "filter", "operators LIKE '%vnpt%'", "", "filter=operators LIKE '%vnpt%'")]
    [InlineData("routes", "filter", "lengthKilometers > 9", "", "filter=lengthKilometers > 9")]
    [InlineData("facilities", "filter", "kind = 'school'", "106.5 20.7 106.65 20.9",
        "filter=kind = 'school'&bbox=106.5,20.7,106.65,20.9")]
    [InlineData("zones", "bbox", "", "106.5 20.7 106.6 20.9", "bbox=106.5,20.7,106.6,20.9")]
    public async Task GDAL_narrows_down_as_we_do_and_leaves_the_work_to_us(
        string collection, string parameter, string where, string box, string query)
    {
        var twin = await city.RequireAsync();
        List<string> arguments = ["-ro", "-so", Source(twin, Day), collection];
        if (where.Length > 0)
        {
            arguments.AddRange(["-where", where]);
        }

        if (box.Length > 0)
        {
            arguments.AddRange(["-spat", .. box.Split(' ')]);
        }

        var (output, messages) = await GdalTools.RunAsync("ogrinfo", [.. arguments]);

        var escaped = string.Join('&', query.Split('&').Select(pair =>
            $"{pair.Split('=', 2)[0]}={Uri.EscapeDataString(pair.Split('=', 2)[1])}"));
        var expected = await CountAsync(twin, collection, $"datetime={Day}&{escaped}");
        Assert.InRange(expected, 1, await CountAsync(twin, collection, $"datetime={Day}") - 1);
        Assert.Equal(expected, GdalTools.CountIn(output));
        Assert.Contains(parameter + "=", messages, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("sites", "S-05")]
    [InlineData("routes", "R-2")]
    [InlineData("zones", "Z-1")]
    public async Task What_we_give_in_VN2000_is_where_GDAL_has_it_in_degrees(string collection, string id)
    {
        var twin = await city.RequireAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "place.geojson");
        var item = $"/ogc/collections/{collection}/items/{id}?datetime={Day}";
        await File.WriteAllTextAsync(file, await twin.Client.GetStringAsync(
            $"{item}&crs=http://www.opengis.net/def/crs/EPSG/0/3405"));

        var (output, _) = await GdalTools.RunAsync(
            "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file, "-s_srs", "EPSG:3405", "-t_srs", "OGC:CRS84",
            "-lco", "COORDINATE_PRECISION=9");

        var ours = await twin.Client.GetFromJsonAsync<JsonElement>(item);
        var (expected, actual) = (
            Positions(ours.GetProperty("geometry").GetProperty("coordinates")).Order().ToArray(),
            Positions(JsonElement.Parse(output).GetProperty("features")[0].GetProperty("geometry")
                .GetProperty("coordinates")).Order().ToArray());
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair =>
        {
            // A millimeter is 1e-8 of a degree.
            Assert.Equal(pair.First.X, pair.Second.X, 1e-8);
            Assert.Equal(pair.First.Y, pair.Second.Y, 1e-8);
        });
    }

    [SkippableTheory]
    [InlineData("sites", 30, "operators (String) = viettel;vnpt")]
    [InlineData("routes", 4, "placement (String) = underground")]
    [InlineData("zones", 3, "kind (String) = industrialPark")]
    [InlineData("facilities", 6, "kind (String) = school")]
    public async Task GDAL_reads_our_vector_tiles(string collection, int expected, string says)
    {
        var twin = await city.RequireAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "112.mvt");
        await File.WriteAllBytesAsync(file, await twin.Client.GetByteArrayAsync(
            $"/ogc/collections/{collection}/tiles/WebMercatorQuad/8/112/203?datetime={Day}"));

        var (output, _) = await GdalTools.RunAsync(
            "ogrinfo", "-ro", "-al", "-geom=NO", "-oo", "X=203", "-oo", "Y=112", "-oo", "Z=8", file);

        Assert.Equal(expected, GdalTools.CountIn(output));
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    private static IEnumerable<(double X, double Y)> Positions(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number
            ? [(coordinates[0].GetDouble(), coordinates[1].GetDouble())]
            : coordinates.EnumerateArray().SelectMany(Positions);

    private static string Source(TwinProcess twin, string day) => string.Create(
        CultureInfo.InvariantCulture, $"OAPIF:{twin.Client.BaseAddress}ogc?datetime={day}");

    private static async Task<int> CountAsync(TwinProcess twin, string collection, string query) =>
        (await twin.Client.GetFromJsonAsync<JsonElement>($"/ogc/collections/{collection}/items?limit=1&{query}"))
        .GetProperty("numberMatched").GetInt32();

    /// <summary>One program for all of these tests, without demonstration data, into which places are put.</summary>
    public sealed class City : IAsyncLifetime, IDisposable
    {
        private TemporaryFolder? _folder;
        private TwinProcess? _twin;

        /// <summary>The program; skips or fails the test where GDAL is not installed.</summary>
        public async Task<TwinProcess> RequireAsync()
        {
            GdalTools.Require();
            if (_twin is null)
            {
                _folder = new TemporaryFolder();
                _twin = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");
                await FillAsync(_twin);
            }

            return _twin;
        }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (_twin is not null)
            {
                await _twin.DisposeAsync();
            }
        }

        public void Dispose() => _folder?.Dispose();

        private static async Task FillAsync(TwinProcess twin)
        {
            for (var i = 0; i < 30; i++)
            {
                await PostAsync(twin, "sites", Named("S", i, "00"), Point(106.5 + (0.01 * i), 20.8), new JsonObject
                {
                    ["kind"] = "mast",
                    ["operators"] = i % 3 == 0 ? "viettel;vnpt" : "mobifone",
                    ["technology"] = "5G",
                    ["status"] = i % 2 == 0 ? "onAir" : "planned",
                    ["heightMeters"] = 20 + i,
                    ["validFrom"] = i < 20 ? "2024-01-01" : "2025-07-01",
                });
            }

            for (var i = 0; i < 6; i++)
            {
                var (x, kind) = (106.5 + (0.05 * i), i % 2 == 0 ? "school" : "hospital");
                await PostAsync(
                    twin, "facilities", Named("F", i, "0"), i < 4 ? Point(x, 20.8) : Box(x, 20.8, 0.02), Since(kind));
            }

            for (var i = 0; i < 3; i++)
            {
                await PostAsync(
                    twin, "zones", Named("Z", i, "0"), Box(106.5 + (0.1 * i), 20.8, 0.05), Since("industrialPark"));
            }

            for (var i = 0; i < 4; i++)
            {
                var properties = Since("street");
                properties["placement"] = i % 2 == 0 ? "underground" : "overhead";
                var line = new JsonArray(Position(106.5, 20.7 + (0.05 * i)), Position(106.53 + (0.03 * i), 20.8));
                await PostAsync(twin, "routes", Named("R", i, "0"), Shape("LineString", line), properties);
            }
        }

        private static string Named(string prefix, int number, string format) =>
            $"{prefix}-{number.ToString(format, CultureInfo.InvariantCulture)}";

        private static JsonObject Since(string kind) => new() { ["kind"] = kind, ["validFrom"] = "2024-01-01" };

        private static JsonArray Position(double x, double y) => new(x, y);

        private static JsonObject Shape(string type, JsonArray coordinates) =>
            new() { ["type"] = type, ["coordinates"] = coordinates };

        private static JsonObject Point(double x, double y) => Shape("Point", Position(x, y));

        private static JsonObject Box(double x, double y, double side) => Shape("Polygon", new JsonArray(new JsonArray(
            Position(x, y), Position(x + side, y), Position(x + side, y + side), Position(x, y + side),
            Position(x, y))));

        private static async Task PostAsync(
            TwinProcess twin, string collection, string id, JsonObject geometry, JsonObject properties)
        {
            properties["nameVi"] = $"Nơi {id}";
            var feature = new JsonObject
            {
                ["type"] = "Feature",
                ["id"] = id,
                ["geometry"] = geometry,
                ["properties"] = properties,
            };
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(feature.ToJsonString()));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/geo+json");
            using var response = await twin.Client.PostAsync($"/ogc/collections/{collection}/items?by=test", content);
            Assert.True(
                response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        }
    }
}
