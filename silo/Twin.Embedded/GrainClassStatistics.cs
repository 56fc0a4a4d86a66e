namespace Twin.Embedded;

/// <summary>
/// What one grain class is and has been doing. All but the activations count from the start of the host.
/// </summary>
public sealed record GrainClassStatistics
{
    /// <summary>The grain class' name without its namespace.</summary>
    public required string Name { get; init; }

    /// <summary>Activations that live now.</summary>
    public required int Activations { get; init; }

    /// <summary>Activations that became ready to serve.</summary>
    public required long Activated { get; init; }

    /// <summary>Calls that were started; added once an activation has no more to do for the moment.</summary>
    public required long Calls { get; init; }

    /// <summary>How long turns have held threads; added as <see cref="Calls"/> is.</summary>
    public required TimeSpan BusyTime { get; init; }

    /// <summary>Calls and timer ticks that ended with an exception or cancelled.</summary>
    public required long Failures { get; init; }

    /// <summary>Activations that failed before they were ready.</summary>
    public required long FailedActivations { get; init; }

    /// <summary>One-way calls that failed or were refused, which no caller has learned of.</summary>
    public required long LostOneWays { get; init; }

    /// <summary>Calls whose caller gave up waiting.</summary>
    public required long Timeouts { get; init; }

    /// <summary>
    /// Calls that were refused before they started: full mailbox, limit of activations, failed activation.
    /// </summary>
    public required long Refusals { get; init; }

    /// <summary>Turns that held their thread for longer than the threshold.</summary>
    public required long SlowTurns { get; init; }
}
