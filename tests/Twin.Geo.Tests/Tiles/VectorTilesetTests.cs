using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Geo.Coordinates;
using Twin.Geo.Tests.Datasets;
using Twin.Geo.Tiles;
using Twin.Model.Space;
using Twin.Model.Units;
using Xunit;

namespace Twin.Geo.Tests.Tiles;

public sealed class VectorTilesetTests
{
    private static readonly GeoPosition Center = new(106.68, 20.86);

    [Fact]
    public void A_feature_carries_its_number_and_attributes_and_equal_values_are_written_once()
    {
        var tile = DecodedTile.Read(new VectorTileset(
            "units",
            [
                Feature(7, "POLYGON ((-90 -45, 90 -45, 90 45, -90 45, -90 -45))",
                    ("nameVi", new TileValue.Text("Quán Toan")), ("level", new TileValue.Text("commune"))),
                Feature(null, "POLYGON ((-9 -9, 9 -9, 9 9, -9 9, -9 -9))",
                    ("level", new TileValue.Text("commune")), ("population", new TileValue.Count(-5)),
                    ("area", new TileValue.Number(2.5)), ("schematic", new TileValue.Flag(true))),
            ]).Encode(default));

        Assert.Equal(("units", 2UL, 4096UL), (tile.Name, tile.Version, tile.Extent));
        Assert.Equal(7UL, tile.Features[0].Id);
        Assert.Null(tile.Features[1].Id);
        Assert.Equal("Quán Toan", tile.Features[0].Attributes["nameVi"]);
        Assert.Equal(2, tile.Features[0].Attributes.Count);
        Assert.Equal(
            ("commune", -5L, 2.5, true),
            (tile.Features[1].Attributes["level"], tile.Features[1].Attributes["population"],
                tile.Features[1].Attributes["area"], tile.Features[1].Attributes["schematic"]));
        Assert.Equal(5, tile.ValueCount);
    }

    [Theory]
    [InlineData("whole", "0 0, 0 40, 40 40, 40 0, 0 0", 1, 0, 1, "0 4096, 910 4096, 910 3101, 0 3101")]
    [InlineData("cut in the west and south", "-40 -40, -40 40, 40 40, 40 -40, -40 -40", 1, 0, 1,
        "-64 4160, 910 4160, 910 3101, -64 3101")]
    [InlineData("all of the tile", "-170 -80, -170 80, 170 80, 170 -80, -170 -80", 2, 1, 1,
        "-64 -64, 4160 -64, 4160 4160, -64 4160")]
    public void A_square_is_cut_to_the_tile_and_a_little_around(
        string reason, string ring, int matrix, int row, int column, string expected)
    {
        var tileset = new VectorTileset("x", [Feature(1, $"POLYGON (({ring}))")]);

        var tile = DecodedTile.Read(tileset.Encode(new Tile(matrix, row, column)));

        var cut = new WKTReader().Read($"POLYGON (({expected}, {expected.Split(',')[0]}))");
        var shape = Assert.Single(tile.Features).Shape;
        var difference = shape.SymmetricDifference(cut).Area;
        // A unit or two along the sides: points lie on every eighth.
        Assert.True(difference < 8 * 4 * 4096, FormattableString.Invariant($"{reason}: {shape} {difference}"));
        Assert.True(difference < cut.Area / 50, FormattableString.Invariant($"{reason}: {shape} {difference}"));
    }

    [Fact]
    public void Holes_stay_holes_and_parts_stay_apart()
    {
        var tileset = new VectorTileset(
            "x",
            [
                Feature(1, "MULTIPOLYGON (((0 0, 0 40, 40 40, 40 0, 0 0), (10 10, 30 10, 30 30, 10 30, 10 10)), "
                    + "((-40 0, -40 20, -20 20, -20 0, -40 0)))"),
            ]);

        var whole = Assert.Single(DecodedTile.Read(tileset.Encode(default)).Features).Shape;
        var cut = Assert.Single(DecodedTile.Read(tileset.Encode(new Tile(3, 3, 4))).Features).Shape;

        Assert.Equal(2, whole.NumGeometries);
        Assert.Single(((MultiPolygon)whole).Geometries.Cast<Polygon>(), polygon => polygon.NumInteriorRings == 1);
        Assert.Equal(1, cut.NumGeometries);
        Assert.Equal(1, ((Polygon)cut.GetGeometryN(0)).NumInteriorRings);
    }

    [Fact]
    public void A_tile_without_anything_is_nothing()
    {
        var tileset = new VectorTileset(
            "x",
            [
                Feature(1, "POLYGON ((100 20, 100 21, 101 21, 101 20, 100 20))"),
                Feature(2, "POINT (0 0)"),
                Feature(3, "POLYGON EMPTY"),
                new TileFeature(4, null, []),
            ]);

        Assert.Null(tileset.Encode(new Tile(5, 0, 0)));
        Assert.Null(new VectorTileset("x", []).Encode(default));
        Assert.NotNull(tileset.Encode(Tile.Holding(new GeoPosition(100.5, 20.5), 5)));
    }

