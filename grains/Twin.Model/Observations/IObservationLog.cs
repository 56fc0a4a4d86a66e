using Twin.Model.Units;

namespace Twin.Model.Observations;

/// <summary>
/// The append-only log of observations: the truth from which every figure can be rebuilt. Safe for any number of
/// threads; one commit serves all appends that wait for it.
/// </summary>
public interface IObservationLog
{
    /// <summary>The last sequence number that is durable; 0 while the log is empty.</summary>
    long Head { get; }

    /// <summary>
    /// Appends a batch and completes when it is durable. Throws <see cref="ObservationLogException"/> when it could
    /// not be made durable; the batch may then be sent again with the same idempotency key and counts once.
    /// What a log has reported as failed, and does not hold by then, it must never make durable later.
    /// </summary>
    ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps an idempotency key with the hash of the request's body, durably, or says that it is known.
    /// </summary>
    ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken);

    /// <summary>The batches of one unit, oldest first.</summary>
    IAsyncEnumerable<LoggedBatch> ReadUnitAsync(AdministrativeUnitCode unit, CancellationToken cancellationToken);

    /// <summary>All batches after a sequence number, oldest first.</summary>
    IAsyncEnumerable<LoggedBatch> ReadAllAsync(long afterSequence, CancellationToken cancellationToken);
}
