using Twin.Geo.Coordinates;
using Twin.Geo.Tiles;
using Twin.Model.Space;
using Xunit;

namespace Twin.Geo.Tests.Tiles;

public sealed class TileTests
{
    private const int WholeDomain = 8;

    [Fact]
    public void Every_tile_to_matrix_8_holds_its_middle_and_its_north_western_corner_and_goes_back()
    {
        for (var matrix = 0; matrix <= WholeDomain; matrix++)
        {
            for (var row = 0; row < Tile.CountOf(matrix); row++)
            {
                for (var column = 0; column < Tile.CountOf(matrix); column++)
                {
                    AssertRoundTrip(new Tile(matrix, row, column));
                }
            }
        }
    }

    [Fact]
    public void Tiles_of_a_matrix_meet_without_gaps()
    {
        for (var i = 1; i < Tile.CountOf(WholeDomain); i++)
        {
            Assert.Equal(
                new Tile(WholeDomain, 0, i - 1).MercatorBounds.MaxX, new Tile(WholeDomain, 0, i).MercatorBounds.MinX);
            Assert.Equal(
                new Tile(WholeDomain, i - 1, 0).MercatorBounds.MinY, new Tile(WholeDomain, i, 0).MercatorBounds.MaxY);
        }
    }

    [Theory]
    [InlineData("Hải Phòng", 106.68, 20.86, 10, 451, 815)]
    [InlineData("the corner of all", -180, 85.05112877980659, 3, 0, 0)]
    [InlineData("the other corner", 180, -85.05112877980659, 3, 7, 7)]
    [InlineData("the north pole", 0, 90, 3, 0, 4)]
    [InlineData("the south pole", 0, -90, 3, 7, 4)]
    [InlineData("where the equator meets Greenwich", 0, 0, 1, 1, 1)]
    [InlineData("just west and north of it", -1e-9, 1e-9, 1, 0, 0)]
    [InlineData("the finest", 106.68, 20.86, 22, 1_848_561, 3_340_064)]
    public void A_position_lies_in_one_tile(
        string place, double longitude, double latitude, int matrix, int row, int column) =>
        Assert.True(
            new Tile(matrix, row, column) == Tile.Holding(new GeoPosition(longitude, latitude), matrix),
            $"{place}: {Tile.Holding(new GeoPosition(longitude, latitude), matrix)}");

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 0, 1, false)]
    [InlineData(3, 7, 7, true)]
    [InlineData(3, 8, 7, false)]
    [InlineData(3, 7, 8, false)]
    [InlineData(3, -1, 0, false)]
    [InlineData(22, 0, 0, true)]
    [InlineData(23, 0, 0, false)]
    [InlineData(-1, 0, 0, false)]
    [InlineData(40, 0, 0, false)]
    public void Tiles_outside_the_set_are_known(int matrix, int row, int column, bool isValid) =>
        Assert.Equal(isValid, new Tile(matrix, row, column).IsValid);

    [Fact]
    public void The_square_is_as_large_as_the_standard_says()
    {
        var whole = default(Tile);

        Assert.Equal(20_037_508.3427892, whole.MercatorBounds.MaxX, 1e-6);
        Assert.Equal(85.0511287798, whole.Bounds.MaxY, 1e-9);
        Assert.Equal(WebMercator.HalfSideMeters, -whole.MercatorBounds.MinY, 1e-9);
        Assert.Throws<InvalidOperationException>(() => whole.Parent());
    }

    private static void AssertRoundTrip(Tile tile)
    {
        var bounds = tile.Bounds;
        Assert.True(tile.IsValid);
        Assert.Equal(tile, Tile.Holding(new GeoPosition(bounds.Centre.X, bounds.Centre.Y), tile.Matrix));
        // A hair inside: the corner itself may lose its last digit on the way through degrees.
        Assert.Equal(tile, Tile.Holding(new GeoPosition(bounds.MinX + 1e-9, bounds.MaxY - 1e-9), tile.Matrix));
        Assert.All(tile.Children(), child => Assert.Equal(tile, child.Parent()));
    }
}
