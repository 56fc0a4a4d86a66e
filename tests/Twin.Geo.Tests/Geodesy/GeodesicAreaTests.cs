using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Geodesy;
using Xunit;

namespace Twin.Geo.Tests.Geodesy;

public sealed class GeodesicAreaTests
{
    // Moritz, Geodetic Reference System 1980 gives 510,065,622 km² for nearly the same ellipsoid.
    private const double WholeEarthSquareMeters = 510_065_621_724_089;

    [Theory]
    [InlineData(106, 107, 20, 21, 11_548_376_596.2)] // Planimeter -R of GeographicLib 2.1: sides along parallels.
    [InlineData(0, 1, 0, 1, 12_308_463_894.0)]
    [InlineData(-180, 180, -90, 90, WholeEarthSquareMeters)]
    public void A_cell_of_the_graticule_has_its_area(
        double west, double east, double south, double north, double squareMeters)
    {
        var cell = new GeometryFactory().ToGeometry(new Envelope(west, east, south, north));

        // The whole earth has sides of 180°, far beyond those that the integral is made for.
        var tolerance = east - west > 5 ? 1e-3 : 1e-10;
        Assert.InRange(GeodesicArea.SquareMeters(cell) / squareMeters, 1 - tolerance, 1 + tolerance);
    }

    [Fact]
    public void Sides_of_20_km_enclose_what_shortest_lines_do_to_a_ten_thousandth()
    {
        var polygon = Read("POLYGON ((106.5 20.7, 106.9 20.75, 106.8 20.95, 106.55 20.9, 106.5 20.7))");
        var pentagon = Read(
            "POLYGON ((106.5 20.7, 106.7 20.65, 106.9 20.75, 106.8 20.95, 106.55 20.9, 106.5 20.7))");

        // Planimeter of GeographicLib 2.1.
        Assert.InRange(GeodesicArea.SquareMeters(pentagon) / 936_591_471.9, 1 - 1e-4, 1 + 1e-4);
        Assert.InRange(GeodesicArea.SquareMeters(polygon), 1, 936_591_471.9);
    }

    [Theory]
    [InlineData("a hole is taken away", "POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0), (1 0, 1 1, 2 1, 2 0, 1 0))", 1)]
    [InlineData("either winding", "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))", 1)]
    [InlineData("parts add up", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 0, 6 0, 6 1, 5 1, 5 0)))", 2)]
    [InlineData("a line has none", "LINESTRING (0 0, 1 1)", 0)]
    [InlineData("nothing has none", "POLYGON EMPTY", 0)]
    [InlineData("a collapsed ring has none", "POLYGON ((0 0, 1 0, 0 0, 0 0))", 0)]
    public void Areas_add_up(string reason, string text, double cells)
    {
        var area = GeodesicArea.SquareMeters(Read(text));

        Assert.True(Math.Abs(area - (cells * 12_308_463_894.0)) < 1, FormattableString.Invariant($"{reason}: {area}"));
    }

    private static Geometry Read(string text) => new WKTReader().Read(text);
}
