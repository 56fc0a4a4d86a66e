using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Ogc;

/// <summary>GDAL reads the real program's collection and tiles over HTTP, and counts what we count.</summary>
public sealed class GdalTests(GdalTests.City city) : IClassFixture<GdalTests.City>
{
    private const string Items = "/ogc/collections/units/items";

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

    private static IEnumerable<(double X, double Y)> Positions(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number
            ? [(coordinates[0].GetDouble(), coordinates[1].GetDouble())]
            : coordinates.EnumerateArray().SelectMany(Positions);

    private static string Source(TwinProcess twin, string day) => string.Create(
        CultureInfo.InvariantCulture, $"OAPIF:{twin.Client.BaseAddress}ogc?datetime={day}");

    private static async Task<int> CountAsync(TwinProcess twin, string query) =>
        (await twin.Client.GetFromJsonAsync<JsonElement>($"{Items}?limit=1&{query}")).GetProperty("numberMatched")
        .GetInt32();

    /// <summary>One program for all of these tests, without demonstration data.</summary>
    public sealed class City : IAsyncLifetime
    {
        private TemporaryFolder? _folder;
        private TwinProcess? _twin;

        /// <summary>The program; skips or fails the test where GDAL is not installed.</summary>
        public async Task<TwinProcess> RequireAsync()
        {
            GdalTools.Require();
            _folder ??= new TemporaryFolder();
            return _twin ??= await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");
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
