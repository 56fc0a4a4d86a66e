using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Formats;
using Twin.Geo.Indexing;
using Twin.Model.Space;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Indexing;

public sealed class AreaRasterTests
{
    private const int RandomPoints = 10_000;

    [SkippableTheory]
    [InlineData("pre2025_l3_communes", 1 << 14)]
    [InlineData("pre2025_l3_communes", AreaRaster.DefaultMaxCells)]
    [InlineData("pre2025_l2_districts", 1 << 18)]
    [InlineData("post2025_l2_communes", AreaRaster.DefaultMaxCells)]
    public void Random_points_and_every_vertex_lie_where_an_exact_cover_has_them(string file, int maxCells)
    {
        var areas = Read(ReferenceData.Require($"reference/boundaries/haiphong/{file}.geojson"));
        var raster = AreaRaster.Build(areas, maxCells);
        var exact = areas.Select(area => new IndexedPointInAreaLocator(area)).ToArray();
        var random = new Random(5);
        var box = new Envelope();
        foreach (var area in areas)
        {
            box.ExpandToInclude(area.EnvelopeInternal);
        }

        box.ExpandBy(0.01);
        var points = Enumerable.Range(0, RandomPoints)
            .Select(_ => new Coordinate(
                box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height)))
            // Shared corners and points on sides: where neighbors meet, the first in the list answers.
            .Concat(areas.SelectMany(area => area.Coordinates).Where((_, i) => i % 7 == 0))
            .Concat(areas.SelectMany(Middles).Where((_, i) => i % 7 == 0));
        var found = 0;

        foreach (var point in points)
        {
            var expected = Array.FindIndex(
                exact, locator => locator.Locate(point) != Location.Exterior);
            var actual = raster.Find(new GeoPosition(point.X, point.Y));
            Assert.True(expected == actual, FormattableString.Invariant($"{point}: {expected}, not {actual}"));
            found += actual == AreaRaster.None ? 0 : 1;
        }

        Assert.InRange(found, RandomPoints / 20, int.MaxValue);
        Assert.InRange(raster.UncertainShare, 1e-6, 0.5);
    }

    [Theory]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(1.5, 0.5, 1)]
    [InlineData(1, 0.5, 0)] // On the side that both have: the first.
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(2.0000001, 1, AreaRaster.None)]
    [InlineData(3.5, 0.5, AreaRaster.None)] // In the hole.
    [InlineData(3.25, 0.5, 2)] // On the side of the hole.
    [InlineData(5.5, 0.5, 2)] // In the second part.
    [InlineData(0.25, 0.25, 0)] // Where the fourth lies over the first.
    [InlineData(-0.25, -0.25, 3)]
    [InlineData(-1, 50, AreaRaster.None)]
    [InlineData(double.NaN, 0.5, AreaRaster.None)]
    [InlineData(double.PositiveInfinity, 0.5, AreaRaster.None)]
    public void Sides_holes_parts_and_overlaps_are_told_apart(double x, double y, int area)
    {
        foreach (var maxCells in new[] { 1, 7, 100, 100_000 })
        {
            var raster = AreaRaster.Build(
                [
                    Wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))"),
                    Wkt("POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))"),
                    Wkt(
                        "MULTIPOLYGON (((3 0, 4 0, 4 1, 3 1, 3 0), "
                        + "(3.25 0.25, 3.25 0.75, 3.75 0.75, 3.75 0.25, 3.25 0.25)), ((5 0, 6 0, 6 1, 5 1, 5 0)))"),
                    Wkt("POLYGON ((-0.5 -0.5, 0.5 -0.5, 0.5 0.5, -0.5 0.5, -0.5 -0.5))"),
                ],
                maxCells);

            Assert.Equal(area, raster.Find(x, y));
        }
    }

    [Fact]
    public void Nothing_holds_nothing()
    {
        Assert.Equal(AreaRaster.None, AreaRaster.Build([]).Find(0, 0));
        var raster = AreaRaster.Build([null, Wkt("POLYGON EMPTY"), Wkt("POINT (0 0)"), Wkt("LINESTRING (0 0, 1 1)")]);

        Assert.Equal(4, raster.Count);
        Assert.Equal(AreaRaster.None, raster.Find(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AreaRaster.Build([], 0));
    }

    [Fact]
    public void A_flat_area_is_its_sides()
    {
        var raster = AreaRaster.Build([Wkt("POLYGON ((0 0, 1 0, 2 0, 0 0))")]);

        Assert.Equal(0, raster.Find(1.5, 0));
        Assert.Equal(AreaRaster.None, raster.Find(1.5, 1e-12));
    }

    [Fact]
    public void Many_are_found_as_one_by_one()
    {
        var raster = AreaRaster.Build([Wkt("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))")]);
        var areas = new int[2];

        raster.Find([new GeoPosition(0.5, 0.5), new GeoPosition(2, 2)], areas);

        Assert.Equal([0, AreaRaster.None], areas);
    }

    private static IEnumerable<Coordinate> Middles(Geometry area) => area.Coordinates.Zip(
        area.Coordinates.Skip(1), (from, to) => new Coordinate((from.X + to.X) / 2, (from.Y + to.Y) / 2));

    private static Geometry[] Read(string path)
    {
        var isRead = GeoJsonFeatureReader.TryRead(File.ReadAllBytes(path), out var features, out var refusal);
        Assert.True(isRead, refusal?.Detail);
        return [.. features.Select(feature => feature.Geometry!)]; // Boundaries all have one.
    }

    private static Geometry Wkt(string text) => new WKTReader().Read(text);
}
