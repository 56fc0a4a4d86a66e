namespace Twin.Model.Vessels;

/// <summary>
/// The append-only log of position reports, beside the log of observations and written in the same commits. What a
/// shard is can be rebuilt from it. Safe for any number of threads.
/// </summary>
public interface IPositionLog
{
    /// <summary>
    /// Appends the reports of a shard and completes when they are durable. Throws
    /// <see cref="Observations.ObservationLogException"/> when they could not be made durable.
    /// </summary>
    ValueTask<PositionReceipt> AppendAsync(PositionBatch batch, CancellationToken cancellationToken);

    /// <summary>The batches of one shard after a sequence number, oldest first.</summary>
    IAsyncEnumerable<LoggedPositions> ReadAsync(int shard, long afterSequence, CancellationToken cancellationToken);
}
