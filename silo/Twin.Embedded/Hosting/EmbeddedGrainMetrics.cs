using System.Diagnostics.Metrics;

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

    private IEnumerable<Measurement<long>> Read(Func<GrainClassStatistics, long> value) =>
        _host.Classes.Select(grainClass => new Measurement<long>(
            value(grainClass.Statistics), new KeyValuePair<string, object?>("grain.class", grainClass.Name)));
}
