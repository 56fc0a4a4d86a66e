using Orleans;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task Arguments_and_results_of_every_kind_pass_through()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IEveryKindGrain>("a");
        var mark = new object();

        await grain.DoNothing();
        await grain.DoNothingAsValue();

        Assert.Equal(7, await grain.Add(3, 4));
        Assert.Equal(-1, await grain.AddAsValue(int.MaxValue, int.MinValue));
        Assert.Equal(8, await grain.AddLater(3, 5));
        Assert.Same(mark, await grain.Echo(mark));
        Assert.Null(await grain.Echo(null));
        Assert.Equal(45, await grain.Nine(1, 2, 3, 4, 5, 6, 7, 8, 9));
        Assert.Equal((1.5, 'x', DayOfWeek.Friday), await grain.Mixed(1.5, 'x', DayOfWeek.Friday));
    }

    [Fact]
    public async Task Overloads_and_inherited_methods_are_told_apart()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IEveryKindGrain>("a");

        Assert.Equal("number", await grain.Overload(1));
        Assert.Equal("text", await grain.Overload("1"));
        Assert.Equal("base", await grain.Inherited());
        Assert.Equal("base", await host.Get<IBaseKindGrain>("a").Inherited());
        Assert.Equal("default", await grain.WithBody());
        Assert.Equal(1, host.Statistics("EveryKindGrain").Activations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_reaches_the_caller_as_it_was_thrown(bool atOnce)
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");

        var thrown = await Assert.ThrowsAsync<ScriptException>(
            () => atOnce ? grain.FailAtOnce("why") : grain.Fail("why"));

        Assert.Equal("why", thrown.Message);
        Assert.Contains(nameof(ScriptGrain), thrown.StackTrace, StringComparison.Ordinal);
        await grain.Increment().SoonAsync();
        Assert.Equal(1, host.Host.Statistics.Failures);
    }

    [Fact]
    public async Task A_callers_cancellation_reaches_the_grain_and_comes_back_as_one()
    {
        await using var host = await TestHost.StartAsync();
        using var source = new CancellationTokenSource();
        var call = host.Get<IScriptGrain>("a").Cancel(source.Token);

        await source.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.SoonAsync());
        Assert.Equal(source.Token, cancelled.CancellationToken);
        Assert.True(call.IsCanceled);
    }

    [Fact]
    public async Task A_grain_that_returns_no_task_fails_the_call()
    {
        await using var host = await TestHost.StartAsync();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.Get<IScriptGrain>("a").ReturnNull());

        Assert.Contains("IScriptGrain.ReturnNull", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_an_answer_times_out_and_the_grain_goes_on()
    {
        await using var host = await TestHost.StartAsync(options => options.ResponseTimeout = TimeSpan.FromSeconds(16));
        var grain = host.Get<IScriptGrain>("a");
        var running = grain.Pass("running");
        var waiting = grain.Pass("waiting");
        await host.Probe.WrittenAsync("running begins");

        host.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.False(running.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var timeout = await Assert.ThrowsAsync<TimeoutException>(() => running.SoonAsync());
        Assert.Contains("IScriptGrain.Pass on ScriptGrain/a", timeout.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.SoonAsync());
        host.Probe.Open("running");
        await grain.Increment().SoonAsync();

        // What nobody waited for any more was not started.
        Assert.Equal(["running begins", "running ends"], host.Probe.Journal);
        Assert.Equal(2, host.Host.Statistics.Timeouts);
    }

    [Fact]
    public async Task Calls_to_a_grain_that_holds_its_thread_time_out()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        var holding = grain.Block("block");
        await host.Probe.WrittenAsync("block begins");
        var waiting = grain.Increment();

        host.Clock.Advance(TimeSpan.FromSeconds(32));

        await Assert.ThrowsAsync<TimeoutException>(() => holding.SoonAsync());
        await Assert.ThrowsAsync<TimeoutException>(() => waiting.SoonAsync());
        host.Probe.Open("block");
    }

    [Fact]
    public async Task A_call_that_comes_back_to_a_waiting_grain_times_out()
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.Open("inner");

        // a calls b, which calls a, which waits for the answer of b.
        var cycle = host.Get<IScriptGrain>("a").PassThrough("b", "inner");
        await host.Get<IFreelyGrain>("meanwhile").Echo("served").SoonAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(32));

        await Assert.ThrowsAsync<TimeoutException>(() => cycle.SoonAsync());
    }

    [Fact]
    public async Task A_one_way_call_returns_before_it_is_served()
    {
        await using var host = await TestHost.StartAsync();

        var call = host.Get<IScriptGrain>("a").PassOneWay("later");

        Assert.True(call.IsCompletedSuccessfully);
        host.Probe.Open("later");
        await host.Probe.WrittenAsync("later ends");
    }

    [Fact]
    public async Task A_one_way_call_that_fails_is_counted_and_its_caller_does_not_see_it()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");

        await grain.FailOneWay("why");
        await grain.Increment();

        Assert.Equal(1, host.Host.Statistics.LostOneWays);
        Assert.Equal(1, host.Host.Statistics.Failures);
    }

    [Fact]
    public async Task References_are_equal_when_they_name_the_same_grain()
    {
        await using var host = await TestHost.StartAsync();

        var a = host.Get<IScriptGrain>("a");

        Assert.Equal(a, host.Get<IScriptGrain>("a"));
        Assert.Equal(a.GetHashCode(), host.Get<IScriptGrain>("a").GetHashCode());
        Assert.NotEqual(a, host.Get<IScriptGrain>("b"));
        Assert.Equal("a", a.GetPrimaryKeyString());
        Assert.Throws<ArgumentException>(() => new ForeignThing().GetPrimaryKeyString());
    }

    private sealed class ForeignThing : Orleans.Runtime.IAddressable;
}
