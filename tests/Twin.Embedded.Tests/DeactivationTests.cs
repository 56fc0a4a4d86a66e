using System.Globalization;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class DeactivationTests
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task An_idle_activation_is_collected_and_a_later_call_makes_another()
    {
        await using var host = await StartAsync();
        host.Probe.Open("activation of a");
        host.Probe.Open("deactivation of a");
        var grain = host.Get<ISlowStartGrain>("a");
        Assert.Equal(1, await grain.Incarnation());

        host.Clock.Advance(Age + TimeSpan.FromMinutes(2));
        await host.Probe.WrittenAsync("a deactivated");

        Assert.Equal(2, await grain.Incarnation().SoonAsync());
        Assert.Contains("scope disposed", host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_activation_in_use_is_not_collected()
    {
        await using var host = await StartAsync();
        var used = host.Get<IScriptGrain>("used");
        var awaiting = host.Get<IScriptGrain>("awaiting");
        var stuck = awaiting.Pass("stuck");
        await host.Probe.WrittenAsync("stuck begins");

        for (var minute = 0; minute < 30; minute++)
        {
            await used.Increment();
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(30, await used.Count());
        Assert.Equal(2, host.Host.Statistics.Activations);
        host.Probe.Open("stuck");
        await Assert.ThrowsAsync<TimeoutException>(() => stuck.SoonAsync());
    }

    [Fact]
    public async Task Deactivation_on_idle_waits_for_the_running_request_and_sends_the_others_to_the_next_activation()
    {
        await using var host = await StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        await grain.Increment();
        var last = grain.DeactivateWhenIdle("last");
        await host.Probe.WrittenAsync("last begins");
        var next = grain.Count();

        Assert.DoesNotContain("a deactivated: ApplicationRequested", host.Probe.Journal, StringComparer.Ordinal);
        host.Probe.Open("last");
        await last.SoonAsync();

        Assert.Equal(0, await next.SoonAsync());
        Assert.Equal(["last begins", "last ends", "a deactivated: ApplicationRequested"], host.Probe.Journal);
    }

    [Fact]
    public async Task Calls_during_deactivation_are_served_in_order_by_the_next_activation_once_the_last_is_gone()
    {
        var names = Enumerable.Range(0, 20).Select(i => $"call {i.ToString(CultureInfo.InvariantCulture)}").ToList();
        await using var host = await StartAsync();
        var grain = host.Get<ISlowStartGrain>("a");
        host.Probe.Open("activation of a");
        await grain.EndSoon();
        await host.Probe.WrittenAsync("a deactivates");
        names.ForEach(host.Probe.Open);

        var calls = names.Select(grain.Pass).ToList();
        Assert.Equal(["a activates", "a deactivates"], host.Probe.Journal);
        host.Probe.Open("deactivation of a");
        await Task.WhenAll(calls).SoonAsync();

        Assert.Equal(
            ["a activates", "a deactivates", "a deactivated", "scope disposed", "a activates", .. names],
            host.Probe.Journal);
    }

    [Fact]
    public async Task A_one_way_call_during_deactivation_is_not_lost()
    {
        await using var host = await StartAsync();
        var grain = host.Get<ISlowStartGrain>("a");
        host.Probe.Open("activation of a");
        await grain.EndSoon();
        await host.Probe.WrittenAsync("a deactivates");

        await grain.Note("noted");
        host.Probe.Open("deactivation of a");

        await host.Probe.WrittenAsync("noted");
    }

    [Fact]
    public async Task A_deactivation_that_fails_is_logged_and_the_key_is_free_again()
    {
        await using var host = await StartAsync();
        var grain = host.Get<ISlowStartGrain>("failing later");
        host.Probe.Open("activation of failing later");
        host.Probe.Open("deactivation of failing later");
        await Assert.ThrowsAsync<FormatException>(() => grain.Incarnation());
        Assert.Equal(2, await grain.Incarnation());

        await grain.EndSoon();

        Assert.Equal(3, await grain.Incarnation().SoonAsync());
    }

    [Fact]
    public async Task A_deactivation_that_hangs_is_cut_off()
    {
        await using var host = await TestHost.StartAsync(options =>
        {
            options.DeactivationTimeout = TimeSpan.FromSeconds(3);
            options.ResponseTimeout = TimeSpan.FromHours(1);
        });
        var grain = host.Get<ISlowStartGrain>("a");
        host.Probe.Open("activation of a");
        await grain.EndSoon();
        await host.Probe.WrittenAsync("a deactivates");
        var next = grain.Incarnation();

        host.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(2, await next.SoonAsync());
    }

    [Fact]
    public async Task No_call_is_lost_or_refused_by_a_grain_that_ends_after_each_request()
    {
        const int Callers = 50;
        const int CallsEach = 20;
        await using var host = await StartAsync();
        host.Probe.Open("through");

        // All at once, so that the last call in the mailbox goes through as many activations as there are calls before
        // it.
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < CallsEach; i++)
            {
                await host.Get<IScriptGrain>("a").DeactivateWhenIdle("through");
            }
        }))).SoonAsync();

        var ends = host.Probe.Journal.Count(entry => entry.Equals("through ends", StringComparison.Ordinal));
        Assert.Equal(Callers * CallsEach, ends);
    }

    [Fact]
    public async Task A_task_that_outlives_its_activation_still_ends()
    {
        await using var host = await StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        await grain.StartPassing("background");
        host.Probe.Open("last");
        await grain.DeactivateWhenIdle("last");
        await host.Probe.WrittenAsync("a deactivated: ApplicationRequested");

        host.Probe.Open("background");

        await host.Probe.WrittenAsync("background ends");
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(options => options.CollectionAge = Age);
}
