using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class ActivationTests
{
    [Fact]
    public async Task A_reference_activates_nothing_until_it_is_called()
    {
        await using var host = await TestHost.StartAsync();

        var grain = host.Get<IScriptGrain>("a");

        Assert.Equal(0, host.Host.Statistics.Activations);
        await grain.Increment();
        Assert.Equal(1, host.Host.Statistics.Activations);
    }

    [Fact]
    public async Task Calls_that_come_together_share_one_activation()
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.Open("activation of a");

        await Parallel.ForAsync(0, 200, async (_, _) => await host.Get<ISlowStartGrain>("a").Incarnation());

        Assert.Equal(["a activates"], host.Probe.Journal);
        Assert.Equal(1, host.Host.Statistics.Activations);
    }

    [Fact]
    public async Task Keys_are_compared_by_ordinal()
    {
        await using var host = await TestHost.StartAsync();

        await host.Get<IScriptGrain>("Đồ Sơn").Increment();
        await host.Get<IScriptGrain>("đồ sơn").Increment();

        Assert.Equal(2, host.Host.Statistics.Activations);
    }

    [Fact]
    public async Task A_failed_activation_fails_the_calls_that_wait_and_the_next_call_tries_again()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ISlowStartGrain>("failing");
        var calls = Enumerable.Range(0, 3).Select(_ => grain.Incarnation()).ToList();
        await host.Probe.WrittenAsync("failing activates");

        host.Probe.Open("activation of failing");

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<FormatException>(() => call.SoonAsync());
            Assert.Equal("ScopedThing of failing", failure.Message);
        }

        Assert.Equal(2, await grain.Incarnation().SoonAsync());
        Assert.Equal(1, host.Statistics("SlowStartGrain").FailedActivations);
        Assert.Equal(1, host.Statistics("SlowStartGrain").Activations);
    }

    [Fact]
    public async Task A_constructor_that_throws_fails_the_call_with_its_exception()
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => host.Get<IUnbuildableGrain>("a").Ping().SoonAsync());

        Assert.Equal(0, host.Host.Statistics.Activations);
    }

    [Fact]
    public async Task Activation_is_cancelled_at_its_timeout()
    {
        await using var host = await TestHost.StartAsync(
            options => options.ActivationTimeout = TimeSpan.FromSeconds(5));
        var call = host.Get<ISlowStartGrain>("a").Incarnation();
        await host.Probe.WrittenAsync("a activates");

        host.Clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.SoonAsync());
    }

    [Fact]
    public async Task An_activation_beyond_the_limit_is_refused_and_a_living_one_is_not()
    {
        await using var host = await TestHost.StartAsync(options => options.MaxActivations = 1);
        await host.Get<IScriptGrain>("a").Increment();

        var refused = await Assert.ThrowsAsync<LimitExceededException>(() => host.Get<IScriptGrain>("b").Increment());

        Assert.Contains("MaxActivations Current=2 Threshold=1", refused.Message, StringComparison.Ordinal);
        await host.Get<IScriptGrain>("a").Increment();
    }

    [Fact]
    public async Task A_grain_without_a_base_class_is_hosted_through_its_context()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("bare key", await host.Get<IBareGrain>("bare key").Key());
    }

    [Fact]
    public void A_grain_made_by_anything_but_the_host_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new ScriptGrain(new Probe()));
}
