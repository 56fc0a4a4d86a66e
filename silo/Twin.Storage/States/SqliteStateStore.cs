using System.Runtime.CompilerServices;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Storage.Encoding;
using Twin.Storage.Reading;
using Twin.Storage.Writing;

namespace Twin.Storage.States;

/// <summary>
/// States in the file of the observation log, written by its writer: a state and an observation that wait together
/// share one sync, and a backup has both as they were at one moment.
/// </summary>
internal sealed class SqliteStateStore(WriteQueue queue, ReaderPool<StateReader> readers) : IStateStore
{
    /// <summary>The bytes after which a scan hands out what it has before it reads on.</summary>
    private const int BytesPerChunk = 1024 * 1024;

    public async ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await ReadAsync(key.ToString(), reader => reader.Read(key), cancellationToken);
    }

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

    public async IAsyncEnumerable<KeyedState> ReadAllAsync(
        string grainType, string stateName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = string.Empty;
        while (true)
        {
            var after = key;
            var chunk = await ReadAsync(
                $"{grainType}/{stateName}",
                reader => reader.ReadBehind(grainType, stateName, after, BytesPerChunk),
                cancellationToken);
            if (chunk is [])
            {
                yield break;
            }

            foreach (var state in chunk)
            {
                yield return state;
            }

            key = chunk[^1].Key.Key;
        }
    }

    private async ValueTask<StateChange> ChangeAsync(
        StateKey key, ReadOnlyMemory<byte>? value, string? expectedETag, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StrictUtf8.GetBytes(key.ToString()); // Text that is no Unicode is the caller's mistake, not the writer's.
        try
        {
            return await queue.AskAsync(new StateRequest(key, value, expectedETag), cancellationToken);
        }
        catch (ObservationLogException exception)
        {
            throw new StateStoreException($"The state {key} was not changed. {exception.Message}", exception);
        }
    }

    private async Task<T> ReadAsync<T>(string what, Func<StateReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await LogReads.RunAsync(
                () =>
                {
                    var reader = readers.Rent();
                    try
                    {
                        return read(reader);
                    }
                    finally
                    {
                        readers.Return(reader);
                    }
                },
                cancellationToken);
        }
        catch (ObservationLogException exception)
        {
            throw new StateStoreException($"The state {what} could not be read. {exception.Message}", exception);
        }
    }
}
