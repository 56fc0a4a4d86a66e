using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Orleans.Runtime;

/// <summary>When a grain timer ticks, and what its callback may interleave with.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>Options with a due time and a period.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
        : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time until the first tick; zero ticks at once, <see cref="Timeout.InfiniteTimeSpan"/> never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>
    /// Time from the end of one callback to the next tick; <see cref="Timeout.InfiniteTimeSpan"/> ticks once.
    /// </summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether the callback may start while requests await. Otherwise it queues as a request does.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick counts as use, which keeps an idle activation from being collected.</summary>
    public bool KeepAlive { get; init; }
}
