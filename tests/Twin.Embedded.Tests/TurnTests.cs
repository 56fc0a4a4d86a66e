using System.Globalization;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class TurnTests
{
    [Fact]
    public async Task Requests_of_one_grain_wait_for_one_another_across_awaits()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");

        var first = grain.Pass("first");
        var second = grain.Pass("second");
        await host.Probe.WrittenAsync("first begins");
        host.Probe.Open("second");
        host.Probe.Open("first");
        await Task.WhenAll(first, second).SoonAsync();

        Assert.Equal(["first begins", "first ends", "second begins", "second ends"], host.Probe.Journal);
    }

    [Fact]
    public async Task Requests_of_different_grains_do_not_wait_for_one_another()
    {
        await using var host = await TestHost.StartAsync();

        var stuck = host.Get<IScriptGrain>("a").Pass("stuck");
        host.Probe.Open("free");
        await host.Get<IScriptGrain>("b").Pass("free").SoonAsync();

        Assert.False(stuck.IsCompleted);
    }

    [Fact]
    public async Task Turns_of_one_grain_never_run_at_the_same_time()
    {
        const int Calls = 2_000;
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");

        await Parallel.ForAsync(0, Calls, async (_, _) => await grain.Increment());

        Assert.Equal(Calls, await grain.Count());
    }

    [Fact]
    public async Task Calls_of_one_caller_start_in_the_order_in_which_they_were_sent()
    {
        var names = Enumerable.Range(0, 500)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"call {i}"))
            .ToList();
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        names.ForEach(host.Probe.Open);

        await Task.WhenAll(names.Select(grain.Pass)).SoonAsync();

        Assert.Equal(
            names.Select(name => $"{name} begins"),
            host.Probe.Journal.Where(entry => entry.EndsWith("begins", StringComparison.Ordinal)),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_interleaving_method_starts_while_a_request_awaits()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        var awaiting = grain.Pass("awaiting");
        await host.Probe.WrittenAsync("awaiting begins");

        host.Probe.Open("between");
        await grain.PassInterleaving("between").SoonAsync();

        Assert.False(awaiting.IsCompleted);
        host.Probe.Open("awaiting");
        await awaiting.SoonAsync();
    }

    [Fact]
    public async Task A_request_starts_while_only_interleaving_ones_await()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        var awaiting = grain.PassInterleaving("awaiting");
        await host.Probe.WrittenAsync("awaiting begins");

        host.Probe.Open("other");
        await grain.Pass("other").SoonAsync();

        Assert.False(awaiting.IsCompleted);
    }

    [Fact]
    public async Task An_interleaving_request_that_waited_for_the_activation_passes_the_requests_before_it()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ISlowStartGrain>("a");
        var first = grain.Pass("first");
        var between = grain.PassInterleaving("between");
        await host.Probe.WrittenAsync("a activates");

        host.Probe.Open("between");
        host.Probe.Open("activation of a");
        await between.SoonAsync();

        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task Requests_of_a_reentrant_grain_interleave()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IFreelyGrain>("a");
        var first = grain.Pass("first");
        await host.Probe.WrittenAsync("first begins");

        host.Probe.Open("second");
        await grain.Pass("second").SoonAsync();

        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task Read_only_requests_interleave_with_one_another_and_with_no_other()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        var reads = new[] { grain.PassReading("read 1"), grain.PassReading("read 2") };
        await host.Probe.WrittenAsync("read 1 begins");
        await host.Probe.WrittenAsync("read 2 begins");

        var write = grain.Pass("write");
        host.Probe.Open("read 1");
        await reads[0].SoonAsync();
        var late = grain.PassReading("read 3");
        host.Probe.Open("write");
        host.Probe.Open("read 3");
        host.Probe.Open("read 2");
        await Task.WhenAll(reads[1], write, late).SoonAsync();

        // The third read waits behind the write, or writes would starve.
        Assert.Equal(
            ["read 2 ends", "write begins", "write ends", "read 3 begins", "read 3 ends"],
            host.Probe.Journal.Skip(3),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_task_that_nobody_awaits_goes_on_between_turns_while_a_later_request_awaits()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        await grain.StartPassing("background");
        var later = grain.Pass("later");
        await host.Probe.WrittenAsync("later begins");

        host.Probe.Open("background");
        await host.Probe.WrittenAsync("background ends");

        Assert.False(later.IsCompleted);
        host.Probe.Open("later");
        await later.SoonAsync();
    }

    [Fact]
    public async Task Awaits_come_back_to_the_scheduler_of_the_activation()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("one", await host.Get<IScriptGrain>("a").Schedulers());
    }

    [Fact]
    public async Task What_a_turn_leaves_in_an_async_local_is_gone_in_the_next()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");

        // Sent together, so that one dispatch is likely to run both.
        var left = grain.LeaveAsyncLocal("left behind");
        var read = grain.ReadAsyncLocal();
        await left;

        Assert.Null(await read);
    }

    [Fact]
    public async Task A_grain_that_holds_its_thread_holds_up_no_other()
    {
        await using var host = await TestHost.StartAsync();
        var blocked = host.Get<IScriptGrain>("blocking").Block("block");
        await host.Probe.WrittenAsync("block begins");

        await Task.WhenAll(Enumerable.Range(0, 100)
                .Select(i => host.Get<IScriptGrain>(i.ToString(CultureInfo.InvariantCulture)).Increment()))
            .SoonAsync();

        Assert.False(blocked.IsCompleted);
        host.Probe.Open("block");
        await blocked.SoonAsync();
    }
}
