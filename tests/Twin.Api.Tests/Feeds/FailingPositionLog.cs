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

    public IAsyncEnumerable<LoggedPositions> ReadAsync(
        int shard, long afterSequence, CancellationToken cancellationToken) =>
        _log.ReadAsync(shard, afterSequence, cancellationToken);
}
