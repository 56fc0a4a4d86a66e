using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public async Task Statistics_count_by_grain_class()
    {
        await using var host = await TestHost.StartAsync();
        await host.Get<IScriptGrain>("a").Increment();
        await host.Get<IScriptGrain>("b").Increment();
        await host.Get<IFreelyGrain>("a").Echo("text");
        await Assert.ThrowsAsync<ScriptException>(() => host.Get<IScriptGrain>("a").Fail("why"));
        await host.Host.StopAsync(CancellationToken.None);

        var script = host.Statistics("ScriptGrain");

        Assert.Equal((0, 2L, 3L, 1L), (script.Activations, script.Activated, script.Calls, script.Failures));
        Assert.Equal(1, host.Statistics("FreelyGrain").Calls);
        Assert.Equal(4, host.Host.Statistics.Calls);
    }

    [Fact]
    public async Task A_turn_that_holds_its_thread_over_the_threshold_is_counted()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IScriptGrain>("a");
        var slow = grain.Block("block");
        await host.Probe.WrittenAsync("block begins");
        host.Clock.Advance(TimeSpan.FromMilliseconds(201));
        host.Probe.Open("block");
        await slow.SoonAsync();
        await grain.Increment();

        Assert.Equal(1, host.Host.Statistics.SlowTurns);
    }

    [Fact]
    public async Task Metrics_tell_the_same_as_the_statistics()
    {
        await using var host = await TestHost.StartAsync();
        var meters = host.Services.GetRequiredService<IMeterFactory>();
        long activations = -1;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == meters
                    && instrument.Name.Equals("twin.grains.activations", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if (tags[0].Value is "ScriptGrain")
            {
                activations = value;
            }
        });
        listener.Start();
        await host.Get<IScriptGrain>("a").Increment();

        listener.RecordObservableInstruments();

        Assert.Equal(1, activations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000_001)]
    public async Task Options_out_of_their_bounds_are_refused_at_start(int capacity) =>
        await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestHost.StartAsync(options => options.MailboxCapacity = capacity));
}
