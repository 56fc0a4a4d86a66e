using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class TrackSimplifierTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Few_points_stay_as_they_are(int points) =>
        Assert.Equal(points, TrackSimplifier.Simplify(Track(points, i => (i * 0.01, 0)), 100).Length);

    [Fact]
    public void A_straight_and_even_run_becomes_its_ends()
    {
        var track = Track(500, i => (i * 0.001, i * 0.0005));

        Assert.Equal([track[0], track[^1]], TrackSimplifier.Simplify(track, 5).AsEnumerable());
    }

    [Fact]
    public void A_stop_on_a_straight_line_stays()
    {
        var track = Track(100, i => ((Math.Min(i, 30) + Math.Max(i - 70, 0)) * 0.001, 0));

        var simple = TrackSimplifier.Simplify(track, 20);

        Assert.Equal([track[0], track[30], track[70], track[^1]], simple.AsEnumerable());
    }

    [Fact]
    public void Every_point_left_out_lies_within_the_tolerance()
    {
        var random = new Random(11);
        var (x, y) = (0.0, 0.0);
        var track = Track(2_000, _ => (x += random.NextDouble() * 0.002, y += (random.NextDouble() - 0.5) * 0.002));

        var simple = TrackSimplifier.Simplify(track, 100);

        Assert.InRange(simple.Length, 3, 1_000);
        Assert.All(track, point => Assert.InRange(Deviation(simple, point), 0, 101));
    }

    [Fact]
    public void A_track_across_the_antimeridian_is_no_way_around_the_world()
    {
        var track = Track(101, i => (((i * 0.01) + 179.5 - 107.5 + 180) % 360 - 180, 0));

        Assert.Equal(2, TrackSimplifier.Simplify(track, 10).Length);
    }

    private static ImmutableArray<PositionReport> Track(int points, Func<int, (double East, double North)> place) =>
    [
        .. Enumerable.Range(0, points).Select(i =>
        {
            var (east, north) = place(i);
            var longitude = AtSea.LongitudeDegrees + east;
            return Report(
                Noon.AddMinutes(i),
                new GeoPosition(longitude > 180 ? longitude - 360 : longitude, AtSea.LatitudeDegrees + north));
        }),
    ];

    private static double Deviation(ImmutableArray<PositionReport> simple, PositionReport point)
    {
        var after = 0;
        while (simple[after].PhenomenonTime < point.PhenomenonTime)
        {
            after++;
        }

        if (after == 0)
        {
            return 0;
        }

        var (first, last) = (simple[after - 1], simple[after]);
        var share = (point.PhenomenonTime - first.PhenomenonTime) / (last.PhenomenonTime - first.PhenomenonTime);
        var expected = new GeoPosition(
            first.Position.LongitudeDegrees
                + (share * (last.Position.LongitudeDegrees - first.Position.LongitudeDegrees)),
            first.Position.LatitudeDegrees
                + (share * (last.Position.LatitudeDegrees - first.Position.LatitudeDegrees)));
        return GreatCircle.DistanceMeters(expected, point.Position);
    }
}
