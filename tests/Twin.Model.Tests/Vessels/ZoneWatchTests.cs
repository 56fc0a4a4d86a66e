using Twin.Model.Space;
using Twin.Model.Vessels;
using Twin.TestKit;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class ZoneWatchTests
{
    private const double Coast = 106.5;
    private const double NeighborCoast = 107.5;
    private const double Inshore = 108.5;
    private const double Offshore = 109.5;
    private const double Foreign = 110.5;

    public static TheoryData<string, double, string?, double, bool> Rules => new()
    {
        { "24 m and more has no rule in the test's sea", 24, null, Coast, false },
        { "15 m belongs offshore", 15, null, Coast, true },
        { "just under 15 m does not", 14.9, null, Inshore, false },
        { "15 m inshore", 18, null, Inshore, true },
        { "15 m offshore", 18, null, Offshore, false },
        { "15 m that carries for others", 18, "logistics", Coast, false },
        { "gear is known in any case of letters", 18, "Logistics", Coast, false },
        { "12 m on the coast", 12, null, Coast, true },
        { "12 m inshore", 12, null, Inshore, false },
        { "12 m offshore", 12, null, Offshore, true },
        { "under 12 m on its own coast", 11.9, null, Coast, false },
        { "under 12 m on the neighbor's", 11.9, null, NeighborCoast, true },
        { "under 12 m inshore", 11.9, null, Inshore, true },
        { "nobody may be in foreign waters", 5, null, Foreign, true },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Who_may_fish_where_follows_from_length_gear_and_home(
        string why, double meters, string? gear, double longitude, bool isViolation)
    {
        var boat = Boat("HP-1", meters) with { Gear = gear };

        var stay = Belt(boat, Every(Hours(2), longitude, longitude, longitude));

        Assert.True(isViolation == stay.Violation is not null, why);
    }

    [Fact]
    public void A_boat_whose_length_or_home_nobody_knows_is_blamed_for_nothing_that_depends_on_it()
    {
        var unknown = Vessel.Unregistered(Named("HP-1"));
        var homeless = Boat("HP-1", 8) with { HomeUnit = null };

        Assert.Null(Belt(unknown, Every(Hours(2), Coast, Coast, Coast)).Violation);
        Assert.Null(Belt(homeless, Every(Hours(2), NeighborCoast, NeighborCoast, NeighborCoast)).Violation);
    }

    [Fact]
    public void Provinces_that_have_agreed_let_each_others_boats_in_while_it_holds()
    {
        var agreement = new ProvinceAgreement(
            ZoneCity.Neighbor, ZoneCity.Home, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1), "agreement");
        var rules = ZoneCity.Rules with { Agreements = [agreement] };
        var boat = Boat("HP-1", 8);

        Assert.Null(Belt(boat, Every(Hours(2), NeighborCoast, NeighborCoast), rules).Violation);
        var after = Every(Hours(2), NeighborCoast, NeighborCoast)
            .Select(report => report with { PhenomenonTime = report.PhenomenonTime.AddDays(1) });
        Assert.NotNull(Belt(boat, after, rules).Violation);
    }

    [Fact]
    public void A_violation_is_of_the_time_since_the_boat_was_there_and_not_passing()
    {
        var reports = Every(Hours(1), Coast, Coast, Coast, Coast).ToArray();
        reports[0] = reports[0] with { SpeedOverGroundKnots = 9 };

        var early = Belt(Boat(), reports.Take(3));
        var stay = Belt(Boat(), reports);

        Assert.Null(early.Violation);
        Assert.Equal(Noon.AddHours(1), stay.Violation!.Since);
        Assert.Equal(Noon.AddHours(3), stay.Violation.FoundAt);
        Assert.Equal("VB decree", $"{stay.Violation.Zone} {stay.Violation.Source}");
    }

    [Fact]
    public void Who_sails_through_does_not_stay_but_nobody_sails_through_foreign_waters()
    {
        var sailing = Every(Hours(2), Coast, Coast, Coast).Select(report => report with { SpeedOverGroundKnots = 8 });
        var abroad = Every(Hours(2), Foreign, Foreign).Select(report => report with { SpeedOverGroundKnots = 8 });

        Assert.Null(Belt(Boat(), sailing).Violation);
        Assert.NotNull(Belt(Boat(), abroad).Violation);
    }

    [Fact]
    public void A_single_report_from_across_a_border_changes_no_zone()
    {
        var stay = Belt(Boat(lengthMeters: 13), Every(Hours(1), Inshore, Offshore, Inshore, Offshore, Inshore));

        Assert.Equal("VL", stay.Zone);
        Assert.Equal(Noon, stay.Since);
        Assert.Null(stay.AwaySince);
    }

    [Theory]
    [InlineData(4, "VL")]
    [InlineData(5, "VK")]
    public void A_boat_has_left_when_its_reports_are_from_elsewhere_for_five_minutes(double minutes, string zone)
    {
        var stay = Belt(
            Boat(lengthMeters: 13), Every(TimeSpan.FromMinutes(minutes / 2), Inshore, Offshore, Offshore, Offshore));

        Assert.Equal(zone, stay.Zone);
        Assert.Equal(zone is "VK" ? Noon.AddMinutes(minutes / 2) : Noon, stay.Since);
        Assert.Equal(zone is "VK" ? "VL" : null, stay.Left);
    }

    [Fact]
    public void A_boat_that_is_in_another_zone_each_time_has_left_the_first()
    {
        var stay = Belt(Boat(), Every(Hours(2), Coast, Inshore, Offshore));

        Assert.Equal("VK", stay.Zone);
        Assert.Equal(Noon.AddHours(4), stay.Since);
    }

    [Fact]
    public void A_violation_lasts_across_a_wandering_position_and_ends_when_the_boat_has_left()
    {
        var boat = Boat(lengthMeters: 13);
        double[] out3 = [Offshore, Offshore, Offshore];

        var wandering = Belt(boat, Every(Hours(2), [.. out3, Inshore, Offshore]));
        var gone = Belt(boat, Every(Hours(2), [.. out3, Inshore, Inshore]));

        Assert.Equal(Noon, wandering.Violation!.Since);
        Assert.Null(gone.Violation);
    }

    [Fact]
    public void In_a_port_nobody_fishes_and_the_port_is_the_zone()
    {
        var reports = Every(Hours(2), Coast, Coast, Coast).Concat(
            [Report(Noon.AddHours(6), FleetCity.InPort), Report(Noon.AddHours(8), FleetCity.InPort)]);

        var stay = Belt(Boat(), reports);

        Assert.Equal("CAT-BA Port VB", $"{stay.Zone} {stay.Kind} {stay.Left}");
        Assert.Equal(Noon.AddHours(6), stay.Since);
        Assert.Null(stay.Violation);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(5, "CAM")]
    [InlineData(7, null)]
    public void An_area_is_closed_in_its_season(int month, string? zone)
    {
        var start = new DateTimeOffset(2026, month, 10, 0, 0, 0, TimeSpan.Zero);
        ZoneStay? stay = null;
        foreach (var hours in new[] { 0, 1, 2, 3 })
        {
            var report = Report(start.AddHours(hours), new GeoPosition(Offshore, 21.5));
            stay = ZoneWatch.Closed(stay, Boat(), report, ZoneCity.Rules, Place(report));
        }

        Assert.Equal(zone, stay?.Zone);
        Assert.Equal(zone is null, stay?.Violation is null);
    }

    [Fact]
    public void Reports_that_change_nothing_give_the_same_stay()
    {
        var first = Belt(Boat(), Every(Hours(2), Offshore));
        var report = Report(Noon.AddHours(2), new GeoPosition(Offshore, 20));

        Assert.Same(first, ZoneWatch.Belt(first, Boat(), report, ZoneCity.Rules, Place(report)));
    }

    [Theory]
    [InlineData(11, 1, 2, 28, 12, 15, true)]
    [InlineData(11, 1, 2, 28, 2, 28, true)]
    [InlineData(11, 1, 2, 28, 3, 1, false)]
    [InlineData(4, 1, 6, 30, 6, 30, true)]
    [InlineData(4, 1, 6, 30, 3, 31, false)]
    public void A_season_may_go_over_the_end_of_a_year(
        int fromMonth, int fromDay, int toMonth, int toDay, int month, int day, bool isIn) => Assert.Equal(
        isIn, new Season(fromMonth, fromDay, toMonth, toDay).Covers(new DateOnly(2026, month, day)));

    private static IEnumerable<PositionReport> Every(TimeSpan apart, params double[] longitudes) =>
        longitudes.Select((longitude, i) => Report(Noon + (apart * i), new GeoPosition(longitude, 20)));

    private static ZoneStay Belt(Vessel boat, IEnumerable<PositionReport> reports, FleetRules? rules = null) =>
        reports.Aggregate(
            (ZoneStay?)null,
            (stay, report) =>
                ZoneWatch.Belt(stay, boat, report, rules ?? ZoneCity.Rules, Place(report)))!; // Never empty.

    private static ZonePlace Place(PositionReport report) => ZoneCity.Rules.Zones.Current.Find(report.Position);
}
