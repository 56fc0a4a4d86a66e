using Twin.Model.Demo;
using Twin.Model.Tests.Vessels;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Demo;

public sealed class DemoMerchantTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ships_are_heard_all_the_time_and_never_jump()
    {
        foreach (var ship in DemoMerchant.Create(40, FleetExamples.InPort, 5))
        {
            PositionReport? last = null;
            foreach (var report in ship.Between(Now - TimeSpan.FromDays(9), Now))
            {
                Assert.Equal(PositionVerdict.Accepted, PositionSieve.Judge(report, last, null, Now));
                Assert.InRange(
                    (report.PhenomenonTime - (last ?? report).PhenomenonTime).TotalSeconds, 0, 181);
                last = report;
            }

            Assert.NotNull(last);
        }
    }

    [Fact]
    public void A_ship_sails_as_fast_as_it_says()
    {
        foreach (var ship in DemoMerchant.Create(40, FleetExamples.InPort, 5))
        {
            var reports = ship.Between(Now - TimeSpan.FromDays(4), Now).ToArray();
            foreach (var (one, next) in reports.Zip(reports.Skip(1)).Where(pair =>
                pair.First.SpeedOverGroundKnots > 0 && pair.First.CourseOverGroundDegrees is { } course
                && pair.Second.CourseOverGroundDegrees is { } other && Math.Abs(course - other) < 0.01))
            {
                var hours = (next.PhenomenonTime - one.PhenomenonTime).TotalHours;
                var knots = Twin.Model.Space.GreatCircle.DistanceMeters(one.Position, next.Position) / 1852 / hours;
                Assert.Equal(one.SpeedOverGroundKnots!.Value, knots, 0.5); // Above 0, so there.
            }
        }
    }

    [Fact]
    public void Some_are_at_sea_some_at_anchor_and_some_moored_each_with_an_identity_of_its_own()
    {
        var ships = DemoMerchant.Create(300, FleetExamples.InPort, 5);

        var doing = ships.Select(ship => ship.Between(Now - TimeSpan.FromMinutes(4), Now).Last().Status)
            .CountBy(status => status!.Value).ToDictionary(); // Each says it.

        Assert.Equal(300, ships.Select(ship => ship.Mmsi).Distinct().Count());
        Assert.All(ships, ship => Assert.True(Vessel.Unregistered(VesselId.Of(ship.Mmsi)).IsForeign));
        Assert.InRange(doing[NavigationalStatus.UnderWayUsingEngine], 30, 200);
        Assert.InRange(doing[NavigationalStatus.AtAnchor], 30, 200);
        Assert.InRange(doing[NavigationalStatus.Moored], 30, 200);
    }

    [Fact]
    public void A_ship_s_way_in_parts_is_its_way()
    {
        var ship = DemoMerchant.Create(1, FleetExamples.InPort, 7)[0];
        var whole = ship.Between(Now - TimeSpan.FromHours(10), Now).ToArray();

        var parts = Enumerable.Range(0, 2_400).SelectMany(i => ship.Between(
            Now - TimeSpan.FromHours(10) + TimeSpan.FromSeconds(15 * i),
            Now - TimeSpan.FromHours(10) + TimeSpan.FromSeconds(15 * (i + 1))));

        Assert.Equal(whole, parts);
    }
}
