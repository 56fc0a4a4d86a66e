using Twin.Model.Observations;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Api.Tests.Feeds;

/// <summary>A log that takes nothing at first.</summary>
internal sealed class FailingPositionLog(int failures) : IPositionLog
{
    private readonly InMemoryPositionLog _log = new(new ManualTimeProvider());
    private int _attempts;

    public int Attempts => _attempts;

    public ValueTask<PositionReceipt> AppendAsync(PositionBatch batch, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _attempts) <= failures
            ? throw new ObservationLogException("The disk is full.")
            : _log.AppendAsync(batch, cancellationToken);

    public ValueTask<long> FindEndBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        _log.FindEndBeforeAsync(at, cancellationToken);

    public ValueTask ReplaceAsync(
        int shard, IReadOnlyList<LoggedPositions> batches, CancellationToken cancellationToken) =>
        _log.ReplaceAsync(shard, batches, cancellationToken);

    public IAsyncEnumerable<LoggedPositions> ReadAsync(
        int shard, long afterSequence, CancellationToken cancellationToken) =>
        _log.ReadAsync(shard, afterSequence, cancellationToken);
}
