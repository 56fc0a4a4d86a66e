using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class PositionSieveTests
{
    private static readonly DateTimeOffset Now = Noon + Hours(1);

    public static TheoryData<string, PositionReport, PositionVerdict> Reports() => new()
    {
        { "a little further", Report(Noon + Hours(0.5), East(2)), PositionVerdict.Accepted },
        { "the same again", Report(Noon, receiver: "r1"), PositionVerdict.Repeated },
        { "by another receiver", Report(Noon, receiver: "r2"), PositionVerdict.OtherReceiver },
        { "a copy a second apart", Report(Noon.AddSeconds(1), receiver: "r2"), PositionVerdict.OtherReceiver },
        { "the same place later", Report(Noon.AddSeconds(2), receiver: "r1"), PositionVerdict.Accepted },
        { "older", Report(Noon - Hours(1), East(-2)), PositionVerdict.Older },
        { "the same time elsewhere", Report(Noon, East(0.01)), PositionVerdict.Older },
        { "a clock two minutes ahead", Report(Now + TimeSpan.FromMinutes(2)), PositionVerdict.Accepted },
        { "from the future", Report(Now + TimeSpan.FromMinutes(2.01)), PositionVerdict.Future },
        { "0° 0'", Report(Noon + Hours(0.5), new GeoPosition(0, 0)), PositionVerdict.NullIsland },
        { "0° longitude alone", Report(Noon + Hours(0.5), new GeoPosition(0, 20.3)), PositionVerdict.Jump },
        { "60 knots", Report(Noon + Hours(1), East(59.5)), PositionVerdict.Accepted },
        { "more than 60 knots", Report(Noon + Hours(1), East(60.8)), PositionVerdict.Jump },
        { "an antenna apart in a second", Report(Noon.AddSeconds(3), East(0.1)), PositionVerdict.Accepted },
        { "across the antimeridian", Report(Noon + Hours(1), new GeoPosition(-179.9, 20.3)), PositionVerdict.Jump },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_is_judged_by_what_is_known(string name, PositionReport report, PositionVerdict expected)
    {
        var verdict = PositionSieve.Judge(report, Report(Noon, receiver: "r1"), null, Now);

        Assert.True(verdict == expected, $"{name}: {verdict}");
    }

    [Fact]
    public void The_first_report_is_taken() =>
        Assert.Equal(PositionVerdict.Accepted, PositionSieve.Judge(Report(Noon), null, null, Now));

    [Fact]
    public void A_second_report_near_a_jump_shows_that_the_boat_is_there()
    {
        var far = Report(Noon + Hours(0.5), East(200));

        var verdict = PositionSieve.Judge(Report(Noon + Hours(1), East(202)), Report(Noon), far, Now);

        Assert.Equal(PositionVerdict.Accepted, verdict);
    }

    [Fact]
    public void Two_jumps_that_do_not_agree_are_both_kept_apart()
    {
        var far = Report(Noon + Hours(0.5), East(200));

        var verdict = PositionSieve.Judge(Report(Noon + Hours(1), East(-300)), Report(Noon), far, Now);

        Assert.Equal(PositionVerdict.Jump, verdict);
    }

    [Fact]
    public void Neighbors_across_the_antimeridian_are_near() => Assert.Equal(
        2_223.9,
        GreatCircle.DistanceMeters(new GeoPosition(179.99, 0), new GeoPosition(-179.99, 0)),
        0.5);

    // Vincenty (1975) on GRS 80 gives 54,972.271 m from Flinders Peak to Buninyong (Geoscience Australia's example).
    [Fact]
    public void A_distance_is_within_six_permille_of_a_published_one()
    {
        var meters = GreatCircle.DistanceMeters(
            new GeoPosition(144.424_867_89, -37.951_033_42), new GeoPosition(143.926_495_53, -37.652_821_14));

        Assert.InRange(meters / 54_972.271, 0.994, 1.006);
    }

    private static GeoPosition East(double nauticalMiles) => new(
        AtSea.LongitudeDegrees + (nauticalMiles / 60 / Math.Cos(double.DegreesToRadians(AtSea.LatitudeDegrees))),
        AtSea.LatitudeDegrees);
}
