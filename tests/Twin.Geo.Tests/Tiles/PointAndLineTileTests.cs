using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Tiles;
using Xunit;

namespace Twin.Geo.Tests.Tiles;

public sealed class PointAndLineTileTests
{
    [Fact]
    public void A_point_is_in_its_tile_and_on_the_edge_in_both()
    {
        var tileset = Tileset("POINT (-45 0)", "POINT (0 0)");

        var (west, east) = (Shapes(tileset, new Tile(1, 0, 0)), Shapes(tileset, new Tile(1, 0, 1)));

        Assert.Equal([3072.0, 4096.0], west.Select(shape => shape.Coordinate.X));
        Assert.Equal([0.0], east.Select(shape => shape.Coordinate.X));
        Assert.All(west.Concat(east), shape => Assert.Equal(4096, shape.Coordinate.Y, 0.5));
    }

    [Fact]
    public void Several_points_are_one_feature_and_those_outside_are_left_out()
    {
        var tileset = Tileset("MULTIPOINT ((-90 0), (-45 0), (90 0), (-45 0))");

        var shape = Assert.Single(Shapes(tileset, new Tile(1, 0, 0)));

        Assert.Equal([2048.0, 3072.0], shape.Coordinates.Select(coordinate => coordinate.X));
        Assert.Equal(3, Assert.Single(Shapes(tileset, default)).NumGeometries);
    }

    [Fact]
    public void Points_at_one_place_are_one_far_away_and_all_near_by()
    {
        var tileset = Tileset("POINT (106.68 20.86)", "POINT (106.68 20.86)", "POINT (106.69 20.86)");

        Assert.Single(Shapes(tileset, Tile.Holding(new(106.68, 20.86), 2)));
        Assert.Equal(2, Shapes(tileset, Tile.Holding(new(106.68, 20.86), 13)).Count);
        Assert.Equal(2, Shapes(tileset, Tile.Holding(new(106.68, 20.86), 16)).Count);
    }

    [Theory]
    [InlineData("within", "LINESTRING (-135 10, -45 10)", "1024 3864, 3072 3864")]
    [InlineData("through", "LINESTRING (-179 10, 179 10)", "24 3864, 4160 3864")]
    [InlineData("in at the side", "LINESTRING (90 0, -90 0)", "4160 4096, 2048 4096")]
    [InlineData("a needless point", "LINESTRING (-135 0, -90 0, -45 0)", "1024 4096, 3072 4096")]
    [InlineData("a repeated point", "LINESTRING (-135 0, -135 0, -45 0)", "1024 4096, 3072 4096")]
    [InlineData("there and back", "LINESTRING (-135 0, -45 0, -90 0)", "1024 4096, 3072 4096, 2048 4096")]
    [InlineData("out and in again", "LINESTRING (-45 0, 90 0, 90 30, -45 30)",
        "3072 4096, 4160 4096 | 4160 3376, 3072 3376")]
    [InlineData("past the corner", "LINESTRING (3 -3, 90 -80)", "")]
    public void A_line_is_cut_to_the_tile_and_a_little_around(string reason, string wkt, string expected)
    {
        var bytes = Tileset(wkt).Encode(new Tile(1, 0, 0));

        var lines = bytes is null
            ? string.Empty
            : string.Join(" | ", ((MultiLineString)Assert.Single(DecodedTile.Read(bytes).Features).Shape).Geometries
                .Select(line => string.Join(", ", line.Coordinates.Select(c => string.Create(
                    CultureInfo.InvariantCulture, $"{c.X} {c.Y}")))));

        Assert.True(lines.Equals(expected, StringComparison.Ordinal), $"{reason}: {lines}");
    }

    [Fact]
    public void A_line_shorter_than_a_grid_cell_is_left_out_until_it_is_not()
    {
        var tileset = Tileset("LINESTRING (106.68 20.86, 106.681 20.861)");

        Assert.Null(tileset.Encode(Tile.Holding(new(106.68, 20.86), 5)));
        Assert.NotNull(tileset.Encode(Tile.Holding(new(106.68, 20.86), 14)));
    }

    [Fact]
    public void What_mixes_kinds_is_left_out() =>
        Assert.Null(Tileset("GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))").Encode(default));

    private static List<Geometry> Shapes(VectorTileset tileset, Tile tile) =>
        [.. DecodedTile.Read(tileset.Encode(tile)).Features.Select(feature => feature.Shape)];

    private static VectorTileset Tileset(params string[] shapes) => new(
        "places", shapes.Select((wkt, i) => new TileFeature((ulong)i, new WKTReader().Read(wkt), [])));
}