    [Theory]
    [InlineData(17, 0, 0)]
    [InlineData(3, 8, 0)]
    [InlineData(3, 0, -1)]
    public void A_tile_that_is_not_there_is_an_error(int matrix, int row, int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new VectorTileset("x", []).Encode(new Tile(matrix, row, column)));

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(16)]
    public void Units_of_the_city_fill_the_tile_as_they_fill_the_map(int matrix)
    {
        var tile = Tile.Holding(Center, matrix);
        var communes = Communes();
        var decoded = DecodedTile.Read(Tileset(communes).Encode(tile));

        Assert.All(decoded.Features, feature =>
        {
            var box = feature.Shape.EnvelopeInternal;
            Assert.True(new Envelope(-64, 4160, -64, 4160).Contains(box), box.ToString());
        });
        var square = new GeometryFactory().ToGeometry(new Envelope(-64, 4160, -64, 4160));
        var onTile = communes.ToDictionary(
            commune => Number(commune.Code), commune => ToTile(commune.Shape, tile), EqualityComparer<ulong>.Default);
        // Every unit that shows is where it belongs, to a grid cell along its border.
        Assert.All(decoded.Features, feature =>
        {
            var expected = OverlayNGRobust.Overlay(
                onTile[feature.Id!.Value], square, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
            var allowed = (expected.Length + 64) * 8;
            Assert.InRange(Math.Abs(feature.Shape.Area - expected.Area), 0, allowed);
        });
        // Neighbors neither overlap nor part: what they cover together is what each covers, added up.
        var together = OverlayNGRobust.Union(decoded.Features.Select(feature => feature.Shape.Buffer(0)));
        Assert.InRange(decoded.Features.Sum(feature => feature.Shape.Area) / together.Area, 1 - 1e-3, 1 + 1e-3);
    }

    [Fact]
    public void Coarser_matrices_have_fewer_points()
    {
        var tileset = Tileset(Communes());

        var points = Enumerable.Range(6, 4).Select(matrix => DecodedTile.Read(
            tileset.Encode(Tile.Holding(Center, matrix))).Features.Sum(feature => feature.Shape.NumPoints)).ToArray();

        Assert.True(points[0] < points[1] && points[1] < points[2] && points[2] < points[3], string.Join(' ', points));
    }

    [Fact]
    public async Task Tiles_asked_for_at_once_are_those_asked_for_in_turn()
    {
        var communes = Communes();
        Tile[] tiles =
        [
            .. Enumerable.Range(0, 64).Select(i => Tile.Holding(
                new GeoPosition(Center.LongitudeDegrees + (0.01 * (i % 8)), Center.LatitudeDegrees + (0.01 * (i / 8))),
                12)),
        ];
        var inTurn = Tileset(communes);
        var expected = tiles.Select(inTurn.Encode).ToArray();
        var tileset = Tileset(communes);

        var actual = await Task.WhenAll(tiles.Select(tile => Task.Run(() => tileset.Encode(tile))));

        Assert.Equal(expected, actual);
    }

    private static (string Code, Geometry Shape)[] Communes()
    {
        var map = HaiPhong.Dataset.Boundaries.Single(set => set.IsValidOn(new DateOnly(2024, 12, 31)));
        var reader = new WKBReader();
        return
        [
            .. map.Units.Where(unit => unit.Level == AdministrativeLevel.Commune)
                .Select(unit => (unit.Code.Value, reader.Read([.. unit.Wkb]))),
        ];
    }

    private static VectorTileset Tileset(IEnumerable<(string Code, Geometry Shape)> communes) => new(
        "units", communes.Select(commune => new TileFeature(Number(commune.Code), commune.Shape, [])));

    private static ulong Number(string code) => ulong.Parse(code, CultureInfo.InvariantCulture);

    private static Geometry ToTile(Geometry shape, Tile tile)
    {
        var bounds = tile.MercatorBounds;
        var copy = shape.Copy();
        foreach (var coordinate in copy.Coordinates)
        {
            var (x, y) = WebMercator.Forward(coordinate.X, coordinate.Y);
            coordinate.X = (x - bounds.MinX) / tile.SideMeters * VectorTileset.Extent;
            coordinate.Y = (bounds.MaxY - y) / tile.SideMeters * VectorTileset.Extent;
        }

        copy.GeometryChanged();
        return copy;
    }

    private static TileFeature Feature(
        ulong? id, string wkt, params (string Name, TileValue Value)[] attributes) => new(
        id, new WKTReader().Read(wkt), [.. attributes.Select(a => KeyValuePair.Create(a.Name, a.Value))]);
}
