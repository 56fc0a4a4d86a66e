using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

/// <summary>What of a shard is drawn, and what of it has changed.</summary>
public sealed class FleetMarksTests
{
    private static readonly Dictionary<string, FeedCondition> NoFeeds = new(StringComparer.Ordinal);

    [Fact]
    public void Only_boats_that_were_heard_are_drawn()
    {
        var shard = new FleetShard(Rules);
        shard.Register(Boat());

        Assert.Empty(shard.Marks(NoFeeds, Noon));
        Assert.Null(shard.Mark(Boat().Id, null, Noon));

        shard.Apply(Report(Noon), null, Noon);
        var mark = Assert.Single(shard.Marks(NoFeeds, Noon));
        Assert.Equal(
            (Boat().Id, Noon, ContactState.InContact), (mark.Id, mark.Last.PhenomenonTime, mark.Group.Contact));
        Assert.Equal(mark, shard.Mark(Boat().Id, null, Noon));
    }

    [Fact]
    public void A_boat_has_changed_since_its_last_report_was_taken_in()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon), null, Noon + Hours(1));

        Assert.Single(shard.ChangedMarks(NoFeeds, Noon + Hours(2), Noon + Hours(1)));
        Assert.Empty(shard.ChangedMarks(NoFeeds, Noon + Hours(2), Noon + Hours(1.5)));
    }

    [Fact]
    public void A_report_that_is_kept_apart_changes_nothing()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon), null, Noon);
        shard.Apply(Report(Noon - Hours(1)), null, Noon + Hours(1));

        Assert.Empty(shard.ChangedMarks(NoFeeds, Noon + Hours(2), Noon + Hours(0.5)));
    }

    [Fact]
    public void A_boat_that_falls_silent_changes_without_a_report()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon), null, Noon);

        Assert.Empty(shard.ChangedMarks(NoFeeds, Noon + Hours(6), Noon + Hours(5)));
        var lost = Assert.Single(shard.ChangedMarks(NoFeeds, Noon + Hours(6.1), Noon + Hours(5)));
        Assert.Equal(ContactState.Lost, lost.Group.Contact);
    }

    [Fact]
    public void A_boat_whose_feed_goes_down_changes_without_a_report()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon), null, Noon);
        var feeds = new Dictionary<string, FeedCondition>(StringComparer.Ordinal)
        {
            [Report(Noon).Feed] = new(Report(Noon).Feed, [new FeedOutage(Noon + Hours(2), null)]),
        };

        Assert.Empty(shard.ChangedMarks(feeds, Noon + Hours(1.5), Noon + Hours(1)));
        var unknown = Assert.Single(shard.ChangedMarks(feeds, Noon + Hours(3), Noon + Hours(1)));
        Assert.Equal(ContactState.FeedDown, unknown.Group.Contact);
    }

    [Fact]
    public void New_papers_are_a_change()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon), null, Noon);

        shard.Register(Boat());
        shard.Touch(Boat().Id, Noon + Hours(2));

        Assert.Single(shard.ChangedMarks(NoFeeds, Noon + Hours(3), Noon + Hours(1)));
    }

    [Fact]
    public void A_name_that_was_drawn_and_stands_for_another_boat_is_gone()
    {
        var shard = new FleetShard(Rules);
        shard.Apply(Report(Noon, id: "574000001"), null, Noon);

        shard.Alias(Named("574000001"), Boat().Id, Noon + Hours(1));
        shard.Alias(Named("574000002"), Boat().Id, Noon + Hours(1));

        Assert.Equal(Named("574000001"), Assert.Single(shard.GoneSince(Noon)));
        Assert.Empty(shard.GoneSince(Noon + Hours(2)));
        Assert.Empty(shard.Marks(NoFeeds, Noon + Hours(1)));
    }
}
