namespace Twin.Model.States;

/// <summary>
/// Small documents by name, each replaced as a whole: what grains keep besides the observation log. Who writes says
/// which version it has seen, so that of two writers one learns that it is late. Safe for any number of threads; one
/// commit serves all changes that wait for it. All members throw <see cref="StateStoreException"/> when the store
/// fails; a change that has failed may be durable all the same only if the store refuses everything from then on.
/// </summary>
public interface IStateStore
{
    /// <summary>The most bytes of one state: 16 MiB.</summary>
    const int MaxValueBytes = 16 * 1024 * 1024;

    /// <summary>The state of that name, or <c>null</c> when nothing is stored.</summary>
    ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken);

    /// <summary>Writes a state and completes when it is durable.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">
    /// Its bytes, up to <see cref="MaxValueBytes"/>; the caller must not change them until then.
    /// </param>
    /// <param name="expectedETag">
    /// The tag of the state that the writer has seen; <c>null</c> for none. Anything else stored is a conflict.
    /// </param>
    /// <param name="cancellationToken">Withdraws the write while it waits for its commit, and not afterwards.</param>
    ValueTask<StateChange> WriteAsync(
        StateKey key, ReadOnlyMemory<byte> value, string? expectedETag, CancellationToken cancellationToken);

    /// <summary>Removes a state and completes when that is durable.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="expectedETag">As for a write; <c>null</c> removes whatever is stored.</param>
    /// <param name="cancellationToken">As for a write.</param>
    ValueTask<StateChange> ClearAsync(StateKey key, string? expectedETag, CancellationToken cancellationToken);

    /// <summary>
    /// The states of one name of all grains of a type, by the ordinal order of the UTF-8 of their keys. What changes
    /// meanwhile may or may not be among them.
    /// </summary>
    IAsyncEnumerable<KeyedState> ReadAllAsync(string grainType, string stateName, CancellationToken cancellationToken);
}
