using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Ogc;

/// <summary>GDAL reads the real program's collection and tiles over HTTP, and counts what we count.</summary>
public sealed class GdalTests(GdalTests.City city) : IClassFixture<GdalTests.City>
{
    private const string Items = "/ogc/collections/units/items";
    private const string VesselItems = "/ogc/collections/vessels/items";

    [SkippableTheory]
    [InlineData("2024-12-31", 233)]
    [InlineData("2025-07-01", 115)]
    public async Task GDAL_counts_the_units_of_the_day(string day, int expected)
    {
        var twin = await city.RequireAsync();

        var (output, _) = await GdalTools.RunAsync("ogrinfo", "-ro", "-so", Source(twin, day), "units");

        Assert.Equal(expected, GdalTools.CountIn(output));
        Assert.Equal(expected, await CountAsync(twin, $"datetime={day}"));
        Assert.Contains("nameVi: String", output, StringComparison.Ordinal);
        Assert.Contains("validFrom: Date", output, StringComparison.Ordinal);
        Assert.Contains("Polygon", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task GDAL_reads_every_page_once()
    {
        var twin = await city.RequireAsync();

        var (output, messages) = await GdalTools.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", Source(twin, "2024-12-31"), "units",
            "-oo", "PAGE_SIZE=50", "-select", "code");

        var codes = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1..];
        Assert.Equal(233, codes.Length);
        Assert.Equal(233, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("cursor=", messages, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("bbox", "", "106.6 20.8 106.7 20.9", "bbox=106.6,20.8,106.7,20.9")]
    [InlineData("filter", "level = 'commune'", "", "filter=level = 'commune'")]
    [InlineData(
        "filter", "level = 'commune' AND nameVi LIKE 'Phường%'", "",
        "filter=level = 'commune' AND nameVi LIKE 'Phường%'")]
    [InlineData("filter", "areaSquareKilometers > 10 OR upperUnit = '303'", "",
        "filter=areaSquareKilometers > 10 OR upperUnit = '303'")]
    [InlineData("filter", "upperUnit IS NULL", "", "filter=upperUnit IS NULL")]
    [InlineData("filter", "level = 'commune'", "106.6 20.8 106.7 20.9",
        "filter=level = 'commune'&bbox=106.6,20.8,106.7,20.9")]
    public async Task GDAL_narrows_down_as_we_do_and_leaves_the_work_to_us(
        string parameter, string where, string box, string query)
    {
        var twin = await city.RequireAsync();
        List<string> arguments = ["-ro", "-so", Source(twin, "2024-12-31"), "units"];
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
        var expected = await CountAsync(twin, $"datetime=2024-12-31&{escaped}");
        Assert.InRange(expected, 1, 232);
        Assert.Equal(expected, GdalTools.CountIn(output));
        Assert.Contains(parameter + "=", messages, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_we_give_in_VN2000_is_where_GDAL_has_it_in_degrees()
    {
        var twin = await city.RequireAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "unit.geojson");
        await File.WriteAllTextAsync(file, await twin.Client.GetStringAsync(
            $"{Items}/303?datetime=2024-12-31&crs=http://www.opengis.net/def/crs/EPSG/0/3405"));

        var (output, _) = await GdalTools.RunAsync(
            "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file, "-s_srs", "EPSG:3405", "-t_srs", "OGC:CRS84",
            "-lco", "COORDINATE_PRECISION=9");

        var ours = await twin.Client.GetFromJsonAsync<JsonElement>($"{Items}/303?datetime=2024-12-31");
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

    [SkippableFact]
    public async Task GDAL_reads_our_vector_tiles()
    {
        var twin = await city.RequireAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "451.mvt");
        await File.WriteAllBytesAsync(file, await twin.Client.GetByteArrayAsync(
            "/ogc/collections/units/tiles/WebMercatorQuad/10/451/815?datetime=2024-12-31&level=commune"));

        var (output, _) = await GdalTools.RunAsync(
            "ogrinfo", "-ro", "-al", "-geom=NO", "-oo", "X=815", "-oo", "Y=451", "-oo", "Z=10", file);

        Assert.InRange(GdalTools.CountIn(output), 50, 217);
        Assert.Contains("nameVi (String) = Phường Quán Toan", output, StringComparison.Ordinal);
        Assert.Contains("schematic (Integer(Boolean)) = 1", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task GDAL_reads_live_vessels_page_by_page_and_counts_as_we_do()
    {
        var twin = await city.RequireAsync();
        await city.ReportVesselsAsync();

        var (all, _) = await GdalTools.RunAsync("ogrinfo", "-ro", "-so", Vessels(twin), "vessels");
        var (csv, messages) = await GdalTools.RunAsync(
            "ogr2ogr", "-f", "CSV", "/vsistdout/", Vessels(twin), "vessels",
            "-oo", "PAGE_SIZE=100", "-select", "id");
        var (inBox, asked) = await GdalTools.RunAsync(
            "ogrinfo", "-ro", "-so", Vessels(twin), "vessels", "-spat", "107.4", "20", "107.6", "20.2",
            "-where", "contact = 'inContact'");

        Assert.Equal(City.VesselCount, GdalTools.CountIn(all));
        Assert.Contains("phenomenonTime: DateTime", all, StringComparison.Ordinal);
        Assert.Contains("Point", all, StringComparison.Ordinal);
        var ids = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1..];
        Assert.Equal(City.VesselCount, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(City.VesselCount, ids.Length);
        Assert.Contains("cursor=", messages, StringComparison.Ordinal);
        var expected = await CountAsync(
            twin, "bbox=107.4,20,107.6,20.2&filter=" + Uri.EscapeDataString("contact = 'inContact'"), VesselItems);
        Assert.InRange(expected, 10, City.VesselCount - 1);
        Assert.Equal(expected, GdalTools.CountIn(inBox));
        Assert.Contains("filter=", asked, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task GDAL_reads_vessels_in_our_vector_tiles()
    {
        var twin = await city.RequireAsync();
        await city.ReportVesselsAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "vessels.mvt");
        await File.WriteAllBytesAsync(file, await twin.Client.GetByteArrayAsync(
            "/ogc/collections/vessels/tiles/WebMercatorQuad/5/14/25"));

        var (output, _) = await GdalTools.RunAsync(
            "ogrinfo", "-ro", "-al", "-oo", "X=25", "-oo", "Y=14", "-oo", "Z=5", file);

        Assert.Equal(City.VesselCount, GdalTools.CountIn(output));
        Assert.Contains("contact (String) = inContact", output, StringComparison.Ordinal);
        Assert.Contains("POINT (119", output, StringComparison.Ordinal); // Meters of Web Mercator.
    }

    private static string Vessels(TwinProcess twin) => $"OAPIF:{twin.Client.BaseAddress}ogc";

    private static IEnumerable<(double X, double Y)> Positions(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number
            ? [(coordinates[0].GetDouble(), coordinates[1].GetDouble())]
            : coordinates.EnumerateArray().SelectMany(Positions);

    private static string Source(TwinProcess twin, string day) => string.Create(
        CultureInfo.InvariantCulture, $"OAPIF:{twin.Client.BaseAddress}ogc?datetime={day}");

    private static async Task<int> CountAsync(TwinProcess twin, string query, string items = Items) =>
        (await twin.Client.GetFromJsonAsync<JsonElement>($"{items}?limit=1&{query}")).GetProperty("numberMatched")
        .GetInt32();

    /// <summary>One program for all of these tests, without demonstration data.</summary>
    public sealed class City : IAsyncLifetime
    {
        /// <summary>How many vessels report.</summary>
        public const int VesselCount = 450;

        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private TemporaryFolder? _folder;
        private TwinProcess? _twin;

        /// <summary>The program; skips or fails the test where GDAL is not installed.</summary>
        public async Task<TwinProcess> RequireAsync()
        {
            GdalTools.Require();
            _folder ??= new TemporaryFolder();
            return _twin ??= await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");
        }

        /// <summary>Vessels report off the city, and are where a query looks.</summary>
        public async Task ReportVesselsAsync()
        {
            var twin = await RequireAsync();
            var now = TimeProvider.System.GetUtcNow();
            var rows = Enumerable.Range(0, VesselCount).Select(i =>
            {
                var (x, y) = (107.3 + (i % 30 * 0.02), 19.9 + (i / 30 * 0.03)); // At sea, far from any unit.
                return string.Create(
                    CultureInfo.InvariantCulture, $"{574_000_000 + i},{now:yyyy-MM-dd'T'HH:mm:ss'Z'},{x:F4},{y:F4}");
            });
            using var content = new StringContent(
                "vessel,time,longitude,latitude\n" + string.Join('\n', rows), Encoding.UTF8, "text/csv");
            using var response = await twin.Client.PostAsync("/v1/positions", content);
            response.EnsureSuccessStatusCode();
            // A position is in the cells some milliseconds after its answer.
            var begun = TimeProvider.System.GetTimestamp();
            while (await CountAsync(twin, "datetime=..%2F..", VesselItems) < VesselCount)
            {
                Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, "The vessels do not appear.");
            }
        }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (_twin is not null)
            {
                await _twin.DisposeAsync();
            }

            _folder?.Dispose();
        }
    }
}
