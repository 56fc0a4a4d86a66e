using Twin.Model.Vessels;
using Twin.Storage.Reading;
using Twin.Storage.Writing;

namespace Twin.Storage.Positions;

/// <summary>Positions in the file of the observation log.</summary>
internal sealed class SqlitePositionLog(WriteQueue queue, ReaderPool<PositionReader> readers)
    : QueuedPositionLog(queue)
{
    public override ValueTask<long> FindEndBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        new(ReadAsync(reader => reader.FindEndBefore(at.ToUnixTimeMilliseconds()), cancellationToken));

    protected override Task ReplaceAsync(
        int shard, IReadOnlyList<PositionReplacement> rows, CancellationToken cancellationToken) =>
        Queue.AskAsync(new PositionReplaceRequest(shard, rows), cancellationToken);

    protected override Task<List<LoggedPositions>> ReadBehindAsync(
        int shard, long after, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.ReadBehind(shard, after, BytesPerChunk), cancellationToken);

    private Task<T> ReadAsync<T>(Func<PositionReader, T> read, CancellationToken cancellationToken) =>
        LogReads.RunAsync(
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
