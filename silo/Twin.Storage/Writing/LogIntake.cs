using Twin.Model.Observations;
using Twin.Storage.Encoding;

namespace Twin.Storage.Writing;

/// <summary>Checks and packs what is to be written, on its caller's thread, and queues it for the writer.</summary>
internal sealed class LogIntake(WriteQueue queue, IndicatorTable indicators)
{
    /// <summary>The longest hash of a request's body, in bytes.</summary>
    public const int MaxBodyHashBytes = 64;

    public ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var encoded = BatchEncoder.Encode(batch, indicators);
        return new ValueTask<AppendReceipt>(queue.AskAsync(
            new AppendRequest(batch.Unit.Value, batch.IdempotencyKey, encoded), cancellationToken));
    }

    public ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(idempotencyKey);
        cancellationToken.ThrowIfCancellationRequested();
        var key = StrictUtf8.GetBytes(idempotencyKey);
        if (key.Length > BatchEncoder.MaxTextBytes || bodyHash.IsEmpty || bodyHash.Length > MaxBodyHashBytes)
        {
            throw new ArgumentException(
                $"The key has {key.Length} bytes, the hash {bodyHash.Length}; allowed are 1 to " +
                $"{BatchEncoder.MaxTextBytes} and 1 to {MaxBodyHashBytes}.",
                nameof(idempotencyKey));
        }

        return new ValueTask<RequestClaim>(queue.AskAsync(
            new ClaimRequest(key, bodyHash.ToArray()), cancellationToken));
    }
}
