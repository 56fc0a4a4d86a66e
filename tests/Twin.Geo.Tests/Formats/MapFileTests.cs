using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.IO;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Geo.Repair;
using Twin.Geo.Text;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Formats;

public sealed class MapFileTests : IDisposable
{
    private const double ToleranceDegrees = 1e-8; // 1 mm, as the files of meters keep a tenth of one.

    private static readonly string[] Shapes =
    [
        "POLYGON ((106.6 20.8, 106.7 20.8, 106.7 20.9, 106.6 20.9, 106.6 20.8), "
            + "(106.62 20.82, 106.62 20.84, 106.64 20.84, 106.64 20.82, 106.62 20.82))",
        "MULTIPOLYGON (((106.1 20.1, 106.2 20.1, 106.2 20.2, 106.1 20.1)), "
            + "((106.3 20.3, 106.4 20.3, 106.4 20.4, 106.3 20.3)))",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<MapFormat, string> Written()
    {
        var rows = new TheoryData<MapFormat, string>();
        foreach (var format in Enum.GetValues<MapFormat>())
        {
            rows.Add(format, "CRS84");
            if (format is not MapFormat.GeoJsonSequence)
            {
                rows.Add(format, "EPSG:3405");
                rows.Add(format, "EPSG:4756");
                rows.Add(format, "EPSG:9211");
                rows.Add(format, "EPSG:3857");
            }
        }

        return rows;
    }

    public static TheoryData<string, string, string> Malformed() => new()
    {
        { "nothing", "", "empty_file" },
        { "JSON that ends", "{\"type\":\"FeatureCollection\",\"features\":[", "malformed_geojson" },
        { "an array", "[1]", "malformed_geojson" },
        { "another object", "{\"type\":\"Topology\"}", "malformed_geojson" },
        { "features that are none", "{\"type\":\"FeatureCollection\",\"features\":{}}", "malformed_geojson" },
        { "a table without geometry", "name,age\nLan,3\n", "no_geometry_column" },
        { "an SQLite header alone", "SQLite format 3\0", "malformed_geopackage" },
        { "a zip header alone", "PK\u0003\u0004", "malformed_shapefile" },
    };

    public static TheoryData<string, string, double> Numbers() => new()
    {
        { "point", "106.68", 106.68 },
        { "decimal comma", "106,68", 106.68 },
        { "groups by point", "2.308.123,45", 2_308_123.45 },
        { "groups by comma", "2,308,123.45", 2_308_123.45 },
        { "groups by blank", "2 308 123,45", 2_308_123.45 },
        { "exponent", "1.0668e2", 106.68 },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Written))]
    public void What_is_written_reads_back(MapFormat format, string crs)
    {
        var features = Features();
        var path = Write(format, crs, features);

        // CSV says nothing of its reference system.
        var read = Read(path, format == MapFormat.Csv ? crs : null);

        Assert.Equal(features.Length, read.Count);
        for (var i = 0; i < features.Length; i++)
        {
            Assert.Null(read[i].Problem);
            var feature = read[i].Feature;
            Assert.NotNull(feature?.Geometry);
            var distance = DiscreteHausdorffDistance.Distance(features[i].Geometry, feature.Geometry);
            Assert.True(distance < ToleranceDegrees, $"{features[i].Geometry} came back as {feature.Geometry}");
            Assert.Equal(features[i].Geometry!.NumPoints, feature.Geometry.NumPoints);
            Assert.Equal(features[i].Property("name")?.GetString(), feature.Property("name")?.GetString());
            Assert.Equal("3", feature.Property("lanes")?.ToString());
            Assert.Equal(12.5, double.Parse(
                feature.Property("width")!.Value.ToString(), System.Globalization.CultureInfo.InvariantCulture), 9);
        }
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_file_that_is_none_is_refused(string name, string text, string code)
    {
        var path = Path.Combine(_folder.Path, "file.bin");
        File.WriteAllText(path, text, new UTF8Encoding(false));

        var refused = Assert.Throws<MapFileException>(() => Read(path));

        Assert.True(string.Equals(code, refused.Refusal.Code, StringComparison.Ordinal), $"{name}: {refused.Refusal}");
        Assert.NotEmpty(refused.Refusal.Hint);
    }

    [Fact]
    public void A_bad_feature_spoils_itself_alone_and_is_placed()
    {
        var path = WriteText(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[106.7,20.8]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[20.8,106.7]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Circle","coordinates":[1,2]}},
            {"type":"Feature","properties":null,"geometry":null}
            ]}
            """);

        var read = Read(path);

        Assert.Equal([2, 3, 4, 5], read.Select(one => one.Line));
        Assert.Equal(
            [null, "coordinates_outside", "malformed_geojson", null], read.Select(one => one.Problem?.Code),
            StringComparer.Ordinal);
        Assert.Null(read[3].Feature?.Geometry);
    }

    [Fact]
    public void Open_and_collapsed_rings_are_mended_and_noted()
    {
        var path = WriteText(
            """
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[
              [[106,20],[107,20],[107,21],[106,21]], [[106.5,20.5],[106.6,20.5],[106.5,20.5]]]}}
            """);

        var read = Assert.Single(Read(path));

        Assert.Equal(
            [RepairKind.UnclosedRing, RepairKind.Collapsed], read.Notes.Select(note => note.Kind).Order());
        Assert.NotNull(read.Feature?.Geometry);
        Assert.True(read.Feature.Geometry.IsValid);
        Assert.Equal(1, read.Feature.Geometry.Area, 9);
    }

    [Fact]
    public void A_text_that_is_no_json_spoils_one_record_of_a_sequence()
    {
        var point = """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[106.7,20.8]}}""";
        var sequence = WriteText($"\u001e{point}\n\u001e{{\"type\":\n\u001e{point}\n");
        var lines = WriteText($"{point}\n{{\"type\":\n{point}\n", "lines.ndjson");

        Assert.Equal([1, 2, 3], Read(sequence).Select(one => one.Line));
        Assert.Equal(
            [null, "malformed_geojson", null], Read(sequence).Select(one => one.Problem?.Code), StringComparer.Ordinal);
        Assert.Equal(
            [null, "malformed_geojson", null], Read(lines).Select(one => one.Problem?.Code), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Numbers_of_coordinates_have_a_point_or_a_comma(string name, string text, double expected)
    {
        Assert.True(DecimalText.TryRead(text, out var value), name);
        Assert.Equal(expected, value, 9);
    }

    [Fact]
    public void A_table_gives_points_by_vietnamese_names_of_columns()
    {
        var path = WriteText("Tên;Kinh độ;Vĩ độ\nTrạm 1;106,68;20,86\nTrạm 2;;\nTrạm 3;x;1\n", "sites.csv");

        var read = Read(path);

        Assert.Equal("POINT (106.68 20.86)", read[0].Feature?.Geometry?.AsText());
        Assert.Equal("Trạm 1", read[0].Feature?.Property("Tên")?.GetString());
        Assert.Null(read[1].Feature?.Geometry);
        Assert.Equal(("malformed_geometry", 4), (read[2].Problem?.Code, read[2].Line));
    }

    [Theory]
    [InlineData("tcvn3")]
    [InlineData("viscii")]
    [InlineData("vni")]
    public void Texts_of_a_shapefile_are_read_in_the_encoding_of_before_unicode(string name)
    {
        var encoding = VietnameseEncodings.Find(name);
        Assert.NotNull(encoding);
        var path = Write(MapFormat.Shapefile, "CRS84", Features());
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            Replace(zip, ".cpg", _ => Encoding.ASCII.GetBytes(name));
            Replace(zip, ".dbf", dbf => Recode(dbf, "Phường Quán Toan", encoding));
        }

        Assert.Equal("Phường Quán Toan", Read(path)[0].Feature?.Property("name")?.GetString());
    }

    [Theory]
    [InlineData(999_999, null)]
    [InlineData(1_000_000, "too_many_vertices")]
    public void A_million_vertices_are_refused(int vertices, string? code)
    {
        var text = new StringBuilder("{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",");
        text.Append("\"coordinates\":[[106,20]");
        for (var i = 1; i < vertices; i++)
        {
            text.Append(i % 2 == 0 ? ",[106,20]" : ",[107,21]");
        }

        var read = Assert.Single(Read(WriteText(text.Append("]}}").ToString())));

        Assert.Equal(code, read.Problem?.Code);
    }

    [Fact]
    public void Features_and_vertices_have_limits()
    {
        var path = Write(MapFormat.GeoPackage, "CRS84", Features());

        var features = Assert.Throws<MapFileException>(
            () => Read(path, new MapReadOptions { MaxFeatures = 1 }));
        var vertices = Assert.Throws<MapFileException>(
            () => Read(path, new MapReadOptions { MaxVerticesInAll = 12 }));
        var bytes = Assert.Throws<MapFileException>(() => Read(path, new MapReadOptions { MaxBytes = 100 }));

        Assert.All([features, vertices, bytes], one => Assert.Equal("file_too_large", one.Refusal.Code));
    }

    [Theory]
    [InlineData(MapFormat.GeoJson)]
    [InlineData(MapFormat.GeoPackage)]
    [InlineData(MapFormat.Shapefile)]
    [InlineData(MapFormat.Csv)]
    public void A_damaged_file_is_refused_and_never_more(MapFormat format)
    {
        var whole = File.ReadAllBytes(Write(format, "CRS84", Features()));
        var random = new Random(20_25);
        var path = Path.Combine(_folder.Path, "damaged");
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            byte[] damaged = [.. whole];
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, round % 4 == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            try
            {
                Read(path, new MapReadOptions { Crs = CoordinateReferenceSystems.Crs84 });
            }
            catch (MapFileException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 400);
    }

    [Fact]
    public void Deeply_nested_geometries_are_refused_before_they_are_read()
    {
        var deep = string.Concat(Enumerable.Repeat("GEOMETRYCOLLECTION (", 100_000));
        var path = WriteText($"wkt\n\"{deep}\"\n", "deep.csv");
        byte[] binary = [.. Enumerable.Repeat<byte[]>([1, 7, 0, 0, 0, 1, 0, 0, 0], 100_000).SelectMany(one => one)];

        Assert.Equal("malformed_geometry", Assert.Single(Read(path)).Problem?.Code);
        Assert.Throws<FormatException>(() => WellKnown.ReadBinary(binary, 1_000));
        Assert.Throws<FormatException>(() => WellKnown.ReadBinary([1, 3, 0, 0, 0, 255, 255, 255, 255], 1_000));
    }

    [Fact]
    public void A_view_of_a_geopackage_is_not_read()
    {
        var path = Write(MapFormat.GeoPackage, "CRS84", Features());
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE VIEW v AS SELECT * FROM layer;
                UPDATE gpkg_contents SET table_name = 'v'; UPDATE gpkg_geometry_columns SET table_name = 'v';
                """;
            command.ExecuteNonQuery();
        }

        Assert.Equal("choose_layer", Assert.Throws<MapFileException>(() => Read(path)).Refusal.Code);
    }

    private static GeoJsonFeature[] Features() =>
    [
        .. Shapes.Select((wkt, i) => new GeoJsonFeature(
            null,
            new WKTReader().Read(wkt),
            [
                new("name", JsonSerializer.SerializeToElement(i == 0 ? "Phường Quán Toan" : "Xã Đại Bản")),
                new("lanes", JsonSerializer.SerializeToElement(3)),
                new("width", JsonSerializer.SerializeToElement(12.5)),
            ])),
    ];

    private static void Replace(ZipArchive zip, string extension, Func<byte[], byte[]> change)
    {
        var entry = zip.Entries.Single(one => one.Name.EndsWith(extension, StringComparison.Ordinal));
        using var old = new MemoryStream();
        using (var stream = entry.Open())
        {
            stream.CopyTo(old);
        }

        entry.Delete();
        using var made = zip.CreateEntry(entry.FullName).Open();
        made.Write(change(old.ToArray()));
    }

    /// <summary>Puts a text of a table into another encoding, in the place that it has.</summary>
    private static byte[] Recode(byte[] dbf, string text, Encoding encoding)
    {
        var (from, to) = (Encoding.UTF8.GetBytes(text), encoding.GetBytes(text));
        var at = dbf.AsSpan().IndexOf(from);
        Assert.InRange(at, 1, dbf.Length);
        dbf.AsSpan(at, from.Length).Fill((byte)' ');
        to.CopyTo(dbf, at);
        return dbf;
    }

    private static List<MapFeature> Read(string path, string? crs = null)
    {
        CoordinateReferenceSystem? system = null;
        Assert.True(crs is null || CrsText.TryParse(crs, out system));
        return Read(path, new MapReadOptions { Crs = system });
    }

    private static List<MapFeature> Read(string path, MapReadOptions options)
    {
        using var reader = MapFile.Open(path, options);
        return [.. reader.Read()];
    }

    private string WriteText(string text, string name = "file.json")
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private string Write(MapFormat format, string crs, GeoJsonFeature[] features)
    {
        Assert.True(CrsText.TryParse(crs, out var system));
        var path = Path.Combine(_folder.Path, "written" + MapFileWriter.ExtensionOf(format));
        using var file = File.Create(path);
        MapFileWriter.Write(format, features, "layer", system, file);
        return path;
    }
}
