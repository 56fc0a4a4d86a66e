using System.Text;
using NetTopologySuite.Geometries;
using Twin.Geo.Tiles;
using Twin.Model.Space;
using Xunit;

namespace Twin.Geo.Tests.Tiles;

public sealed class PointTileTests
{
    private static readonly GeometryFactory Factory = new();
    private static readonly Tile Middle = new(1, 0, 1); // From 0° to 180° E, north of the equator.

    [Fact]
    public void A_point_is_encoded_as_the_specification_says()
    {
        var bytes = PointTile.Encode("a", Middle, [Feature(90.00001, 66.5132, 7)]);

        // Layer 3: version 2, name "a", one feature, no keys; then the extent of 4096.
        Assert.Equal(
            "1A-17-78-02-0A-01-61-12-0D-08-07-12-00-18-01-22-05-09-80-20-80-20-28-80-20",
            BitConverter.ToString(bytes!));
    }

    [Fact]
    public void Points_beyond_the_buffer_are_left_out_and_without_any_there_is_no_tile()
    {
        Assert.Null(PointTile.Encode("a", Middle, []));
        Assert.Null(PointTile.Encode("a", Middle, [Feature(-10, 50, 1), Feature(50, -10, 2)]));
        Assert.NotNull(PointTile.Encode("a", Middle, [Feature(-2, 50, 1)]));
    }

    [Fact]
    public void Names_and_values_that_come_again_are_written_once()
    {
        var one = PointTile.Encode("a", Middle, [Named(10, "Hải Phòng")])!;
        var two = PointTile.Encode("a", Middle, [Named(10, "Hải Phòng"), Named(20, "Hải Phòng")])!;

        Assert.Equal(1, Count(one, "Hải Phòng"));
        Assert.Equal(1, Count(two, "Hải Phòng"));
        Assert.Equal(1, Count(two, "name"));
    }

    [Fact]
    public void A_hexagon_holds_the_positions_that_it_says_and_hexagons_do_not_overlap()
    {
        var random = new Random(6);
        for (var i = 0; i < 2_000; i++)
        {
            var position = new GeoPosition((random.NextDouble() * 358) - 179, (random.NextDouble() * 120) - 60);
            var cell = HexCell.Holding(position, random.Next(11, 16));
            var point = Factory.CreatePoint(new Coordinate(position.LongitudeDegrees, position.LatitudeDegrees));

            // Sides are straight in the projection, and all but straight in degrees when they are short.
            Assert.True(cell.Outline().Buffer(1e-3 * cell.Outline().EnvelopeInternal.Width).Covers(point), $"{cell}");
            var middle = cell.Outline().Centroid;
            Assert.Equal(cell, HexCell.Holding(new GeoPosition(middle.X, middle.Y), cell.Matrix));
        }
    }

    private static int Count(byte[] tile, string text)
    {
        var rest = tile.AsSpan();
        var found = Encoding.UTF8.GetBytes(text);
        var count = 0;
        for (var at = rest.IndexOf(found); at >= 0; at = rest.IndexOf(found))
        {
            rest = rest[(at + found.Length)..];
            count++;
        }

        return count;
    }

    private static TileFeature Feature(double longitude, double latitude, ulong id) =>
        new(id, Factory.CreatePoint(new Coordinate(longitude, latitude)), []);

    private static TileFeature Named(double longitude, string name) => new(
        null,
        Factory.CreatePoint(new Coordinate(longitude, 20)),
        [new("name", new TileValue.Text(name))]);
}
