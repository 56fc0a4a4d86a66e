using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class FleetShardTests
{
    private static readonly Dictionary<string, FeedCondition> NoFeeds = new(StringComparer.Ordinal);

    [Fact]
    public void An_unknown_boat_is_entered_by_its_first_report()
    {
        var shard = new FleetShard(Rules);

        Assert.Equal(PositionVerdict.Accepted, shard.Apply(Report(Noon, id: "574000001"), null, Noon));

        Assert.Equal("574000001", shard.Find(Named("574000001"))!.Vessel.Mmsi.ToString());
    }

    [Fact]
    public void A_report_that_is_kept_apart_never_moves_the_boat()
    {
        var shard = new FleetShard(Rules);
        shard.Register(Boat());
        shard.Apply(Report(Noon), null, Noon);

        shard.Apply(Report(Noon - Hours(1)), null, Noon);
        shard.Apply(Report(Noon + Hours(0.1), new GeoPosition(0, 20)), null, Noon + Hours(1));

        var tracked = shard.Find(Boat().Id)!;
        Assert.Equal(Noon, tracked.Last!.PhenomenonTime);
        Assert.Equal((1, 1), (tracked.Count(PositionVerdict.Older), tracked.Count(PositionVerdict.Jump)));
    }

    [Fact]
    public void New_papers_change_neither_place_nor_clock()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon), null, Noon);

        shard.Register(Boat());

        Assert.Equal(Noon, shard.Find(Boat().Id)!.Last!.PhenomenonTime);
        Assert.Single(shard.Vessels);
    }

    [Fact]
    public void A_name_stands_for_a_boat_and_is_a_boat_no_longer()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon, id: "574000001"), null, Noon);

        shard.Alias(Named("574000001"), Boat().Id);

        Assert.Equal(Boat().Id, shard.Resolve(Named("574000001")));
        Assert.Empty(shard.Vessels);
    }

    [Fact]
    public void A_full_shard_takes_reports_of_the_boats_that_it_knows()
    {
        var shard = new FleetShard(Rules);
        for (var i = 0; i < FleetShard.MaxVessels; i++)
        {
            Assert.True(shard.Register(Boat(FormattableString.Invariant($"HP-{i}"))));
        }

        Assert.False(shard.Register(Boat("HP-X")));
        Assert.Null(shard.Apply(Report(Noon, id: "HP-X"), null, Noon));
        Assert.Equal(PositionVerdict.Accepted, shard.Apply(Report(Noon, id: "HP-7"), null, Noon));
    }

    [Fact]
    public void What_is_kept_of_a_boat_stands_as_it_stood()
    {
        var shard = new FleetShard(Rules);
        shard.Register(Boat());
        foreach (var hours in new double[] { 0, 2, 9, 8, 11, 20 })
        {
            shard.Apply(Report(Noon + Hours(hours)), null, Noon + Hours(hours));
        }

        var restored = new FleetShard(Rules);
        restored.Restore(shard.Find(Boat().Id)!.ToState());

        Assert.Equivalent(
            shard.Standings(NoFeeds, Noon + Hours(30)).Single(),
            restored.Standings(NoFeeds, Noon + Hours(30)).Single());
    }

    [Fact]
    public void The_tally_counts_the_groups_of_the_standings()
    {
        var shard = new FleetShard(Rules);
        var random = new Random(9);
        for (var i = 0; i < 400; i++)
        {
            var id = FormattableString.Invariant($"HP-{i}");
            shard.Register(Boat(id, 4 + (i % 26)) with
            {
                Registration = i % 3 == 0 ? null : Boat().Registration,
                Inspection = i % 4 == 0 ? null : Boat().Inspection,
                Licence = i % 5 == 0 ? null : Boat().Licence,
                Beacon = i % 7 == 0 ? null : Boat().Beacon,
            });
            for (var hours = random.Next(6); hours > 0; hours--)
            {
                var at = Noon - Hours(hours * random.Next(1, 80));
                shard.Apply(Report(at, i % 2 == 0 ? AtSea : InPort, id: id), null, Noon);
            }
        }

        var expected = shard.Standings(NoFeeds, Noon).GroupBy(standing => standing.Group)
            .ToDictionary(group => group.Key, group => (group.Count(), group.Sum(one => one.EpisodeCount)));

        Assert.Equal(
            expected, shard.Tally(NoFeeds, Noon).ToDictionary(count => count.Group, c => (c.Vessels, c.Episodes)));
        Assert.InRange(expected.Count, 20, 400);
    }

    [Fact]
    public void Shards_are_used_evenly()
    {
        var counts = new int[FleetShards.Count];
        for (var i = 0; i < 64_000; i++)
        {
            counts[FleetShards.Of(Named(FormattableString.Invariant($"HP-{90_000 + i}-TS")))]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 600, 1_500));
    }
}
