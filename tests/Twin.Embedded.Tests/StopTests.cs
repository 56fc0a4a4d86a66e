using System.Globalization;
using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task Stopping_deactivates_every_grain_once()
    {
        await using var host = await TestHost.StartAsync();
        var names = Enumerable.Range(0, 100).Select(i => i.ToString("D2", CultureInfo.InvariantCulture)).ToList();
        await Task.WhenAll(names.Select(name => host.Get<IScriptGrain>(name).Increment()));

        await host.Host.StopAsync(CancellationToken.None).SoonAsync();

        Assert.Equal(
            names.Select(name => $"{name} deactivated: ShuttingDown"),
            host.Probe.Journal.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(0, host.Host.Statistics.Activations);
    }

    [Fact]
    public async Task Stopping_a_host_without_activations_returns()
    {
        await using var host = await TestHost.StartAsync();

        await host.Host.StopAsync(CancellationToken.None).SoonAsync();
    }

    [Fact]
    public async Task Stopping_lets_the_running_request_end_and_refuses_those_that_wait()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        var running = grain.Pass("running");
        var waiting = grain.Pass("waiting");
        await host.Probe.WrittenAsync("running begins");

        var stop = host.Host.StopAsync(CancellationToken.None);
        host.Probe.Open("running");
        await stop.SoonAsync();

        await running.SoonAsync();
        await Assert.ThrowsAsync<SiloUnavailableException>(() => waiting.SoonAsync());
        await Assert.ThrowsAsync<SiloUnavailableException>(() => host.Get<IScriptGrain>("b").Increment());
    }

    [Fact]
    public async Task Stopping_gives_up_at_its_timeout()
    {
        await using var host = await TestHost.StartAsync();
        var stuck = host.Get<IScriptGrain>("a").Pass("stuck");
        await host.Probe.WrittenAsync("stuck begins");

        var stop = host.Host.StopAsync(CancellationToken.None);
        Assert.False(stop.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        await stop.SoonAsync();
        Assert.Equal(1, host.Host.Statistics.Activations);
        Assert.False(stuck.IsCompletedSuccessfully);
    }
}
