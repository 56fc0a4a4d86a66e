using System.Diagnostics.CodeAnalysis;

namespace Orleans.Core;

/// <summary>
/// What a grain may do with a state that is kept for it. Operations on one state run one after the other; a failure of
/// the storage reaches the caller as <see cref="Runtime.OrleansException"/>.
/// </summary>
[SuppressMessage("Usage", "MA0040", Justification = "For storages of before the tokens, as in Orleans.")]
public interface IStorage
{
    /// <summary>Names the version that was read or written last; <see langword="null"/> when there is none.</summary>
    string? Etag { get; }

    /// <summary>Whether the storage had the state when it was read or written last.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the state from the storage; the state in memory is a new one afterwards.</summary>
    /// <exception cref="Storage.InconsistentStateException">Somebody else has written meanwhile.</exception>
    Task ClearStateAsync();

    /// <summary>
    /// Writes the state as it is when the write begins, which is after this turn; writes that wait by then are one.
    /// </summary>
    /// <exception cref="Storage.InconsistentStateException">Somebody else has written meanwhile.</exception>
    Task WriteStateAsync();

    /// <summary>Replaces the state by what the storage has.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ClearStateAsync()"/>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <inheritdoc cref="WriteStateAsync()"/>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <inheritdoc cref="ReadStateAsync()"/>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
