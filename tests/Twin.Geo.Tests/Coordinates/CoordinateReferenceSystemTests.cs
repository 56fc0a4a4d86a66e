using System.Globalization;
using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;
using Twin.Geo.Geodesy;
using Twin.Model.Space;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Coordinates;

public sealed class CoordinateReferenceSystemTests
{
    private const double MillimeterMeters = 1e-3;

    /// <summary>Computed with PROJ 9.1.1 (cs2cs) and EPSG 10.076: code, longitude, latitude, east, north.</summary>
    public static TheoryData<int, double, double, double, double> Points => new()
    {
        { 3405, 106.68, 20.86, 674584.91379, 2307674.41470 },
        { 3406, 109.2, 13.8, 305227.51722, 1526452.54734 },
        { 3857, 106.68, 20.86, 11875563.27783, 2375192.89122 },
        { 5896, 103.02, 21.39, 605568.56215, 2366468.42253 },
        { 5897, 105.85, 21.03, 588154.47663, 2326509.05394 },
        { 5898, 108.2, 16.06, 521203.39276, 1776228.55174 },
        { 5899, 107.8, 14.1, 505203.78902, 1559367.38322 },
        { 9205, 103.1, 22.3, 510107.08959, 2466881.69434 },
        { 9206, 104.1, 21.3, 510178.98217, 2356166.93532 },
        { 9207, 104.2, 9.2, 466838.27267, 1017394.22885 },
        { 9208, 105.1, 21.7, 536017.70765, 2400490.27964 },
        { 9209, 105.9, 21.0, 541388.30742, 2323005.31977 },
        { 9210, 106.68, 20.86, 596579.75773, 2307734.67155 },
        { 9211, 106.2, 17.5, 521042.12579, 1935571.46109 },
        { 9212, 106.9, 11.5, 570713.26977, 1271839.60814 },
        { 9213, 105.9, 22.2, 437940.07643, 2455933.03570 },
        { 9214, 107.2, 16.4, 521166.31972, 1813848.71660 },
        { 9215, 106.8, 21.9, 453308.72158, 2422663.88092 },
        { 9216, 108.1, 14.9, 564359.54740, 1647959.70669 },
        { 9217, 109.1, 12.2, 592297.48290, 1349332.83385 },
        { 9218, 108.2, 12.6, 467211.65754, 1393452.38351 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void A_position_is_where_PROJ_has_it_and_comes_back(
        int code, double longitude, double latitude, double east, double north)
    {
        var system = Find(code);

        var (first, second) = system.FromCrs84(new GeoPosition(longitude, latitude));
        var isInside = system.TryToCrs84(east, north, out var back);

        Assert.Equal(east, first, MillimeterMeters);
        Assert.Equal(north, second, MillimeterMeters);
        Assert.True(isInside);
        AssertWithinMillimeter(new GeoPosition(longitude, latitude), back);
    }

    [Fact]
    public void Every_system_is_named_by_its_uri_alone()
    {
        var codes = Points.Select(row => (int)row[0]).Append(4326).Append(4756);

        Assert.All(codes, code => Assert.Equal(Uri(code), Find(code).Uri));
        Assert.Equal(
            codes.Count() + 1,
            CoordinateReferenceSystems.All.Select(system => system.Uri).Distinct(StringComparer.Ordinal).Count());
        Assert.Same(CoordinateReferenceSystems.Crs84, CoordinateReferenceSystems.All[0]);
        Assert.All(
            ["EPSG:3405", "3405", "http://www.opengis.net/def/crs/EPSG/0/3404", "", Uri(3405).ToUpperInvariant()],
            (string text) => Assert.False(CoordinateReferenceSystems.TryFind(text, out _)));
    }

    [SkippableFact]
    public void Reference_points_of_VN2000_are_met_within_a_millimeter_both_ways()
    {
        var rows = File.ReadLines(ReferenceData.Require("reference/vn2000/wgs84_to_vn2000_reference_points.csv"))
            .Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var position = new GeoPosition(Number(row[2]), Number(row[3]));
            AssertMet(Find(Code(row[4])), position, (Number(row[7]), Number(row[8])), MillimeterMeters);
            AssertMet(Find(4756), position, (Number(row[10]), Number(row[9])), 1e-8);
            AssertMet(Find(Code(row[11])), position, (Number(row[12]), Number(row[13])), MillimeterMeters);
        });
    }

