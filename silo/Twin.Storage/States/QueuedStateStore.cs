using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Storage.Encoding;
using Twin.Storage.Writing;

namespace Twin.Storage.States;

/// <summary>
/// States beside the observation log, written by its writer: a state and an observation that wait together share one
/// commit, and a backup has both as they were at one moment.
/// </summary>
internal abstract class QueuedStateStore(WriteQueue queue) : IStateStore
{
    /// <summary>The bytes after which a scan hands out what it has before it reads on.</summary>
    protected const int BytesPerChunk = 1024 * 1024;

    public abstract ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken);

    public ValueTask<StateChange> WriteAsync(
        StateKey key, ReadOnlyMemory<byte> value, string? expectedETag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value.Length > IStateStore.MaxValueBytes)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The state {key} has {value.Length} bytes; at most {IStateStore.MaxValueBytes} are kept."),
                nameof(value));
        }

        return ChangeAsync(key, value, expectedETag, cancellationToken);
    }

    public ValueTask<StateChange> ClearAsync(
        StateKey key, string? expectedETag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ChangeAsync(key, value: null, expectedETag, cancellationToken);
    }

    public abstract IAsyncEnumerable<KeyedState> ReadAllAsync(
        string grainType, string stateName, CancellationToken cancellationToken);

    /// <summary>Refuses a name that the store cannot keep, given its length in UTF-8.</summary>
    protected virtual void CheckName(StateKey key, int bytes)
    {
    }

    /// <summary>Tells a failed reading in the words of this store.</summary>
    protected static async Task<T> ReadAsync<T>(string what, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (ObservationLogException exception)
        {
            throw new StateStoreException($"The state {what} could not be read. {exception.Message}", exception);
        }
    }

    private async ValueTask<StateChange> ChangeAsync(
        StateKey key, ReadOnlyMemory<byte>? value, string? expectedETag, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Text that is no Unicode is the caller's mistake, not the writer's.
        CheckName(key, StrictUtf8.GetBytes(key.ToString()).Length);
        try
        {
            return await queue.AskAsync(new StateRequest(key, value, expectedETag), cancellationToken);
        }
        catch (ObservationLogException exception)
        {
            throw new StateStoreException($"The state {key} was not changed. {exception.Message}", exception);
        }
    }
}
