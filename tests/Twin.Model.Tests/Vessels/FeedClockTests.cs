using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class FeedClockTests
{
    private readonly FeedClock _clock = new(Feed, TimeSpan.FromMinutes(30), null, []);

    [Fact]
    public void A_feed_that_was_never_heard_is_not_down() => Assert.False(_clock.Condition(Noon).IsDown(Noon));

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_feed_is_down_after_a_silence(int minutes, bool expected)
    {
        _clock.Seen(Noon);

        var at = Noon + TimeSpan.FromMinutes(minutes);
        Assert.Equal(expected, _clock.Condition(at).IsDown(at));
    }

    [Fact]
    public void An_outage_ends_when_something_comes_and_counts_from_the_last_that_came()
    {
        _clock.Seen(Noon);
        _clock.Seen(Noon + Hours(5));

        var condition = _clock.Condition(Noon + Hours(5));

        Assert.Equal(new FeedOutage(Noon, Noon + Hours(5)), Assert.Single(condition.Outages));
        Assert.False(condition.IsDown(Noon + Hours(5)));
        Assert.True(condition.IsDown(Noon + Hours(2)));
        Assert.Equal(Hours(4), condition.DownBetween(Noon + Hours(1), Noon + Hours(9)));
        Assert.Equal(TimeSpan.Zero, condition.DownBetween(Noon + Hours(6), Noon + Hours(9)));
    }

    [Fact]
    public void A_clock_that_is_set_back_changes_nothing()
    {
        _clock.Seen(Noon);
        _clock.Seen(Noon - Hours(3));

        Assert.Equal(Noon, _clock.LastSeen);
        Assert.Empty(_clock.Outages);
    }

    [Fact]
    public void After_a_restart_the_time_without_the_twin_is_an_outage()
    {
        var resumed = new FeedClock(Feed, TimeSpan.FromMinutes(30), Noon, []);

        Assert.True(resumed.Condition(Noon + Hours(8)).IsDown(Noon + Hours(8)));
        resumed.Seen(Noon + Hours(9));
        Assert.Equal(Hours(9), resumed.Condition(Noon + Hours(9)).DownBetween(Noon, Noon + Hours(9)));
    }

    [Fact]
    public void As_of_an_instant_an_outage_that_ended_later_still_lasts()
    {
        _clock.Seen(Noon);
        _clock.Seen(Noon + Hours(5));

        var then = _clock.Condition(Noon + Hours(6)).AsOf(Noon + Hours(2));

        Assert.True(then.IsDown(Noon + Hours(2)));
        Assert.Empty(_clock.Condition(Noon + Hours(6)).AsOf(Noon - Hours(1)).Outages);
    }

    [Fact]
    public void Only_so_many_outages_are_kept()
    {
        for (var i = 0; i <= FeedClock.MaxOutages + 1; i++)
        {
            _clock.Seen(Noon + Hours(i));
        }

        Assert.Equal(FeedClock.MaxOutages, _clock.Outages.Length);
        Assert.Equal(Noon + Hours(1), _clock.Outages[0].From);
    }
}
