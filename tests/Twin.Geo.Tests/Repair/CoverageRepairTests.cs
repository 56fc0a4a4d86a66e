using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Geo.Formats;
using Twin.Geo.Geodesy;
using Twin.Geo.Repair;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Repair;

public sealed class CoverageRepairTests
{
    private const double Step = 1e-5; // About a meter.

    [Fact]
    public void A_strip_between_neighbors_goes_to_one_and_a_wide_gap_stays()
    {
        // Two squares 2 m apart, open above and below; a third 100 m to the north of both.
        var result = Repair(
            5,
            Square("A", 0, 0, 1000, 1000),
            Square("B", 1002, 0, 2000, 1000),
            Square("C", 0, 1100, 2000, 2000));

        Assert.True(Touch(result, "A", "B") > 990 * Step);
        var sliver = Assert.Single(result.Notes, note => note.Note.Kind == RepairKind.Sliver);
        Assert.Equal(["A", "B"], sliver.Units.AsEnumerable(), StringComparer.Ordinal);
        Assert.InRange(sliver.Note.AreaSquareMeters, 1_500, 3_000);
        Assert.True(result.Shapes["C"].Distance(result.Shapes["A"]) > 90 * Step);
    }

    [Fact]
    public void An_enclosed_gap_is_told_and_left_where_it_is_wide()
    {
        var result = Repair(
            5,
            Square("A", 0, 0, 1000, 3000),
            Square("B", 1000, 0, 2000, 1000),
            Square("C", 1000, 2000, 2000, 3000),
            Square("D", 2000, 0, 3000, 3000));

        var gap = Assert.Single(result.Notes);
        Assert.Equal(RepairKind.Gap, gap.Note.Kind);
        Assert.Equal(["A", "B", "C", "D"], gap.Units.AsEnumerable(), StringComparer.Ordinal);
        Assert.Equal(RepairKind.Sliver, Assert.Single(Repair(
            5_000,
            Square("A", 0, 0, 1000, 3000),
            Square("B", 1000, 0, 2000, 1000),
            Square("C", 1000, 2000, 2000, 3000),
            Square("D", 2000, 0, 3000, 3000)).Notes).Note.Kind);
    }

    [Fact]
    public void Ground_that_two_claim_goes_to_the_smaller()
    {
        var result = Repair(5, Square("A", 0, 0, 1000, 1000), Square("B", 800, 0, 1200, 1000));

        Assert.Equal(400 * 1000 * Step * Step, result.Shapes["B"].Area, 12);
        Assert.Equal(800 * 1000 * Step * Step, result.Shapes["A"].Area, 12);
        var overlap = Assert.Single(result.Notes);
        Assert.Equal((RepairKind.Overlap, 2), (overlap.Note.Kind, overlap.Units.Length));
    }

    [Fact]
    public void A_unit_above_is_what_is_below_it_whatever_was_given_for_it()
    {
        var result = CoverageRepair.Repair(
            [
                new CoverageUnit("U", null, Box(0, 0, 1900, 1000), null),
                Square("A", 0, 0, 1000, 1000, "U"),
                Square("B", 1000, 0, 2000, 1000, "U"),
            ],
            5);

        Assert.Equal(2000 * 1000 * Step * Step, result.Shapes["U"].Area, 12);
        var note = Assert.Single(result.Notes);
        Assert.Equal((RepairKind.Nesting, "U"), (note.Note.Kind, Assert.Single(note.Units)));
    }

    [Fact]
    public void Units_that_no_shape_is_given_for_follow_the_new_shape_above_them()
    {
        // The old map has the district twice as wide as the new one, and not as tall.
        var result = CoverageRepair.Repair(
            [
                new CoverageUnit("U", null, Box(0, 0, 1000, 1500), null),
                new CoverageUnit("A", "U", null, Box(0, 0, 600, 1000)),
                new CoverageUnit("B", "U", null, Box(600, 0, 2000, 1000)),
                new CoverageUnit("C", "V", null, Box(5000, 0, 6000, 1000)),
            ],
            5);

        Assert.Equal(1000 * 1500 * Step * Step, result.Shapes["U"].Area, 12);
        Assert.Equal(result.Shapes["U"].Area, result.Shapes["A"].Area + result.Shapes["B"].Area, 12);
        Assert.Equal(1000 * 1000 * Step * Step, result.Shapes["C"].Area, 12);
    }

