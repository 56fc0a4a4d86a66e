using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// The storage has another version of a state than the one that was to be replaced. An activation that lets it escape
/// from a request is deactivated, so that the next one reads what is stored.
/// </summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>One without a message.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>One with a message.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>One with a message and what caused it.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException!) // Null is no cause, for every exception.
    {
    }

    /// <summary>One with both versions and what caused it.</summary>
    public InconsistentStateException(
        string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException)
        : base(errorMsg, storageException!) // Null is no cause, for every exception.
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>One with both versions.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : this(errorMsg, storedEtag, currentEtag, null)
    {
    }

    /// <summary>One with both versions and what caused it, whose message it takes.</summary>
    public InconsistentStateException(string? storedEtag, string? currentEtag, Exception storageException)
        : this(
            (storageException ?? throw new ArgumentNullException(nameof(storageException))).Message,
            storedEtag,
            currentEtag,
            storageException)
    {
    }

    /// <summary>The version that is stored.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version that was to be replaced.</summary>
    public string? CurrentEtag { get; }

    /// <summary>
    /// Whether no activation has been deactivated for it yet: those that await the one which failed keep theirs.
    /// </summary>
    internal bool IsSourceActivation { get; set; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()} Stored: {StoredEtag}; expected: {CurrentEtag}.";
}
