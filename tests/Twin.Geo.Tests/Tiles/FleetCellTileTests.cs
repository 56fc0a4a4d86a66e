using Twin.Geo.Tiles;
using Twin.Model.Space;
using Twin.Model.Vessels;
using Xunit;

namespace Twin.Geo.Tests.Tiles;

/// <summary>The model reckons the cells of vessels itself; they must be the tiles that maps are made of.</summary>
public sealed class FleetCellTileTests
{
    [Fact]
    public void A_cell_is_the_tile_of_its_matrix()
    {
        var random = new Random(3);
        for (var i = 0; i < 50_000; i++)
        {
            var position = new GeoPosition((random.NextDouble() * 360) - 180, (random.NextDouble() * 180) - 90);
            var cell = FleetCell.Of(position);

            Assert.Equal(Tile.Holding(position, FleetCell.Matrix), new Tile(FleetCell.Matrix, cell.Row, cell.Column));
        }
    }
}
