using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>Which tick of a reminder this is. All times are UTC.</summary>
/// <param name="firstTickTime">When the first tick was due.</param>
/// <param name="period">The time between ticks.</param>
/// <param name="timeStamp">When this tick was sent.</param>
[StructLayout(LayoutKind.Auto)]
public readonly struct TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
{
    /// <summary>When this tick was sent.</summary>
    public DateTime CurrentTickTime { get; } = timeStamp;

    /// <summary>When the first tick was due.</summary>
    public DateTime FirstTickTime { get; } = firstTickTime;

    /// <summary>The time between ticks.</summary>
    public TimeSpan Period { get; } = period;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"<{FirstTickTime:O}, {Period:c}, {CurrentTickTime:O}>");
}
