using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class ContactClockTests
{
    [Theory]
    [InlineData(0, ContactState.InContact)]
    [InlineData(6, ContactState.InContact)]
    [InlineData(6.001, ContactState.Lost)]
    [InlineData(240, ContactState.Lost)]
    [InlineData(240.001, ContactState.LongLost)]
    public void Two_clocks_run_from_the_last_report(double hours, ContactState expected) =>
        Assert.Equal(expected, Read(Hours(hours)).State);

    [Fact]
    public void A_boat_that_never_reported_is_not_lost() => Assert.Equal(
        ContactState.NeverHeard, ContactClock.Read(Boat(), null, null, Rules, Noon).State);

    [Fact]
    public void A_boat_in_port_may_be_silent_for_ever() => Assert.Equal(
        ContactState.InPort,
        ContactClock.Read(Boat(), Report(Noon, InPort), null, Rules, Noon + TimeSpan.FromDays(400)).State);

    [Fact]
    public void Nobody_is_lost_because_the_feed_is_down()
    {
        var feed = new FeedCondition(Feed, [new FeedOutage(Noon + Hours(1), null)]);

        var reading = Read(Hours(30), feed);

        Assert.Equal(ContactState.FeedDown, reading.State);
        Assert.Equal(Hours(1), reading.Silence);
    }

    [Fact]
    public void After_an_outage_the_clock_goes_on_from_where_it_stood()
    {
        var feed = new FeedCondition(Feed, [new FeedOutage(Noon + Hours(1), Noon + Hours(29))]);

        Assert.Equal(ContactState.InContact, Read(Hours(34), feed).State);
        Assert.Equal(ContactState.Lost, Read(Hours(34.1), feed).State);
    }

    [Fact]
    public void A_boat_lost_before_the_feed_went_down_stays_lost()
    {
        var feed = new FeedCondition(Feed, [new FeedOutage(Noon + Hours(7), null)]);

        Assert.Equal(ContactState.Lost, Read(Hours(30), feed).State);
    }

    [Theory]
    [InlineData(26, 8, ContactState.InContact)]
    [InlineData(26, 13, ContactState.Lost)]
    [InlineData(18, 8, ContactState.Lost)]
    public void A_rule_for_a_class_wins_over_one_for_all(double length, double hours, ContactState expected)
    {
        var rules = Rules with
        {
            Contact =
            [
                .. Rules.Contact,
                new ContactRule(new DateOnly(2020, 1, 1), null, SizeClass.From24, null, Hours(12), null, "test"),
            ],
        };

        var reading = ContactClock.Read(
            Boat(lengthMeters: length), Report(Noon), null, rules, Noon + Hours(hours));

        Assert.Equal(expected, reading.State);
    }

    [Theory]
    [InlineData("2026-02-28", 5, ContactState.InContact)]
    [InlineData("2026-03-01", 5, ContactState.Lost)]
    public void A_rule_holds_from_its_day_on_in_Vietnam(string day, double hours, ContactState expected)
    {
        var rules = Rules with
        {
            Contact =
            [
                .. Rules.Contact,
                new ContactRule(new DateOnly(2026, 3, 1), null, null, ContactZone.AtSea, Hours(4), null, "stricter"),
            ],
        };
        var last = Report(new DateTimeOffset(Texts.Day(day).ToDateTime(new TimeOnly(0, 30)), Hours(7)));

        var reading = ContactClock.Read(Boat(), last, null, rules, last.PhenomenonTime + Hours(hours));

        Assert.Equal(expected, reading.State);
    }

    [Fact]
    public void Without_a_rule_no_clock_runs() => Assert.Equal(
        ContactState.InContact,
        ContactClock.Read(Boat(), Report(Noon), null, FleetRules.None, Noon + TimeSpan.FromDays(30)).State);

    [Fact]
    public void Episodes_and_boats_are_apart()
    {
        var tracked = new TrackedVessel(Boat());
        foreach (var hours in new double[] { 0, 2, 9, 11, 20, 22 })
        {
            tracked.Apply(Report(Noon + Hours(hours)), PositionVerdict.Accepted, null, Rules);
        }

        Assert.Equal(2, tracked.EpisodeCount);
        Assert.Equal([Hours(7), Hours(9)], tracked.Episodes.Select(episode => episode.Silence));
        var standing = VesselStanding.Of(tracked, Rules, null, Noon + Hours(29));
        Assert.Equal(3, standing.EpisodeCount);
        Assert.Null(standing.Episodes[^1].HeardAgain);
    }

    [Theory]
    [InlineData(5.9, ContactState.InContact)]
    [InlineData(6, ContactState.InContact)]
    [InlineData(6.1, ContactState.Lost)]
    [InlineData(9, ContactState.Lost)]
    public void The_clock_runs_until_the_feed_was_heard_last(double hours, ContactState state)
    {
        // Since then it may be down, and nobody knows yet. An instant before it is what it is.
        var feed = new FeedCondition(Feed, []) { LastSeen = Noon + Hours(hours) };

        Assert.Equal(state, Read(Hours(6.2), feed).State);
        Assert.Equal(Hours(Math.Min(hours, 6.2)), Read(Hours(6.2), feed).Silence);
    }

    [Fact]
    public void A_report_that_ends_an_episode_was_heard_by_its_feed()
    {
        var feed = new FeedCondition(Feed, []) { LastSeen = Noon + Hours(1) };

        var ended = ContactClock.Ended(Boat(), Report(Noon), Report(Noon + Hours(7)), feed, Rules);

        Assert.Equal(Hours(7), ended?.Silence);
    }

    private static ContactReading Read(TimeSpan after, FeedCondition? feed = null) =>
        ContactClock.Read(Boat(), Report(Noon), feed, Rules, Noon + after);
}
