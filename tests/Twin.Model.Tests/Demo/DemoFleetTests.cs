using Twin.Model.Demo;
using Twin.Model.Tests.Vessels;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Demo;

public sealed class DemoFleetTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AdministrativeUnitCode[] Homes =
        [.. Enumerable.Range(0, 20).Select(i => FleetExamples.Unit(FormattableString.Invariant($"{11_000 + i}")))];

    [Theory]
    [InlineData(1)]
    [InlineData(2024)]
    [InlineData(-7)]
    public void The_counts_are_those_of_the_plan_whatever_the_seed(int seed)
    {
        var boats = DemoFleet.Create(Homes, seed, Today);

        foreach (var day in new[] { Today, Today.AddYears(1), Today.AddYears(2) })
        {
            var papers = boats.Select(boat => VesselPapers.On(boat, FleetExamples.Rules, day)).ToArray();
            Assert.Equal(4_475, papers.Length);
            Assert.Equal(1_332, papers.Count(one => !one.IsEligible));
            Assert.Equal(1_140, papers.Count(one => one.IsThreeNo));
            Assert.InRange(papers.Count(one => one.IsThreeNo && !one.IsEligible), 1, 1_139);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_larger_or_smaller_fleet_has_its_counts_in_proportion(int count)
    {
        var boats = DemoFleet.Create(Homes, 5, Today, count);

        var papers = boats.Select(boat => VesselPapers.On(boat, FleetExamples.Rules, Today)).ToArray();
        Assert.Equal(count, boats.Select(boat => boat.Id).Distinct().Count());
        Assert.Equal(count * 1_332.0 / 4_475, papers.Count(one => !one.IsEligible), 1.0);
        Assert.Equal(count * 1_140.0 / 4_475, papers.Count(one => one.IsThreeNo), 1.0);
        Assert.All(boats.GroupBy(boat => FleetShards.Of(boat.Id)), shard => Assert.InRange(
            shard.Count(), 1, FleetShard.MaxVessels));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(DemoPace.MaxFactor)]
    public void Boats_that_live_faster_are_believed_and_come_by_the_clock(double factor)
    {
        var pace = new DemoPace(factor);
        foreach (var boat in DemoFleet.Create(Homes, 5, Today).Take(100))
        {
            var voyage = new DemoVoyage(boat, FleetExamples.InPort, 5, FleetExamples.Rules);
            var after = Now - TimeSpan.FromDays(5);
            var reports = voyage.Between(pace.BoatsAt(after), pace.BoatsAt(Now)).Select(pace.ToClock).ToArray();
            Assert.All(reports, report => Assert.InRange(
                report.PhenomenonTime, after.AddMilliseconds(-1), Now.AddMilliseconds(1)));
            PositionReport? last = null;
            foreach (var report in reports)
            {
                Assert.Equal(PositionVerdict.Accepted, PositionSieve.Judge(report, last, null, Now));
                last = report;
            }
        }
    }

    [Fact]
    public void The_same_seed_and_day_give_the_same_fleet_and_another_seed_another()
    {
        Assert.Equal(DemoFleet.Create(Homes, 5, Today).AsEnumerable(), DemoFleet.Create(Homes, 5, Today));
        Assert.NotEqual(DemoFleet.Create(Homes, 5, Today).AsEnumerable(), DemoFleet.Create(Homes, 6, Today));
    }

    [Fact]
    public void Every_boat_has_an_id_of_its_own_and_all_classes_and_communes_have_boats()
    {
        var boats = DemoFleet.Create(Homes, 5, Today);

        Assert.Equal(4_475, boats.Select(boat => boat.Id).Distinct().Count());
        Assert.Equal(5, boats.Select(boat => boat.SizeClass).Distinct().Count());
        Assert.Equal(Homes.Length, boats.Select(boat => boat.HomeUnit).Distinct().Count());
        Assert.All(boats, boat => Assert.True(boat.IsDemo));
    }

    [Fact]
    public void Boats_report_every_two_hours_and_never_jump()
    {
        foreach (var boat in DemoFleet.Create(Homes, 5, Today).Take(300))
        {
            var voyage = new DemoVoyage(boat, FleetExamples.InPort, 5, FleetExamples.Rules);
            PositionReport? last = null;
            foreach (var report in voyage.Between(Now - TimeSpan.FromDays(20), Now))
            {
                var verdict = PositionSieve.Judge(report, last, null, Now);
                Assert.True(verdict is PositionVerdict.Accepted, $"{boat.Id}: {last} then {report}");
                var apart = report.PhenomenonTime - (last ?? report).PhenomenonTime;
                Assert.InRange(apart.Ticks % DemoVoyage.Every.Ticks, 0, TimeSpan.TicksPerMillisecond);
                last = report;
            }
        }
    }

    [Fact]
    public void A_voyage_in_parts_is_the_voyage()
    {
        var boat = DemoFleet.Create(Homes, 5, Today)[40];
        var voyage = new DemoVoyage(boat, FleetExamples.InPort, 5, FleetExamples.Rules);
        var whole = voyage.Between(Now - TimeSpan.FromDays(5), Now).ToArray();

        var parts = Enumerable.Range(0, 480).SelectMany(i => voyage.Between(
            Now - TimeSpan.FromDays(5) + TimeSpan.FromMinutes(15 * i),
            Now - TimeSpan.FromDays(5) + TimeSpan.FromMinutes(15 * (i + 1))));

        Assert.Equal(whole, parts);
        Assert.Equal(whole[^1], voyage.LastUntil(Now));
    }

    [Fact]
    public void Some_boats_are_lost_some_for_long_and_most_are_not()
    {
        var boats = DemoFleet.Create(Homes, 5, Today);

        var states = boats
            .Select(boat => (
                Boat: boat, Last: new DemoVoyage(boat, FleetExamples.InPort, 5, FleetExamples.Rules).LastUntil(Now)))
            .Select(one => ContactClock.Read(one.Boat, one.Last, null, FleetExamples.Rules, Now).State)
            .CountBy(state => state).ToDictionary();

        Assert.InRange(states[ContactState.Lost], 5, 200);
        Assert.InRange(states[ContactState.LongLost], 1, 60);
        Assert.InRange(states[ContactState.InPort] + states[ContactState.InContact], 4_200, 4_475);
    }
}
