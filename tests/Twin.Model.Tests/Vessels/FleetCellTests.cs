using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Vessels;

public sealed class FleetCellTests
{
    public static TheoryData<string, double, double, string> Places => new()
    {
        { "the middle belongs to the south-east", 0, 0, "11/1024/1024" },
        { "just north-west of it", -1e-6, 1e-6, "11/1023/1023" },
        { "off Hải Phòng", 107.05, 20.72, "11/903/1632" },
        { "the western end", -180, 0, "11/1024/0" },
        { "the eastern end stays in the last column", 180, 0, "11/1024/2047" },
        { "the northern side of the square", 0, 85.06, "11/0/1024" },
        { "the north pole", 0, 90, "11/0/1024" },
        { "the south pole", 180, -90, "11/2047/2047" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_position_has_one_cell(string name, double longitude, double latitude, string key)
    {
        var cell = FleetCell.Of(new GeoPosition(longitude, latitude));

        Assert.True(cell.Key.Equals(key, StringComparison.Ordinal), $"{name}: {cell.Key}");
        Assert.Equal(cell, FleetCell.Parse(key));
        Assert.True(cell.Bounds.Contains(new GeoPosition(longitude, latitude)), name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("11/0")]
    [InlineData("10/0/0")]
    [InlineData("11/2048/0")]
    [InlineData("11/0/-1")]
    [InlineData("11/0/0/0")]
    public void What_is_no_key_is_no_cell(string key) => Assert.Throws<FormatException>(() => FleetCell.Parse(key));

    [Fact]
    public void A_box_that_holds_a_position_meets_its_cell()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var position = new GeoPosition((random.NextDouble() * 360) - 180, (random.NextDouble() * 180) - 90);
            var cell = FleetCell.Of(position);
            var box = i % 2 == 0
                ? new GeoBox(
                    position.LongitudeDegrees, position.LatitudeDegrees,
                    position.LongitudeDegrees, position.LatitudeDegrees)
                : new GeoBox(
                    position.LongitudeDegrees - random.NextDouble(), position.LatitudeDegrees - random.NextDouble(),
                    position.LongitudeDegrees + random.NextDouble(), position.LatitudeDegrees + random.NextDouble());

            var (first, last) = FleetCell.Around(box);
            Assert.True(cell.IsBetween(first, last) && cell.Bounds.Contains(position), $"{position} {cell.Key}");
        }
    }

    [Fact]
    public void A_box_meets_only_the_cells_that_it_touches()
    {
        var middle = FleetCell.Of(new GeoPosition(107, 20.5));
        var (west, south, east, north) = middle.Bounds;
        var box = new GeoBox(west + 0.01, south + 0.01, east - 0.01, north - 0.01);

        Assert.Equal((middle, middle), FleetCell.Around(box));
    }
}
