using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Repair;
using Xunit;

namespace Twin.Geo.Tests.Repair;

public sealed class ShapeRepairTests
{
    public static TheoryData<string, string, string, RepairKind[]> Broken() => new()
    {
        {
            "a sound square stays as it is",
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", []
        },
        {
            "clockwise outside",
            "POLYGON ((0 0, 0 4, 4 4, 4 0, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", [RepairKind.WrongWinding]
        },
        {
            "points that repeat",
            "POLYGON ((0 0, 0 0, 4 0, 4 4, 4 4, 0 4, 0 0))", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))",
            [RepairKind.DuplicatePoint]
        },
        {
            "an eight becomes its two lobes",
            "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))",
            "MULTIPOLYGON (((0 0, 2 2, 0 4, 0 0)), ((4 0, 4 4, 2 2, 4 0)))",
            [RepairKind.SelfIntersection]
        },
        {
            "a spike goes",
            "POLYGON ((0 0, 4 0, 4 2, 9 2, 4 2, 4 4, 0 4, 0 0))", "POLYGON ((0 0, 4 0, 4 2, 4 4, 0 4, 0 0))",
            [RepairKind.SelfIntersection]
        },
        {
            "a hole outside is a part of its own",
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (6 0, 6 1, 7 1, 7 0, 6 0))",
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((6 0, 7 0, 7 1, 6 1, 6 0)))",
            [RepairKind.HoleOutside]
        },
        {
            "a ring without an inside",
            "POLYGON ((0 0, 4 0, 8 0, 0 0))", "", [RepairKind.Collapsed]
        },
        {
            "a hole without an inside",
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 3 1, 1 1))",
            "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", [RepairKind.Collapsed]
        },
        { "nothing", "POLYGON EMPTY", "", [RepairKind.Empty] },
        { "a line of one point", "LINESTRING (1 1, 1 1)", "", [RepairKind.Collapsed, RepairKind.DuplicatePoint] },
        { "a point", "POINT (106 20)", "POINT (106 20)", [] },
    };

    public static TheoryData<string, string, string, RepairKind[]> BrokenInParts() => new()
    {
        {
            "parts that overlap",
            "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 0, 6 0, 6 4, 2 4, 2 0)))",
            "POLYGON ((0 0, 2 0, 4 0, 6 0, 6 4, 4 4, 2 4, 0 4, 0 0))", [RepairKind.OverlappingParts]
        },
        {
            "across the antimeridian, by a jump",
            "POLYGON ((179 0, -179 0, -179 2, 179 2, 179 0))",
            "MULTIPOLYGON (((179 0, 180 0, 180 2, 179 2, 179 0)), ((-180 0, -179 0, -179 2, -180 2, -180 0)))",
            [RepairKind.Antimeridian]
        },
        {
            "across the antimeridian, beyond 180°",
            "POLYGON ((179 0, 181 0, 181 2, 179 2, 179 0))",
            "MULTIPOLYGON (((179 0, 180 0, 180 2, 179 2, 179 0)), ((-180 0, -179 0, -179 2, -180 2, -180 0)))",
            [RepairKind.Antimeridian]
        },
        {
            "a line across the antimeridian",
            "LINESTRING (178 0, -178 0)", "MULTILINESTRING ((178 0, 180 0), (-180 0, -178 0))",
            [RepairKind.Antimeridian]
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    [MemberData(nameof(BrokenInParts))]
    public void What_is_broken_is_mended_and_told(string name, string wkt, string expected, RepairKind[] kinds)
    {
        var (mended, notes) = ShapeRepair.Repair(new WKTReader().Read(wkt));

        if (expected.Length == 0)
        {
            Assert.True(mended is null, $"{name}: {mended}");
        }
        else
        {
            Assert.NotNull(mended);
            Assert.True(mended.IsValid, name);
            Assert.True(mended.EqualsTopologically(new WKTReader().Read(expected)), $"{name}: {mended}");
        }

        Assert.Equal(kinds.Order(), notes.Select(note => note.Kind).Order());
    }

    [Fact]
    public void Any_ring_becomes_a_valid_shape_that_a_second_repair_leaves_alone()
    {
        var positions =
            from x in Gen.Choose(0, 12)
            from y in Gen.Choose(0, 12)
            select new Coordinate(106 + (x / 100.0), 20 + (y / 100.0));
        var rings = Gen.ListOf(positions).Where(list => list.Count >= 3);

        Prop.ForAll(Arb.From(rings), list =>
        {
            var ring = new LinearRing([.. list, list[0].Copy()]);
            var (mended, _) = ShapeRepair.Repair(new Polygon(ring));
            Assert.True(mended is null || mended.IsValid, $"{mended}");
            if (mended is not null)
            {
                Assert.True(ring.EnvelopeInternal.Contains(mended.EnvelopeInternal));
                var (again, notes) = ShapeRepair.Repair(mended);
                Assert.Empty(notes);
                Assert.Equal(mended.Area, again?.Area ?? 0, 12);
            }
        }).QuickCheckThrowOnFailure();
    }
}
