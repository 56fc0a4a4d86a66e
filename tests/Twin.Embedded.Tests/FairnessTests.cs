using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class FairnessTests
{
    [Fact]
    public async Task A_call_is_answered_while_others_never_pause()
    {
        await using var host = await TestHost.StartAsync();
        using var stop = new CancellationTokenSource();
        var busy = Enumerable.Range(0, 4 * Environment.ProcessorCount)
            .Select(i => host.Get<IScriptGrain>(Name(i)))
            .Select(grain => Task.Run(() => CallOnAsync(grain, stop.Token), CancellationToken.None))
            .ToList();

        await Task.Run(() => host.Get<IScriptGrain>("late").Increment(), CancellationToken.None).SoonAsync();

        Assert.DoesNotContain(busy, caller => caller.IsCompleted);
        await stop.CancelAsync();
        await Task.WhenAll(busy).SoonAsync();
    }

    [Fact]
    public async Task A_grain_that_keeps_itself_busy_yields_to_others()
    {
        await using var host = await TestHost.StartAsync(options => options.TurnsPerDispatch = 1);
        var names = Enumerable.Range(0, 50).Select(Name).ToList();

        var selfish = names.Select(name => host.Get<IScriptGrain>(name).YieldOn(stopAfter: 1_000)).ToList();
        await host.Get<IScriptGrain>("other").Increment().SoonAsync();

        await Task.WhenAll(selfish).SoonAsync();
    }

    [Fact]
    public async Task A_full_mailbox_refuses_the_next_call_at_once_and_takes_calls_again_when_there_is_room()
    {
        const int Capacity = 3;
        await using var host = await TestHost.StartAsync(options => options.MailboxCapacity = Capacity);
        var grain = host.Get<IScriptGrain>("a");
        var running = grain.Pass("running");
        await host.Probe.WrittenAsync("running begins");

        var waiting = Enumerable.Range(0, Capacity).Select(_ => grain.Increment()).ToList();
        var refused = await Assert.ThrowsAsync<LimitExceededException>(() => grain.Increment().SoonAsync());

        Assert.Contains("MailboxCapacity Current=3 Threshold=3", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ScriptGrain/a", refused.Message, StringComparison.Ordinal);
        host.Probe.Open("running");
        await Task.WhenAll([running, .. waiting]).SoonAsync();
        await grain.Increment().SoonAsync();
        Assert.Equal(Capacity + 1, await grain.Count());
        Assert.Equal(1, host.Host.Statistics.Refusals);
    }

    [Fact]
    public async Task A_flooded_mailbox_harms_no_other_grain()
    {
        await using var host = await TestHost.StartAsync(options => options.MailboxCapacity = 10);
        var flooded = host.Get<IScriptGrain>("flooded");
        var first = flooded.Pass("first");
        await host.Probe.WrittenAsync("first begins");
        var flood = Enumerable.Range(0, 1_000).Select(_ => flooded.Increment()).ToList();

        await host.Get<IScriptGrain>("other").Increment().SoonAsync();

        Assert.Equal(990, flood.Count(call => call.IsFaulted));
        host.Probe.Open("first");
        await first.SoonAsync();
        await Task.WhenAll(flood.Where(call => !call.IsFaulted)).SoonAsync();
    }

    [Fact]
    public async Task A_grain_that_throws_from_every_call_harms_no_other_and_serves_on()
    {
        await using var host = await TestHost.StartAsync();
        var broken = host.Get<IScriptGrain>("broken");
        var failing = Enumerable.Range(0, 200)
            .Select(i => i % 2 == 0 ? broken.Fail("why") : broken.FailAtOnce("why")).ToList();

        for (var i = 0; i < 100; i++)
        {
            await host.Get<IScriptGrain>("other").Increment().SoonAsync();
        }

        await Assert.ThrowsAsync<ScriptException>(() => Task.WhenAll(failing).SoonAsync());
        Assert.All(failing, call => Assert.IsType<ScriptException>(call.Exception?.InnerException));
        Assert.Equal(100, await host.Get<IScriptGrain>("other").Count());
        await broken.Increment().SoonAsync();
        Assert.Equal(1, await broken.Count());
    }

    [Fact]
    public async Task A_grain_that_hangs_harms_no_other_and_those_who_wait_for_it_hear_of_it()
    {
        await using var host = await TestHost.StartAsync();
        var hanging = host.Get<IScriptGrain>("hanging");
        var hung = hanging.Pass("never");
        await host.Probe.WrittenAsync("never begins");
        var waiting = hanging.Increment();

        await host.Get<IScriptGrain>("other").Increment().SoonAsync();
        var options = host.Services.GetRequiredService<IOptions<EmbeddedGrainOptions>>().Value;
        host.Clock.Advance(options.ResponseTimeout * 2);

        await Assert.ThrowsAsync<TimeoutException>(() => hung.SoonAsync());
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.SoonAsync());
        await host.Get<IScriptGrain>("other").Increment().SoonAsync();
        Assert.Equal(2, await host.Get<IScriptGrain>("other").Count());
        host.Probe.Open("never");
    }

    [Fact]
    public async Task Grains_that_block_their_threads_hold_no_more_than_those()
    {
        await using var host = await TestHost.StartAsync();
        var blocked = Enumerable.Range(0, 2 * Environment.ProcessorCount)
            .Select(i => host.Get<IScriptGrain>(Name(i)).Block(Name(i))).ToList();
        await host.Probe.WrittenAsync("0 begins");

        // The pool gives new threads for those that are held, one now and then.
        await host.Get<IScriptGrain>("other").Increment().SoonAsync();

        Assert.DoesNotContain(blocked, call => call.IsCompleted);
        foreach (var name in Enumerable.Range(0, blocked.Count).Select(Name))
        {
            host.Probe.Open(name);
        }

        await Task.WhenAll(blocked).SoonAsync();
    }

    private static string Name(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static async Task CallOnAsync(IScriptGrain grain, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await grain.Count();
        }
    }
}
