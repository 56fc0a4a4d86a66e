using NetTopologySuite.Geometries;
using Twin.Geo.Schematic;
using Twin.Geo.Tests.Datasets;
using Twin.Model.Units;
using Xunit;

namespace Twin.Geo.Tests.Schematic;

public sealed class CommittedBoundariesTests
{
    private const int MaxFileBytes = 400_000;

    private static readonly Lazy<IReadOnlyList<SchematicBoundarySet>> Built =
        new(() => SchematicBoundaries.Build(HaiPhong.Dataset.Tables));

    public static TheoryData<int> Sets() => [.. Enumerable.Range(0, 3)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_tool_gives_the_committed_file_byte_for_byte(int index)
    {
        var committed = HaiPhong.Dataset.Boundaries[index];

        var built = Built.Value[index];

        Assert.Equal((committed.ValidFrom, committed.ValidTo), (built.ValidFrom, built.ValidTo));
        Assert.True(committed.IsSchematic);
        Assert.Equal(File.ReadAllBytes(Path.Combine(HaiPhong.Folder, committed.File)), built.ToGeoJson());
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_committed_file_stays_small(int index) =>
        Assert.InRange(Built.Value[index].ToGeoJson().Length, 1, MaxFileBytes);

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_unit_of_the_day_has_a_valid_shape_on_the_grid(int index)
    {
        var set = Built.Value[index];
        var tree = HaiPhong.Dataset.City.Tree.On(set.ValidFrom);

        Assert.Equal(tree.Units.Select(u => u.Code).Order(), set.Features.Select(f => f.Code).Order());
        Assert.All(set.Features, f => Assert.True(f.Geometry is { IsEmpty: false, IsValid: true }, f.Code.Value));
        Assert.All(
            set.Features.SelectMany(f => f.Geometry.Coordinates),
            c => Assert.Equal((Math.Round(c.X, 5), Math.Round(c.Y, 5)), (c.X, c.Y)));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Units_nest_exactly_and_neighbors_share_identical_edges(int index)
    {
        var set = Built.Value[index];
        var tree = HaiPhong.Dataset.City.Tree.On(set.ValidFrom);
        var shapes = set.Features.ToDictionary(f => f.Code, f => f.Geometry);

        foreach (var upper in tree.Units.Where(u => !tree.ChildrenOf(u.Code).IsEmpty))
        {
            // An edge between two children stands in both, once each way; what stands once is the upper unit's edge.
            var below = tree.ChildrenOf(upper.Code).SelectMany(child => Edges(shapes[child.Code])).ToList();
            var outer = below.Except(below.Select(edge => (edge.To, edge.From))).ToHashSet();

            Assert.Equal(below.Count, below.Distinct().Count());
            Assert.True(outer.SetEquals(Edges(shapes[upper.Code])), upper.NameVi);
        }
    }

    [Fact]
    public void Later_units_are_unions_of_the_cells_of_2024()
    {
        var cells = Built.Value[0].Features.Where(f => f.Level == AdministrativeLevel.Commune).ToList();

        foreach (var set in Built.Value.Skip(1))
        {
            var shapes = set.Features.Where(f => f.Level == AdministrativeLevel.Commune).ToList();
            Assert.All(cells, cell => Assert.Single(shapes, s => s.Geometry.Covers(cell.Geometry)));
        }
    }

    [Fact]
    public void Areas_of_2024_are_within_two_percent_of_the_official_ones()
    {
        var set = Built.Value[0];
        var tree = HaiPhong.Dataset.City.Tree.On(set.ValidFrom);

        Assert.All(set.Features.Where(f => f.Level == AdministrativeLevel.Commune), feature =>
        {
            var drawn = feature.Geometry.Area * PlanarFrame.KilometersPerDegreeOfLongitude
                * PlanarFrame.KilometersPerDegreeOfLatitude;
            Assert.Equal(1, drawn / tree.Find(feature.Code)!.AreaSquareKilometers!.Value, 0.02);
        });
    }

    [Fact]
    public void Nearly_every_centroid_of_2024_lies_in_its_own_unit()
    {
        const int Allowed = 15; // Exact areas push a few small wards of the old town off their centroids.
        var set = Built.Value[0];
        var tree = HaiPhong.Dataset.City.Tree.On(set.ValidFrom);

        var strays = set.Features.Count(f => f.Level == AdministrativeLevel.Commune
            && tree.Find(f.Code)!.Centroid is { } c
            && !f.Geometry.Covers(new Point(c.LongitudeDegrees, c.LatitudeDegrees)));

        Assert.InRange(strays, 0, Allowed);
    }

    private static IEnumerable<(Coordinate From, Coordinate To)> Edges(Geometry geometry)
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            var polygon = (Polygon)geometry.GetGeometryN(i);
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                var isReversed = ((LinearRing)ring).IsCCW != ReferenceEquals(ring, polygon.ExteriorRing);
                var line = isReversed ? ring.Reverse().Coordinates : ring.Coordinates;
                foreach (var edge in line.Zip(line.Skip(1)))
                {
                    yield return edge;
                }
            }
        }
    }
}
