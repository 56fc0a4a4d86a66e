using System.Diagnostics.Metrics;

namespace Twin.Grains.Units;

/// <summary>What the roll-up counts of itself.</summary>
internal static class RollupMetrics
{
    private static readonly Meter Meter = new("Twin.Grains.Rollup");

    private static readonly Counter<long> FailedSends =
        Meter.CreateCounter<long>("twin.rollup.failed_sends", "{message}", "Messages to the unit above that failed.");

    public static void CountFailedSend() => FailedSends.Add(1);
}
