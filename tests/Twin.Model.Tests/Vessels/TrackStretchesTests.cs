using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.TestKit.FleetCity;

namespace Twin.Model.Tests.Vessels;

public sealed class TrackStretchesTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_silence_longer_than_the_gap_divides_and_one_as_long_does_not()
    {
        var stretches = TrackStretches.Split(Track(0, 60, 121, 122), TimeSpan.FromMinutes(60));

        Assert.Equal([2, 2], stretches.Select(stretch => stretch.Length));
        Assert.Empty(TrackStretches.Split([], TimeSpan.FromMinutes(60)));
        Assert.Equal([1, 1], TrackStretches.Split(Track(0, 61), TimeSpan.FromMinutes(60)).Select(one => one.Length));
    }

    [Fact]
    public void Of_points_close_in_time_the_first_stays_and_the_ends_always()
    {
        var thinned = TrackStretches.Simplify(Track(0, 1, 2, 5, 6, 9, 10, 11), 0, TimeSpan.FromMinutes(5));

        Assert.Equal([0, 5, 10, 11], thinned.Select(report => (report.PhenomenonTime - Midnight).TotalMinutes));
    }

    [Theory]
    [InlineData(107, 20, 108, 21, 107.5, 20.3, true)]
    [InlineData(107, 20, 108, 21, 107, 20, true)]
    [InlineData(107, 20, 108, 21, 106.9999, 20, false)]
    [InlineData(107, 20, 108, 21, 107.5, 21.0001, false)]
    [InlineData(179, -1, -179, 1, 180, 0, true)]
    [InlineData(179, -1, -179, 1, -179.5, 0, true)]
    [InlineData(179, -1, -179, 1, 0, 0, false)]
    public void An_area_holds_its_edges_and_may_cross_the_antimeridian(
        double west, double south, double east, double north, double longitude, double latitude, bool isInside) =>
        Assert.Equal(isInside, new GeoBox(west, south, east, north).Contains(new GeoPosition(longitude, latitude)));

    private static ImmutableArray<PositionReport> Track(params int[] minutes) =>
        [.. minutes.Select(minute => Report("HP-1", Midnight.AddMinutes(minute)))];
}
