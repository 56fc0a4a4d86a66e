using System.Runtime.CompilerServices;
using Twin.Model.States;
using Twin.Storage.Reading;
using Twin.Storage.Writing;

namespace Twin.Storage.States;

/// <summary>States in the file of the observation log.</summary>
internal sealed class SqliteStateStore(WriteQueue queue, ReaderPool<StateReader> readers) : QueuedStateStore(queue)
{
    public override async ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await ReadAsync(key.ToString(), reader => reader.Read(key), cancellationToken);
    }

    public override async IAsyncEnumerable<KeyedState> ReadAllAsync(
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

    private Task<T> ReadAsync<T>(string what, Func<StateReader, T> read, CancellationToken cancellationToken) =>
        ReadAsync(what, () => LogReads.RunAsync(
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
            cancellationToken));
}
