using Twin.Model.Vessels;
using Twin.Storage.Reading;
using Twin.Storage.Writing;

namespace Twin.Storage.Positions;

/// <summary>Positions in the file of the observation log.</summary>
internal sealed class SqlitePositionLog(WriteQueue queue, ReaderPool<PositionReader> readers)
    : QueuedPositionLog(queue)
{
    protected override Task<List<LoggedPositions>> ReadBehindAsync(
        int shard, long after, CancellationToken cancellationToken) => LogReads.RunAsync(
        () =>
        {
            var reader = readers.Rent();
            try
            {
                return reader.ReadBehind(shard, after, BytesPerChunk);
            }
            finally
            {
                readers.Return(reader);
            }
        },
        cancellationToken);
}
