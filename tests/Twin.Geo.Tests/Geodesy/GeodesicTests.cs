using Twin.Geo.Geodesy;
using Twin.Model.Space;
using Xunit;

namespace Twin.Geo.Tests.Geodesy;

public sealed class GeodesicTests
{
    /// <summary>
    /// Distances and azimuths by Karney's method (GeodSolve of GeographicLib 2.1); the last four are in his paper or
    /// its tests as lines that Vincenty's iteration cannot find.
    /// </summary>
    public static TheoryData<string, double[], double, double, double> Lines => new()
    {
        { "New York to London", [-73.8, 40.6, -0.5, 51.6], 5551759.400319, 51.198883, 1e-4 },
        { "Hà Nội to Hồ Chí Minh", [105.854, 21.028, 106.695, 10.777], 1137935.380802, 175.339013, 1e-4 },
        { "across a commune", [106.68, 20.86, 106.70, 20.82], 4893.424835, 154.821065, 1e-4 },
        { "over the pole, just not opposite", [1e-14, 5, 180, 10], 18345191.174333, 0, 1e-4 },
        { "nearly opposite", [0, 0, 179.5, 0.5], 19936288.578965, 25.671873, 1 },
        { "nearly opposite, off the equator", [0, -30, 179.8, 29.9], 19989832.827610, 161.890525, 1 },
        { "along the equator and not", [0, 0, 179.5, 0], 19980861.908891, 55.966495, 1 },
        { "Wellington to Salamanca", [174.81, -41.32, -5.50, 40.96], 19959679.267354, 161.067670, 1 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_as_long_as_the_shortest_one(
        string name, double[] ends, double meters, double azimuth, double tolerance)
    {
        var (from, to) = (new GeoPosition(ends[0], ends[1]), new GeoPosition(ends[2], ends[3]));

        var line = Geodesic.Inverse(from, to);
        var back = Geodesic.Inverse(to, from);

        Assert.True(
            Math.Abs(line.DistanceMeters - meters) < tolerance,
            FormattableString.Invariant($"{name}: {line.DistanceMeters}"));
        Assert.Equal(meters, back.DistanceMeters, tolerance);
        // Nearly opposite positions are reached equally well on both sides of the equator.
        Assert.Equal(
            Math.Sin(azimuth * Math.PI / 180), Math.Sin(line.InitialAzimuthDegrees * Math.PI / 180),
            tolerance > 0.5 ? 2e-2 : 1e-6);
    }

    [Theory]
    [InlineData(106.68, 20.86, 45, 250_000, 108.39718195445, 22.44780204178)] // GeodSolve 2.1.
    [InlineData(179.9, -5, 90, 100_000, -179.19827679073, -4.99937981606)]
    public void A_line_ends_where_Karney_says(
        double longitude, double latitude, double azimuth, double meters, double endLongitude, double endLatitude)
    {
        var end = Geodesic.Direct(new GeoPosition(longitude, latitude), azimuth, meters);

        Assert.InRange(Geodesic.DistanceMeters(end, new GeoPosition(endLongitude, endLatitude)), 0, 1e-4);
        Assert.Equal(endLongitude, end.LongitudeDegrees, 1e-8);
    }

    [Fact]
    public void Inverse_undoes_direct_everywhere()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var from = new GeoPosition((random.NextDouble() * 360) - 180, (random.NextDouble() * 178) - 89);
            var meters = random.NextDouble() * 15_000_000;
            var to = Geodesic.Direct(from, (random.NextDouble() * 360) - 180, meters);

            Assert.True(
                Math.Abs(Geodesic.DistanceMeters(from, to) - meters) < 1e-3,
                FormattableString.Invariant($"{from} {to} {meters}"));
        }
    }

    [Theory]
    [InlineData(106.68, 20.86)]
    [InlineData(0, 90)]
    [InlineData(180, 0)]
    public void A_position_is_no_distance_from_itself(double longitude, double latitude) =>
        Assert.Equal(
            0,
            Geodesic.DistanceMeters(new GeoPosition(longitude, latitude), new GeoPosition(longitude, latitude)),
            1e-9);

    [Fact]
    public void The_antimeridian_is_no_distance_across() =>
        Assert.Equal(0, Geodesic.DistanceMeters(new GeoPosition(180, 10), new GeoPosition(-180, 10)), 1e-6);

    [Fact]
    public void A_plane_keeps_distances_and_directions_from_its_origin()
    {
        var frame = new LocalFrame(new GeoPosition(106.68, 20.86));

        var (east, north) = frame.ToPlane(new GeoPosition(106.70, 20.82));
        var back = frame.ToPosition(east, north);

        Assert.Equal(4893.424835, Math.Sqrt((east * east) + (north * north)), 1e-4);
        Assert.Equal(154.821065, Math.Atan2(east, north) * 180 / Math.PI, 1e-6);
        Assert.Equal(106.70, back.LongitudeDegrees, 1e-9);
        Assert.Equal(20.82, back.LatitudeDegrees, 1e-9);
        Assert.Equal((0.0, 0.0), frame.ToPlane(new GeoPosition(106.68, 20.86)));
    }
}
