using System.Diagnostics.Metrics;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Hosting;

/// <summary>The host's statistics as .NET metrics of the meter <c>Twin.Embedded</c>, tagged by grain class.</summary>
internal sealed class EmbeddedGrainMetrics : IDisposable
{
    public const string MeterName = "Twin.Embedded";

    private readonly EmbeddedGrainHost _host;
    private readonly Meter _meter;

    public EmbeddedGrainMetrics(EmbeddedGrainHost host, IMeterFactory meters)
    {
        _host = host;
        _meter = meters.Create(MeterName);
        _meter.CreateObservableUpDownCounter(
            "twin.grains.activations", () => Read(one => one.Activations), "{activation}", "Activations that live now");
        _meter.CreateObservableUpDownCounter(
            "twin.grains.waiting_calls",
            () => ReadMailboxes(depth => depth.Waiting),
            "{call}",
            "Calls that wait in mailboxes");
        _meter.CreateObservableGauge(
            "twin.grains.deepest_mailbox",
            () => ReadMailboxes(depth => depth.Deepest),
            "{call}",
            "Calls that wait in the fullest mailbox");
        _meter.CreateObservableCounter(
            "twin.grains.busy_time", ReadBusyTimes, "s", "How long turns have held threads");
        Count("twin.grains.activated", one => one.Activated, "{activation}", "Activations that became ready");
        Count("twin.grains.calls", one => one.Calls, "{call}", "Calls that were started");
        Count("twin.grains.failures", one => one.Failures, "{call}", "Calls and ticks that failed");
        Count("twin.grains.failed_activations", one => one.FailedActivations, "{activation}", "Failed activations");
        Count("twin.grains.lost_one_ways", one => one.LostOneWays, "{call}", "One-way calls that failed");
        Count("twin.grains.timeouts", one => one.Timeouts, "{call}", "Calls that got no answer in time");
        Count("twin.grains.refusals", one => one.Refusals, "{call}", "Calls refused before they started");
        Count("twin.grains.slow_turns", one => one.SlowTurns, "{turn}", "Turns over the threshold");
    }

    public void Dispose() => _meter.Dispose();

    private void Count(string name, Func<GrainClassStatistics, long> value, string unit, string description) =>
        _meter.CreateObservableCounter(name, () => Read(value), unit, description);

    // Costs a walk through the activations, each time that somebody collects.
    private IEnumerable<Measurement<long>> ReadMailboxes(Func<MailboxDepth, long> value) =>
        _host.Classes.Select(grainClass => new Measurement<long>(value(grainClass.Mailboxes), TagOf(grainClass)));

    private IEnumerable<Measurement<double>> ReadBusyTimes() => _host.Classes.Select(
        grainClass => new Measurement<double>(grainClass.Statistics.BusyTime.TotalSeconds, TagOf(grainClass)));

    private IEnumerable<Measurement<long>> Read(Func<GrainClassStatistics, long> value) =>
        _host.Classes.Select(grainClass => new Measurement<long>(value(grainClass.Statistics), TagOf(grainClass)));

    private static KeyValuePair<string, object?> TagOf(GrainClass grainClass) => new("grain.class", grainClass.Name);
}
