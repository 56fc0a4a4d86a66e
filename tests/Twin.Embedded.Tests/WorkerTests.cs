using Orleans.Concurrency;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

/// <summary>Grains with several activations, and grains that stay.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_busy_worker_gets_a_second_beside_it_and_no_more_than_the_limit()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IWorkerGrain>("a");

        var first = grain.Work("first");
        await host.Probe.WrittenAsync("first begins");
        var second = grain.Work("second");
        await host.Probe.WrittenAsync("second begins");
        var third = grain.Work("third");

        Assert.Equal(2, host.Statistics(nameof(WorkerGrain)).Activations);
        host.Probe.Open("first");
        host.Probe.Open("third");
        host.Probe.Open("second");
        var workers = await Task.WhenAll(first, second, third).SoonAsync();
        Assert.NotEqual(workers[0], workers[1]);
        Assert.Equal(2, workers.Distinct().Count());
    }

    [Fact]
    public async Task An_idle_worker_is_used_again()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IWorkerGrain>("a");
        host.Probe.Open("work");

        var first = await grain.Work("work");

        Assert.Equal(first, await grain.Work("work"));
        Assert.Equal(1, host.Statistics(nameof(WorkerGrain)).Activations);
    }

    [Fact]
    public async Task Workers_that_are_idle_for_long_are_collected_and_stopping_ends_all()
    {
        await using var host = await TestHost.StartAsync();
        host.Probe.Open("work");
        await host.Get<IWorkerGrain>("a").Work("work");

        host.Clock.Advance(host.Host.Options.CollectionAge + (2 * host.Host.Options.CollectionQuantum));
        await host.Get<IWorkerGrain>("b").Work("work");
        await host.Host.StopAsync(CancellationToken.None).SoonAsync();

        Assert.Equal(0, host.Statistics(nameof(WorkerGrain)).Activations);
        Assert.Equal(2, host.Statistics(nameof(WorkerGrain)).Activated);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_limit_is_one_at_least(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StatelessWorkerAttribute(limit));

    [Fact]
    public async Task A_grain_that_is_kept_alive_is_never_collected()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(1, await host.Get<IKeptGrain>("a").Touch());
        await host.Get<IScriptGrain>("a").Increment();

        host.Clock.Advance(host.Host.Options.CollectionAge + (2 * host.Host.Options.CollectionQuantum));
        await host.Probe.WrittenAsync("a deactivated: ActivationIdle");

        Assert.Equal(2, await host.Get<IKeptGrain>("a").Touch());
    }
}
