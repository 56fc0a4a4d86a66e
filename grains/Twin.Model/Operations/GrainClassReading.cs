namespace Twin.Model.Operations;

/// <summary>
/// One class of grains. Counts are from the start of the host; what a host does not count is null, which is not zero.
/// </summary>
public sealed record GrainClassReading
{
    /// <summary>The name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>Activations that live now.</summary>
    public required long Activations { get; init; }

    /// <summary>Calls that wait in mailboxes now.</summary>
    public long? WaitingCalls { get; init; }

    /// <summary>Calls that wait in the fullest mailbox now.</summary>
    public int? DeepestMailbox { get; init; }

    /// <summary>Activations that became ready.</summary>
    public long? Activated { get; init; }

    /// <summary>Calls that were started.</summary>
    public long? Calls { get; init; }

    /// <summary>How long turns have held threads, in seconds.</summary>
    public double? BusySeconds { get; init; }

    /// <summary>Calls and timer ticks that failed.</summary>
    public long? Failures { get; init; }

    /// <summary>Activations that failed before they were ready.</summary>
    public long? FailedActivations { get; init; }

    /// <summary>One-way calls that failed, which no caller has learned of.</summary>
    public long? LostOneWays { get; init; }

    /// <summary>Calls whose caller gave up waiting.</summary>
    public long? Timeouts { get; init; }

    /// <summary>Calls that were refused before they started.</summary>
    public long? Refusals { get; init; }

    /// <summary>Turns that held their thread for too long.</summary>
    public long? SlowTurns { get; init; }
}
