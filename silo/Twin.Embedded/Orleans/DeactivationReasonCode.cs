namespace Orleans;

/// <summary>
/// Why an activation ends. Values are Orleans'; the embedded host uses those that can occur in one process.
/// </summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None,

    /// <summary>The host is stopping.</summary>
    ShuttingDown,

    /// <summary>Construction or <see cref="IGrainBase.OnActivateAsync"/> failed.</summary>
    ActivationFailed,

    /// <summary>The grain had no work for longer than the collection age.</summary>
    ActivationIdle = 4,

    /// <summary>The grain has met a state that somebody else has changed.</summary>
    ApplicationError = 8,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested = 9,

    /// <summary>The host asked for it.</summary>
    RuntimeRequested = 11,
}
