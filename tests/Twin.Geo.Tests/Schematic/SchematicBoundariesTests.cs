using Twin.Geo.Datasets;
using Twin.Geo.Schematic;
using Twin.Geo.Tests.Datasets;
using Twin.Model.Units;
using Xunit;

namespace Twin.Geo.Tests.Schematic;

public sealed class SchematicBoundariesTests
{
    [Fact]
    public void Communes_share_the_outline_by_area_and_merge_into_their_successor()
    {
        var tables = Small();

        var sets = SchematicBoundaries.Build(tables);

        var (before, after) = (Shapes(sets[0]), Shapes(sets[1]));
        Assert.Equal(0.06, before["11"].Area, 1e-5);
        Assert.Equal(0.02, before["12"].Area, 1e-5);
        Assert.Equal(0.08, before["1"].Area, 1e-12);
        Assert.Equal(0.08, after["13"].Area, 1e-12);
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), (sets[0].ValidFrom, sets[0].ValidTo));
        Assert.Equal((new DateOnly(2025, 1, 1), (DateOnly?)null), (sets[1].ValidFrom, sets[1].ValidTo));
    }

    [Fact]
    public void A_commune_without_an_area_gets_a_typical_one()
    {
        var tables = Small();
        var units = tables.Tree.Versions.Select(u => u.Code.Value is "12" ? u with { AreaSquareKilometers = null } : u);

        var sets = SchematicBoundaries.Build(tables with { Tree = new AdministrativeTree(units) });

        Assert.Equal(0.04, Shapes(sets[0])["12"].Area, 1e-5);
    }

    [Fact]
    public void Overlay_shares_go_before_successions()
    {
        var tables = Small();
        var units = tables.Tree.Versions.Append(tables.Tree.Versions[^1] with { Code = HaiPhong.Code("14") });
        var share = tables.AreaShares[1] with { Successor = HaiPhong.Code("14") };

        var sets = SchematicBoundaries.Build(
            tables with { Tree = new AdministrativeTree(units), AreaShares = [share] });

        Assert.Equal(0.06, Shapes(sets[1])["13"].Area, 1e-5);
        Assert.Equal(0.02, Shapes(sets[1])["14"].Area, 1e-5);
    }

    [Fact]
    public void A_newcomer_on_another_landmass_gets_a_cell_of_its_own()
    {
        var tables = Small();
        var newcomer = tables.Tree.Versions[^1] with { Code = HaiPhong.Code("20"), Centroid = new(0.5, 0.1) };
        var island = new OutlineRing("island", [new(0.45, 0.05), new(0.55, 0.05), new(0.5, 0.15)]);

        var sets = SchematicBoundaries.Build(tables with
        {
            Tree = new AdministrativeTree(tables.Tree.Versions.Append(newcomer)),
            Outline = [.. tables.Outline, island],
        });

        Assert.False(Shapes(sets[0]).ContainsKey("20"));
        Assert.Equal(0.005, Shapes(sets[1])["20"].Area, 1e-12);
        Assert.Equal(0.085, Shapes(sets[1])["1"].Area, 1e-12);
    }

    [Fact]
    public void Nothing_is_drawn_of_an_empty_tree() =>
        Assert.Empty(SchematicBoundaries.Build(Small() with { Tree = new AdministrativeTree([]) }));

    [Fact]
    public void A_centroid_at_sea_is_refused()
    {
        var tables = Small() with { Outline = [new OutlineRing("far", [new(5, 5), new(6, 5), new(6, 6)])] };

        var refusal = Assert.Throws<ArgumentException>(() => SchematicBoundaries.Build(tables));

        Assert.Contains("lies on no landmass", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_without_centroid_is_refused()
    {
        var tables = Small();
        var units = tables.Tree.Versions.Select(u => u with { Centroid = null });

        var refusal = Assert.Throws<ArgumentException>(
            () => SchematicBoundaries.Build(tables with { Tree = new AdministrativeTree(units) }));

        Assert.Contains("has no centroid", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_units_on_one_centroid_are_refused()
    {
        var tables = Small();
        var units = tables.Tree.Versions.Select(u => u with { Centroid = new(0.1, 0.1) });

        var refusal = Assert.Throws<ArgumentException>(
            () => SchematicBoundaries.Build(tables with { Tree = new AdministrativeTree(units) }));

        Assert.Contains("same centroid", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_ends_without_successor_is_refused()
    {
        var tables = Small() with { Successions = [], AreaShares = [] };

        var refusal = Assert.Throws<ArgumentException>(() => SchematicBoundaries.Build(tables));

        Assert.Contains("has no successor", refusal.Message, StringComparison.Ordinal);
    }

    private static DatasetTables Small()
    {
        using var dataset = new SmallDataset();
        return Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset.Tables;
    }

    private static Dictionary<string, NetTopologySuite.Geometries.Geometry> Shapes(SchematicBoundarySet set) =>
        set.Features.ToDictionary(f => f.Code.Value, f => f.Geometry, StringComparer.Ordinal);
}