    [Theory]
    [InlineData(4326, 20.86, 106.68)]
    [InlineData(4756, 20.860995840946, 106.678121681997)] // PROJ 9.1.1.
    public void Geographic_systems_of_EPSG_have_latitude_first(int code, double first, double second)
    {
        var system = Find(code);

        var (a, b) = system.FromCrs84(new GeoPosition(106.68, 20.86));

        Assert.Equal(first, a, 1e-9);
        Assert.Equal(second, b, 1e-9);
        Assert.True(system.IsGeographic);
        Assert.Contains("latitude, then longitude", system.AxesHint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("northing first", 3405, 2307674.4, 674584.9)]
    [InlineData("longitude first", 4326, 106.68, 20.86)]
    [InlineData("degrees for meters would be in the sea off Africa", 9210, 106.68, -20.86)]
    [InlineData("south of the equator", 3405, 674584.9, -1)]
    [InlineData("not a number", 3405, double.NaN, 1)]
    [InlineData("infinite", 3857, double.PositiveInfinity, 1)]
    [InlineData("beyond the square", 3857, 20_037_509, 0)]
    public void Coordinates_that_the_system_is_not_meant_for_are_refused(
        string reason, int code, double first, double second)
    {
        var isInside = Find(code).TryToCrs84(first, second, out _);

        Assert.False(isInside, reason);
    }

    [Fact]
    public void A_geometry_goes_there_and_back()
    {
        var crs84 = new GeometryFactory().ToGeometry(new Envelope(106.6, 106.8, 20.7, 20.9));
        var system = Find(9210);

        var there = system.FromCrs84(crs84);
        var back = system.ToCrs84(there);

        Assert.InRange(there.EnvelopeInternal.MinX, 588_000, 589_000);
        Assert.Equal(106.6, crs84.EnvelopeInternal.MinX, 1e-12);
        Assert.All(crs84.Coordinates.Zip(back.Coordinates), pair => AssertWithinMillimeter(
            new GeoPosition(pair.First.X, pair.First.Y), new GeoPosition(pair.Second.X, pair.Second.Y)));
        Assert.Contains(
            "easting, then northing",
            Assert.Throws<FormatException>(() => system.ToCrs84(crs84.Factory.CreatePoint(new Coordinate(9e9, 1))))
                .Message,
            StringComparison.Ordinal);
    }

    private static void AssertMet(
        CoordinateReferenceSystem system,
        GeoPosition position,
        (double First, double Second) expected,
        double tolerance)
    {
        var (first, second) = system.FromCrs84(position);
        Assert.Equal(expected.First, first, tolerance);
        Assert.Equal(expected.Second, second, tolerance);
        Assert.True(system.TryToCrs84(expected.First, expected.Second, out var back));
        AssertWithinMillimeter(position, back);
    }

    private static void AssertWithinMillimeter(GeoPosition expected, GeoPosition actual) =>
        Assert.InRange(Geodesic.DistanceMeters(expected, actual), 0, MillimeterMeters);

    private static CoordinateReferenceSystem Find(int code)
    {
        Assert.True(CoordinateReferenceSystems.TryFind(Uri(code), out var system));
        return system;
    }

    private static string Uri(int code) =>
        string.Create(CultureInfo.InvariantCulture, $"http://www.opengis.net/def/crs/EPSG/0/{code}");

    private static int Code(string epsg) => int.Parse(epsg.AsSpan("EPSG:".Length), CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
