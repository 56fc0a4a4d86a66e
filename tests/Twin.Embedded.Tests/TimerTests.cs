using Twin.Embedded.Scheduling;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_timer_ticks_at_its_due_time_and_then_each_period()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", 3 * Second, 2 * Second);

        host.Clock.Advance(3 * Second - TimeSpan.FromTicks(1));
        await grain.Settle();
        Assert.Empty(host.Probe.Journal);
        host.Clock.Advance(TimeSpan.FromTicks(1));
        await host.Probe.WrittenAsync("tick 1");
        await grain.Settle();
        host.Clock.Advance(2 * Second);

        await host.Probe.WrittenAsync("tick 2");
    }

    [Fact]
    public async Task A_timer_due_at_once_ticks_without_the_clock_moving_on()
    {
        await using var host = await TestHost.StartAsync();

        await host.Get<ITimerGrain>("a").Start("tick", TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        host.Clock.Advance(TimeSpan.Zero);

        await host.Probe.WrittenAsync("tick 1");
    }

    [Fact]
    public async Task The_next_tick_is_due_one_period_after_the_last_has_ended()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Second, gated: true);
        host.Clock.Advance(Second);
        await host.Probe.WrittenAsync("tick 1");

        host.Clock.Advance(10 * Second);
        host.Probe.Open("tick 1");
        await host.Probe.WrittenAsync("tick 1 ends");
        await grain.Settle();
        host.Clock.Advance(Second - TimeSpan.FromTicks(1));
        await grain.Settle();

        Assert.Equal(["tick 1", "tick 1 ends"], host.Probe.Journal);
        host.Clock.Advance(TimeSpan.FromTicks(1));
        await host.Probe.WrittenAsync("tick 2");
    }

    [Fact]
    public async Task A_tick_waits_for_the_running_request_and_a_request_for_the_running_tick()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Second, gated: true);
        var before = grain.Pass("before");
        await host.Probe.WrittenAsync("before begins");

        host.Clock.Advance(Second);
        var after = grain.Pass("after");
        host.Probe.Open("before");
        await host.Probe.WrittenAsync("tick 1");
        host.Probe.Open("after");
        host.Probe.Open("tick 1");
        await Task.WhenAll(before, after).SoonAsync();

        Assert.Equal(
            ["before begins", "before ends", "tick 1", "tick 1 ends", "after begins", "after ends"],
            host.Probe.Journal);
    }

    [Fact]
    public async Task An_interleaving_tick_starts_while_a_request_awaits()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Second, interleave: true);
        var awaiting = grain.Pass("awaiting");
        await host.Probe.WrittenAsync("awaiting begins");

        host.Clock.Advance(Second);

        await host.Probe.WrittenAsync("tick 1");
        Assert.False(awaiting.IsCompleted);
    }

    [Fact]
    public async Task A_tick_that_throws_is_logged_and_the_timer_goes_on()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.StartFailing("tick", Second);

        host.Clock.Advance(Second);
        await host.Probe.WrittenAsync("tick 1");
        await grain.Settle();
        host.Clock.Advance(Second);

        await host.Probe.WrittenAsync("tick 2");
        await grain.Settle();
        Assert.Equal(2, host.Host.Statistics.Failures);
    }

    [Fact]
    public async Task A_changed_timer_ticks_at_its_new_times()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Second);

        await grain.ChangeTo(5 * Second, Timeout.InfiniteTimeSpan);
        host.Clock.Advance(4 * Second);
        await grain.Settle();
        Assert.Empty(host.Probe.Journal);
        host.Clock.Advance(Second);
        await host.Probe.WrittenAsync("tick 1");
        await grain.Settle();
        host.Clock.Advance(100 * Second);
        await grain.Settle();

        Assert.Equal(["tick 1"], host.Probe.Journal);
    }

    [Fact]
    public async Task A_timer_changed_while_its_tick_waits_ticks_once_for_both()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Timeout.InfiniteTimeSpan);
        var change = grain.ChangeTo(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        host.Clock.Advance(Second);
        await change.SoonAsync();
        host.Clock.Advance(Second);

        await host.Probe.WrittenAsync("tick 1");
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Second);

        await grain.StopTicking();
        host.Clock.Advance(10 * Second);
        await grain.Settle();

        Assert.Empty(host.Probe.Journal);
    }

    [Fact]
    public async Task Stopping_the_host_cancels_the_running_tick_and_ends_the_timer()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");
        await grain.Start("tick", Second, Second, gated: true);
        host.Clock.Advance(Second);
        await host.Probe.WrittenAsync("tick 1");

        var stop = host.Host.StopAsync(CancellationToken.None);
        host.Probe.Open("tick 1");
        await stop.SoonAsync();
        host.Clock.Advance(10 * Second);

        Assert.Equal(["tick 1", "tick 1 ends", "deactivated"], host.Probe.Journal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_a_timer_that_keeps_alive_holds_off_the_collection(bool keepAlive)
    {
        // On one thread, so that the ticks keep up with the clock.
        var turns = new SeededTurnScheduler(new Random(1));
        await using var host = await TestHost.StartAsync(
            options => options.CollectionAge = TimeSpan.FromMinutes(10), turns);
        _ = host.Get<ITimerGrain>("a").Start("tick", 60 * Second, 60 * Second, keepAlive: keepAlive);
        turns.RunUntilIdle();

        for (var minute = 1; minute <= 30; minute++)
        {
            host.Clock.Advance(60 * Second);
            turns.RunUntilIdle();
        }

        var ticks = host.Probe.Journal.Count(entry => entry.StartsWith("tick", StringComparison.Ordinal));
        Assert.Equal(keepAlive ? 30 : 11, ticks);
        Assert.Equal(keepAlive ? 1 : 0, host.Host.Statistics.Activations);
    }

    [Fact]
    public async Task A_timer_cannot_be_registered_outside_of_the_grains_turns()
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Get<ITimerGrain>("a").StartOutside());
    }

    [Theory]
    [InlineData(-2, 1)]
    [InlineData(1, -2)]
    [InlineData(4_294_967_295, 1)]
    [InlineData(1, 4_294_967_295)]
    public async Task Times_that_no_timer_can_count_to_are_refused(long dueMilliseconds, long periodMilliseconds)
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ITimerGrain>("a");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => grain.Start(
            "tick", TimeSpan.FromMilliseconds(dueMilliseconds), TimeSpan.FromMilliseconds(periodMilliseconds)));
    }
}