    [Fact]
    public void New_shapes_take_ground_from_those_that_are_kept()
    {
        var result = CoverageRepair.Repair(
            [
                new CoverageUnit("A", null, Box(0, 0, 1000, 1000), null),
                new CoverageUnit("B", null, null, Box(500, 0, 1500, 1000)),
                new CoverageUnit("C", null, null, Box(100, 100, 200, 200)),
            ],
            5);

        Assert.Equal(500 * 1000 * Step * Step, result.Shapes["B"].Area, 12);
        Assert.DoesNotContain("C", result.Shapes.Keys, StringComparer.Ordinal);
        Assert.Equal(2, result.Notes.Length);
    }

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Repair(5).Shapes);

    [Fact]
    public void Any_rectangles_become_a_map_that_nests() => Nesting().QuickCheckThrowOnFailure();

    [Fact]
    public void A_union_whose_border_touches_itself_has_a_hole_and_is_valid() =>
        Nesting().Check(Config.QuickThrowOnFailure.WithReplay(17446725825837598970, 12062491735089392533, 86));

    private static Property Nesting()
    {
        var boxes =
            from x in Gen.Choose(0, 40)
            from y in Gen.Choose(0, 40)
            from width in Gen.Choose(1, 20)
            from height in Gen.Choose(1, 20)
            select Box(x * 50, y * 50, (x + width) * 50, (y + height) * 50);
        var maps = Gen.ListOf(boxes).Where(list => list.Count is > 0 and <= 12);

        return Prop.ForAll(Arb.From(maps), list =>
        {
            var result = CoverageRepair.Repair(
                [
                    new CoverageUnit("U", null, null, null),
                    .. list.Select((box, i) =>
                        new CoverageUnit(FormattableString.Invariant($"A{i:00}"), "U", box, null)),
                ],
                2);
            var leaves = result.Shapes.Where(pair => !string.Equals(pair.Key, "U", StringComparison.Ordinal)).ToArray();
            Assert.All(result.Shapes.Values, shape => Assert.True(shape.IsValid, $"{shape}"));
            var union = OverlayNGRobust.Union([.. list]);
            Assert.Equal(union.Area, result.Shapes["U"].Area, 9);
            Assert.Equal(result.Shapes["U"].Area, leaves.Sum(pair => pair.Value.Area), 12);
        });
    }

    [SkippableTheory]
    [InlineData("pre2025_l3_communes.geojson", 217)]
    [InlineData("post2025_l2_communes.geojson", 114)]
    public void The_real_boundaries_become_a_map_without_overlap(string file, int count)
    {
        using var reader = MapFile.Open(
            ReferenceData.Require("reference/boundaries/haiphong/" + file), MapReadOptions.Default);
        var units = reader.Read().Select(one => new CoverageUnit(
            one.Feature?.Property("code")?.GetString() ?? string.Empty,
            "31",
            ShapeRepair.Repair(one.Feature!.Geometry!).Geometry,
            null)).ToList();

        var result = CoverageRepair.Repair([new CoverageUnit("31", null, null, null), .. units], 5);

        Assert.Equal(count + 1, result.Shapes.Count);
        Assert.All(result.Shapes.Values, shape => Assert.True(shape.IsValid));
        var city = GeodesicArea.SquareMeters(result.Shapes["31"]);
        Assert.Equal(city, units.Sum(unit => GeodesicArea.SquareMeters(result.Shapes[unit.Code])), 0.001);
        // Strips that are filled add to it; nothing is taken from the ground that somebody claims.
        var claimed = GeodesicArea.SquareMeters(OverlayNGRobust.Union([.. units.Select(unit => unit.Given!)]));
        Assert.InRange(city / claimed, 0.99999, 1.001);
        foreach (var unit in units)
        {
            var (before, after) = (
                GeodesicArea.SquareMeters(unit.Given!), GeodesicArea.SquareMeters(result.Shapes[unit.Code]));
            Assert.InRange(after / before, 0.98, 1.02);
        }
    }

    private static CoverageResult Repair(double tolerance, params CoverageUnit[] units) =>
        CoverageRepair.Repair(units, tolerance);

    private static CoverageUnit Square(
        string code, double left, double bottom, double right, double top, string? upper = null) =>
        new(code, upper, Box(left, bottom, right, top), null);

    private static Geometry Box(double left, double bottom, double right, double top) =>
        new GeometryFactory(new PrecisionModel(CoverageRepair.Scale)).ToGeometry(new Envelope(
            left * Step, right * Step, bottom * Step, top * Step));

    private static double Touch(CoverageResult result, string one, string other) =>
        result.Shapes[one].Intersection(result.Shapes[other]).Length;
}
