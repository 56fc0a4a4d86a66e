using Twin.Geo.Schematic;
using Xunit;

namespace Twin.Geo.Tests.Schematic;

public sealed class PowerDiagramTests
{
    private const int Seed = 20251;
    private const double Tolerance = PowerDiagram.AreaToleranceSquareKilometers;

    private static readonly PlanarPoint[] Square = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];

    public static TheoryData<string, double, double> Halves() => new()
    {
        { "equal shares", 50, 50 },
        { "one to three", 25, 75 },
        { "a sliver", 1, 99 },
        { "areas of another scale fill the ring all the same", 3, 9 },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void Two_sites_share_the_ring_in_proportion(string name, double left, double right)
    {
        Assert.NotEmpty(name);
        PlanarPoint[] sites = [new(2, 5), new(8, 5)];

        var diagram = PowerDiagram.Solve(Square, sites, [left, right]);

        Assert.Equal(100 * left / (left + right), diagram.Cell(0, Square).Area, Tolerance);
        Assert.Equal(100 * right / (left + right), diagram.Cell(1, Square).Area, Tolerance);
    }

    [Fact]
    public void One_site_takes_the_whole_ring()
    {
        var diagram = PowerDiagram.Solve(Square, [new(1, 1)], [7]);

        Assert.Equal(100, diagram.Cell(0, Square).Area, Tolerance);
        Assert.Equal(0, diagram.OwnerOf(new PlanarPoint(9, 9)));
    }

    [Fact]
    public void Many_sites_get_the_areas_asked_for_and_leave_no_gap()
    {
        var random = new Random(Seed);
        PlanarPoint[] sites =
        [
            .. Enumerable.Range(0, 60)
                .Select(_ => new PlanarPoint(random.NextDouble() * 10, random.NextDouble() * 10)),
        ];
        double[] areas = [.. sites.Select(_ => 0.2 + random.NextDouble())];

        var diagram = PowerDiagram.Solve(Square, sites, areas);

        var drawn = sites.Select((_, i) => diagram.Cell(i, Square).Area).ToList();
        Assert.Equal(100, drawn.Sum(), 1e-9);
        Assert.All(drawn.Zip(areas), pair => Assert.Equal(
            pair.Second * 100 / areas.Sum(), pair.First, Tolerance));
    }

    [Fact]
    public void A_point_is_owned_by_the_site_whose_cell_it_lies_in()
    {
        PlanarPoint[] sites = [new(2, 5), new(8, 5)];

        var diagram = PowerDiagram.Solve(Square, sites, [25, 75]);

        Assert.Equal(0, diagram.OwnerOf(new PlanarPoint(2.4, 9)));
        Assert.Equal(1, diagram.OwnerOf(new PlanarPoint(2.6, 9)));
    }

    [Fact]
    public void The_same_input_gives_the_same_bits()
    {
        PlanarPoint[] sites = [new(1, 2), new(4, 7), new(8, 3), new(6, 6)];
        double[] areas = [3, 1, 2, 5];

        var first = PowerDiagram.Solve(Square, sites, areas);
        var second = PowerDiagram.Solve(Square, sites, areas);

        Assert.Equal(
            first.Weights.Select(BitConverter.DoubleToInt64Bits),
            second.Weights.Select(BitConverter.DoubleToInt64Bits));
    }
}
