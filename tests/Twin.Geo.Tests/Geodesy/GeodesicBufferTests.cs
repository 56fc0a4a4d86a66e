using NetTopologySuite.Geometries;
using Twin.Geo.Geodesy;
using Twin.Model.Space;
using Xunit;

namespace Twin.Geo.Tests.Geodesy;

public sealed class GeodesicBufferTests
{
    private static readonly GeometryFactory Factory = new();

    [Theory]
    [InlineData(106.68, 20.86, 5_000)]
    [InlineData(106.68, 20.86, 400_000)]
    [InlineData(0, 70, 5_000)]
    public void The_edge_of_a_circle_is_at_its_distance(double longitude, double latitude, double meters)
    {
        var isMade = GeodesicBuffer.TryMake(
            Factory.CreatePoint(new Coordinate(longitude, latitude)), meters, out var buffer, out _);

        Assert.True(isMade);
        Assert.All(buffer!.Coordinates, point => Assert.Equal(
            meters,
            Geodesic.DistanceMeters(new GeoPosition(longitude, latitude), new GeoPosition(point.X, point.Y)),
            1e-2));
        // Chords lie inside the circle by 0.031 % at most, so the area is too small by a little more than their share.
        var circle = Math.PI * meters * meters;
        Assert.InRange(GeodesicArea.SquareMeters(buffer) / circle, 1 - 2e-3, 1 + 1e-5);
    }

    [Fact]
    public void The_edge_along_a_line_is_at_its_distance_within_the_stated_error()
    {
        const double Meters = 10_000;
        var (from, to) = (new GeoPosition(106.2, 20.5), new GeoPosition(107.2, 21.1));
        var line = Factory.CreateLineString([new(106.2, 20.5), new(107.2, 21.1)]);

        Assert.True(GeodesicBuffer.TryMake(line, Meters, out var buffer, out _));

        // The farthest of it: beyond the ends, straight on.
        var azimuth = Geodesic.Inverse(to, from).InitialAzimuthDegrees + 180;
        foreach (var (share, isInside) in new[] { (0.999, true), (1.001, false) })
        {
            var beyond = Geodesic.Direct(to, azimuth, Meters * share);
            Assert.Equal(
                isInside,
                buffer!.Covers(Factory.CreatePoint(new Coordinate(beyond.LongitudeDegrees, beyond.LatitudeDegrees))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(500_001)]
    public void A_distance_that_makes_no_sense_is_refused(double meters)
    {
        var isMade = GeodesicBuffer.TryMake(
            Factory.CreatePoint(new Coordinate(106, 20)), meters, out _, out var refusal);

        Assert.False(isMade);
        Assert.Equal("invalid_buffer", refusal!.Code);
    }

    [Fact]
    public void What_is_too_wide_is_refused()
    {
        var line = Factory.CreateLineString([new(100, 20), new(110, 20)]);

        Assert.False(GeodesicBuffer.TryMake(line, 1_000, out _, out var refusal));
        Assert.Contains("500000 m", refusal!.Hint, StringComparison.Ordinal);
    }
}
