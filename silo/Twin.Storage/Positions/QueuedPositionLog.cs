using System.Runtime.CompilerServices;
using Twin.Model.Vessels;
using Twin.Storage.Writing;

namespace Twin.Storage.Positions;

/// <summary>
/// Positions beside the observation log, written by its writer: reports of all shards and observations that wait
/// together share one commit.
/// </summary>
internal abstract class QueuedPositionLog(WriteQueue queue) : IPositionLog
{
    /// <summary>The bytes after which a reading hands out what it has before it reads on.</summary>
    protected const int BytesPerChunk = 1024 * 1024;

    /// <summary>What waits for the writer.</summary>
    protected WriteQueue Queue => queue;

    public ValueTask<PositionReceipt> AppendAsync(PositionBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfNegative(batch.Shard, nameof(batch));
        cancellationToken.ThrowIfCancellationRequested();
        var request = new PositionRequest(batch.Shard, PositionCodec.Encode(batch));
        return new ValueTask<PositionReceipt>(queue.AskAsync(request, cancellationToken));
    }

    public async IAsyncEnumerable<LoggedPositions> ReadAsync(
        int shard, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = afterSequence;
        while (await ReadBehindAsync(shard, after, cancellationToken) is [.., var last] and var chunk)
        {
            foreach (var batch in chunk)
            {
                yield return batch;
            }

            after = last.Sequence;
        }
    }

    public abstract ValueTask<long> FindEndBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken);

    public async ValueTask ReplaceAsync(
        int shard, IReadOnlyList<LoggedPositions> batches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var rows = batches.Select(batch => PositionReplacement.Of(shard, batch)).ToArray();
        await ReplaceAsync(shard, rows, cancellationToken);
    }

    /// <summary>
    /// Replaces rows in one commit. The last row is never removed: its number must not come again.
    /// </summary>
    protected abstract Task ReplaceAsync(
        int shard, IReadOnlyList<PositionReplacement> rows, CancellationToken cancellationToken);

    /// <summary>The batches behind a number, some at a time; none at the end.</summary>
    protected abstract Task<List<LoggedPositions>> ReadBehindAsync(
        int shard, long after, CancellationToken cancellationToken);
}
