using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Formats;
using Xunit;

namespace Twin.Geo.Tests.Formats;

public sealed class GeoJsonFeatureTests
{
    public static TheoryData<string, string> Geometries() => new()
    {
        { "point", "POINT (106.68 20.86)" },
        { "two points", "MULTIPOINT ((1 2), (3 4))" },
        { "line", "LINESTRING (0 0, 1 1, 2 0)" },
        { "two lines", "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))" },
        { "polygon with a hole", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))" },
        { "two polygons", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))" },
        { "collection", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))" },
        { "edge of the world", "LINESTRING (-180 -90, 180 90)" },
    };

    public static TheoryData<string, string> Malformed() => new()
    {
        { "nothing", "" },
        { "no JSON", "[" },
        { "an array", "[]" },
        { "no type", "{}" },
        { "a geometry alone", """{"type":"Point","coordinates":[1,2]}""" },
        { "no features", """{"type":"FeatureCollection"}""" },
        { "features no array", """{"type":"FeatureCollection","features":{}}""" },
        { "no geometry member", """{"type":"Feature","properties":{}}""" },
        { "unknown geometry", Feature("""{"type":"Circle","coordinates":[1,2]}""") },
        { "one number", Feature("""{"type":"Point","coordinates":[1]}""") },
        { "text for a number", Feature("""{"type":"Point","coordinates":["1",2]}""") },
        { "projected meters", Feature("""{"type":"Point","coordinates":[598000,2308000]}""") },
        { "latitude first", Feature("""{"type":"Point","coordinates":[20.86,106.68]}""") },
        { "one position", Feature("""{"type":"LineString","coordinates":[[1,2]]}""") },
        { "ring of three", Feature("""{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}""") },
        { "ring not closed", Feature("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""") },
        { "polygon without ring", Feature("""{"type":"Polygon","coordinates":[]}""") },
        { "nested too deep", Feature(Nested(GeoJsonFeatureReader.MaxDepth + 1)) },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public void A_geometry_comes_back_as_it_went(string name, string wkt)
    {
        var geometry = new WKTReader().Read(wkt);

        var bytes = GeoJsonFeatureWriter.Write([new GeoJsonFeature(name, geometry, [])]);

        Assert.True(GeoJsonFeatureReader.TryRead(bytes, out var features, out _));
        Assert.Equal(name, features.Single().Id);
        Assert.True(geometry.EqualsExact(features.Single().Geometry), features.Single().Geometry?.AsText());
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_text_is_refused_with_a_reason(string name, string json)
    {
        Assert.NotEmpty(name);

        var isRead = GeoJsonFeatureReader.TryRead(Encoding.UTF8.GetBytes(json), out var features, out var refusal);

        Assert.False(isRead);
        Assert.Empty(features);
        Assert.Equal("malformed_geojson", refusal!.Code);
        Assert.NotEmpty(refusal.Detail);
    }

    [Fact]
    public void Exterior_rings_go_counter_clockwise_and_holes_clockwise()
    {
        var turned = new WKTReader().Read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))");

        var text = Encoding.UTF8.GetString(GeoJsonFeatureWriter.Write([new GeoJsonFeature(null, turned, [])]));

        Assert.Contains(
            "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[2,2],[2,4],[4,4],[4,2],[2,2]]]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Collections_may_nest_to_the_limit()
    {
        var json = Feature(Nested(GeoJsonFeatureReader.MaxDepth));

        Assert.True(GeoJsonFeatureReader.TryRead(Encoding.UTF8.GetBytes(json), out _, out _));
    }

    [Fact]
    public void Empty_and_missing_geometries_are_null()
    {
        var bytes = GeoJsonFeatureWriter.Write(
            [new GeoJsonFeature("1", null, []), new GeoJsonFeature("2", Point.Empty, [])]);

        Assert.True(GeoJsonFeatureReader.TryRead(bytes, out var features, out _));
        Assert.All(features, f => Assert.Null(f.Geometry));
    }

    [Fact]
    public void No_feature_is_an_empty_collection()
    {
        var bytes = GeoJsonFeatureWriter.Write([]);

        Assert.True(GeoJsonFeatureReader.TryRead(bytes, out var features, out _));
        Assert.Empty(features);
    }

    [Fact]
    public void A_byte_order_mark_and_a_height_are_read_over()
    {
        var json = "\uFEFF" + Feature("""{"type":"Point","coordinates":[1,2,3]}""");

        Assert.True(GeoJsonFeatureReader.TryRead(Encoding.UTF8.GetBytes(json), out var features, out _));

        Assert.Equal("POINT (1 2)", features.Single().Geometry!.AsText());
    }

    private static string Feature(string geometry) =>
        $$"""{"type":"Feature","properties":{},"geometry":{{geometry}}}""";

    private static string Nested(int depth) => depth == 0
        ? """{"type":"Point","coordinates":[1,2]}"""
        : $$"""{"type":"GeometryCollection","geometries":[{{Nested(depth - 1)}}]}""";
}
