using System.Globalization;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Formats;

/// <summary>GDAL is the judge: it reads what is written here, and what it writes is read here.</summary>
public sealed class GdalFormatTests : IDisposable
{
    private const string Communes = "reference/boundaries/haiphong/pre2025_l3_communes.geojson";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("GPKG", "EPSG:3405", "communes.gpkg")]
    [InlineData("GPKG", "EPSG:4326", "communes.gpkg")]
    [InlineData("ESRI Shapefile", "EPSG:3405", "communes.shp")]
    [InlineData("ESRI Shapefile", "EPSG:4326", "communes.shp")]
    [InlineData("GeoJSONSeq", "EPSG:4326", "communes.geojsons")]
    [InlineData("GeoJSON", "EPSG:3405", "communes.json")]
    public async Task Real_boundaries_written_by_gdal_are_read_as_they_were(string driver, string crs, string name)
    {
        GdalTools.Require();
        var source = ReferenceData.Require(Communes);
        var expected = Read(source);
        var path = Path.Combine(_folder.Path, name);
        // GDAL 3.6 ends files of GeoJSON 2008 with the crs member that says what they are in.
        await GdalTools.RunAsync(
            "ogr2ogr", "-f", driver, "-t_srs", crs, "-select", "code,name_vi", "-lco", "ENCODING=UTF-8",
            "-lco", "COORDINATE_PRECISION=12", path, source);

        var read = Read(path);

        Assert.Equal(217, read.Length);
        for (var i = 0; i < read.Length; i++)
        {
            Assert.Equal(expected[i].Property("code")?.GetString(), read[i].Property("code")?.GetString());
            Assert.Equal(expected[i].Property("name_vi")?.GetString(), read[i].Property("name_vi")?.GetString());
            // PROJ's VN-2000 and ours agree to a millimeter; 1e-7° are a centimeter.
            Assert.Equal(expected[i].Geometry!.Area, read[i].Geometry!.Area, 9);
            Assert.True(expected[i].Geometry!.EnvelopeInternal.Centre!.Distance(
                read[i].Geometry!.EnvelopeInternal.Centre) < 1e-7);
        }
    }

    [SkippableTheory]
    [InlineData(MapFormat.GeoPackage, "EPSG:3405")]
    [InlineData(MapFormat.GeoPackage, "CRS84")]
    [InlineData(MapFormat.Shapefile, "EPSG:3405")]
    [InlineData(MapFormat.Shapefile, "EPSG:9211")]
    [InlineData(MapFormat.GeoJson, "EPSG:3405")]
    [InlineData(MapFormat.GeoJsonSequence, "CRS84")]
    [InlineData(MapFormat.Csv, "CRS84")]
    public async Task Gdal_reads_what_is_written(MapFormat format, string crs)
    {
        GdalTools.Require();
        var features = Read(ReferenceData.Require(Communes));
        Assert.True(CrsText.TryParse(crs, out var system));
        var path = Path.Combine(_folder.Path, "ours" + MapFileWriter.ExtensionOf(format));
        await using (var file = File.Create(path))
        {
            MapFileWriter.Write(format, features, "communes", system, file);
        }

        var target = format is MapFormat.Shapefile ? "/vsizip/" + path : path;
        var back = Path.Combine(_folder.Path, "back.json");
        string[] source = format is MapFormat.Csv ? ["-oo", "GEOM_POSSIBLE_NAMES=wkt", "-s_srs", "OGC:CRS84"] : [];
        await GdalTools.RunAsync(
            "ogr2ogr",
            [
                "-f", "GeoJSON", .. source, "-t_srs", "OGC:CRS84", "-lco", "COORDINATE_PRECISION=10", back, target,
            ]);

        var read = Read(back);
        Assert.Equal(217, read.Length);
        Assert.All(read.Zip(features), pair => Assert.Equal(pair.Second.Geometry!.Area, pair.First.Geometry!.Area, 8));
        Assert.All(read.Zip(features), pair => Assert.Equal(
            pair.Second.Property("name_vi")?.GetString(), pair.First.Property("name_vi")?.GetString()));
    }

    private static GeoJsonFeature[] Read(string path)
    {
        using var reader = MapFile.Open(path, MapReadOptions.Default);
        return
        [
            .. reader.Read().Select(one =>
            {
                Assert.True(
                    one is { Problem: null, Feature.Geometry: not null },
                    string.Create(CultureInfo.InvariantCulture, $"Feature {one.Number}: {one.Problem}"));
                return one.Feature!;
            }),
        ];
    }
}
