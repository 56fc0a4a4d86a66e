namespace Twin.Model.Vessels;

/// <summary>
/// The log of position reports, which grows at its end and may be thinned far behind it: beside the log of observations
/// and written in the same commits. What a shard is can be rebuilt from it. Safe for any number of threads.
/// </summary>
public interface IPositionLog
{
    /// <summary>
    /// Appends the reports of a shard and completes when they are durable. Throws
    /// <see cref="Observations.ObservationLogException"/> when they could not be made durable.
    /// </summary>
    ValueTask<PositionReceipt> AppendAsync(PositionBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// A sequence number up to which everything was recorded before an instant: where the reading of what was recorded
    /// since may begin. 0 is never wrong.
    /// </summary>
    ValueTask<long> FindEndBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>
    /// Lets batches of one shard hold these reports from now on, durable when it completes: to leave old ones out.
    /// Numbers and times stay; a batch without reports goes, but for the last of the log.
    /// </summary>
    ValueTask ReplaceAsync(
        int shard, IReadOnlyList<LoggedPositions> batches, CancellationToken cancellationToken);

    /// <summary>The batches of one shard after a sequence number, oldest first.</summary>
    IAsyncEnumerable<LoggedPositions> ReadAsync(int shard, long afterSequence, CancellationToken cancellationToken);
}
