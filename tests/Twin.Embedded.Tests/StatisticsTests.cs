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

    [Fact]
    public async Task A_survey_sees_the_calls_that_wait_and_the_fullest_mailbox()
    {
        await using var host = await TestHost.StartAsync();
        var (full, other) = (host.Get<IScriptGrain>("full"), host.Get<IScriptGrain>("other"));
        var running = new[] { full.Pass("full"), other.Pass("other") };
        await host.Probe.WrittenAsync("full begins");
        await host.Probe.WrittenAsync("other begins");
        var waiting = new[] { full.Increment(), full.Increment(), other.Increment() };

        var survey = host.Host.Survey(busiest: 0);

        Assert.Equal(new MailboxDepth(3, 2), survey.Mailboxes["ScriptGrain"]);
        host.Probe.Open("full");
        host.Probe.Open("other");
        await Task.WhenAll([.. running, .. waiting]).SoonAsync();
        Assert.Empty(host.Host.Survey(busiest: 0).Mailboxes);
    }

    [Fact]
    public async Task A_survey_lists_the_busiest_grains_and_forgets_what_they_did_long_ago()
    {
        await using var host = await TestHost.StartAsync();
        await BlockAsync(host, "long", TimeSpan.FromMilliseconds(150));
        await BlockAsync(host, "short", TimeSpan.FromMilliseconds(50));
        await BlockAsync(host, "least", TimeSpan.FromMilliseconds(10));

        var busiest = host.Host.Survey(busiest: 2).Busiest;

        Assert.Equal(["long", "short"], busiest.Select(one => one.Key), StringComparer.Ordinal);
        Assert.Equal(3, busiest[0].BusyShare / busiest[1].BusyShare, tolerance: 0.01);
        Assert.All(busiest, one => Assert.True(one.CallsPerSecond > 0));

        var before = busiest[0].BusyShare;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.InRange(host.Host.Survey(busiest: 1).Busiest[0].BusyShare, 0, before / 1_000);
    }

    [Fact]
    public async Task The_time_that_turns_hold_threads_is_added_up()
    {
        await using var host = await TestHost.StartAsync();
        await BlockAsync(host, "a", TimeSpan.FromMilliseconds(30));
        await BlockAsync(host, "b", TimeSpan.FromMilliseconds(40));

        Assert.Equal(70, host.Statistics("ScriptGrain").BusyTime.TotalMilliseconds, tolerance: 0.001);
    }

    [Fact]
    public async Task A_survey_remembers_slow_turns_and_failures_the_latest_first()
    {
        await using var host = await TestHost.StartAsync();
        await BlockAsync(host, "slow", TimeSpan.FromMilliseconds(201));
        await Assert.ThrowsAsync<ScriptException>(() => host.Get<IScriptGrain>("broken").Fail("why"));

        var incidents = host.Host.Survey(busiest: 0).Incidents;

        Assert.Equal(
            [
                ("broken", "IScriptGrain.Fail", nameof(ScriptException), null),
                ("slow", "IScriptGrain.Block", null, 201.0),
            ],
            incidents.Select(one => (one.Key, one.Work, one.Failure, one.Elapsed?.TotalMilliseconds)));
        Assert.DoesNotContain(incidents, one => one.ToString().Contains("why", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000_001)]
    public async Task Options_out_of_their_bounds_are_refused_at_start(int capacity) =>
        await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestHost.StartAsync(options => options.MailboxCapacity = capacity));

    /// <summary>Has a grain hold its thread for that long.</summary>
    private static async Task BlockAsync(TestHost host, string key, TimeSpan time)
    {
        var blocked = host.Get<IScriptGrain>(key).Block(key);
        await host.Probe.WrittenAsync($"{key} begins");
        host.Clock.Advance(time);
        host.Probe.Open(key);
        await blocked.SoonAsync();

        // The answer comes within the turn, and the turn is counted when it has ended.
        await UntilAsync(() => host.Host.Survey(busiest: 10).Busiest.Any(one => Is(one, key))).SoonAsync();

        static bool Is(GrainLoad one, string key) => one.Key.Equals(key, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Yield();
        }
    }
}
