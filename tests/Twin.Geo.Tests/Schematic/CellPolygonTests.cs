using Twin.Geo.Schematic;
using Xunit;

namespace Twin.Geo.Tests.Schematic;

public sealed class CellPolygonTests
{
    private const double Tolerance = 1e-12;

    private static readonly PlanarPoint[] Square = [new(0, 0), new(2, 0), new(2, 2), new(0, 2)];

    // Two towers on a base: a cut above the base leaves two parts.
    private static readonly PlanarPoint[] Towers =
        [new(0, 0), new(3, 0), new(3, 3), new(2, 3), new(2, 1), new(1, 1), new(1, 3), new(0, 3)];

    [Theory]
    [InlineData("through the middle", 1, 0, 1, 2)]
    [InlineData("beyond the square", 1, 0, 3, 4)]
    [InlineData("along an edge, keeping it", 1, 0, 2, 4)]
    [InlineData("along an edge, dropping it", 1, 0, 0, 0)]
    [InlineData("before the square", 1, 0, -1, 0)]
    [InlineData("across a corner", 1, 1, 1, 0.5)]
    [InlineData("through two corners", 1, 1, 2, 2)]
    public void A_cut_leaves_the_area_on_its_near_side(
        string name, double normalX, double normalY, double offset, double area)
    {
        Assert.NotEmpty(name);
        var cell = new CellPolygon(Square);

        cell.Clip(normalX, normalY, offset, label: 0);

        Assert.Equal(area, cell.Area, Tolerance);
    }

    [Fact]
    public void A_cut_into_two_parts_keeps_area_and_contact_right()
    {
        var cell = new CellPolygon(Towers);
        var lengths = new double[1];

        cell.Clip(normalX: 0, normalY: -1, offset: -2, label: 0); // Keeps y >= 2: the tops of both towers.
        cell.AddContacts(new PlanarPoint(0.5, 3), [new PlanarPoint(0.5, 1)], lengths);

        Assert.Equal(2, cell.Area, Tolerance);
        Assert.Equal(2, lengths[0], Tolerance);
    }

    [Fact]
    public void Far_from_the_origin_areas_keep_their_digits()
    {
        const double Far = 11_000;
        var cell = new CellPolygon([.. Square.Select(p => new PlanarPoint(p.X + Far, p.Y + Far))]);

        Assert.Equal(4, cell.Area, Tolerance);
    }
}
