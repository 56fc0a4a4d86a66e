using System.Runtime.CompilerServices;
using Twin.Model.Observations;
using Twin.Model.Vessels;

namespace Twin.TestKit;

/// <summary>Positions without a disk. What it holds is "durable" for as long as the object lives.</summary>
public sealed class InMemoryPositionLog(TimeProvider time) : IPositionLog
{
    private readonly Lock _gate = new();
    private readonly List<(int Shard, LoggedPositions Batch)> _batches = [];

    /// <summary>Whether appends fail, as on a full disk.</summary>
    public bool FailsAppends { get; set; }

    /// <summary>How many reports it holds.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _batches.Sum(one => one.Batch.Reports.Length);
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> FindEndBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_batches.Where(one => one.Batch.RecordedAt < at)
                .Select(one => one.Batch.Sequence).DefaultIfEmpty().Max());
        }
    }

    /// <inheritdoc/>
    public ValueTask ReplaceAsync(
        int shard, IReadOnlyList<LoggedPositions> batches, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var batch in batches.Where(batch => _batches[(int)batch.Sequence - 1].Shard == shard))
            {
                _batches[(int)batch.Sequence - 1] = (shard, batch);
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<PositionReceipt> AppendAsync(PositionBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FailsAppends)
        {
            throw new ObservationLogException("The disk is full.");
        }

        lock (_gate)
        {
            var logged = new LoggedPositions(_batches.Count + 1, time.GetUtcNow(), batch.Reports);
            _batches.Add((batch.Shard, logged));
            return ValueTask.FromResult(new PositionReceipt(logged.Sequence, logged.RecordedAt));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LoggedPositions> ReadAsync(
        int shard, long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LoggedPositions[] found;
        lock (_gate)
        {
            found =
            [
                .. _batches.Where(one =>
                        one.Shard == shard && one.Batch.Sequence > afterSequence && !one.Batch.Reports.IsEmpty)
                    .Select(one => one.Batch),
            ];
        }

        await Task.CompletedTask;
        foreach (var batch in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }
    }
}
