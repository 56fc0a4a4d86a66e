using System.Runtime.CompilerServices;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Grains.Tests;

/// <summary>
/// A log that cannot be read for one unit until told otherwise; so that unit's grain cannot activate.
/// </summary>
internal sealed class FailingReads(IObservationLog inner, string unit) : IObservationLog
{
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsFailing { get; set; } = true;

    /// <summary>Completes at the first failure.</summary>
    public Task Failed => _failed.Task;

    public long Head => inner.Head;

    public ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken) =>
        inner.AppendAsync(batch, cancellationToken);

    public ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken) =>
        inner.ClaimAsync(idempotencyKey, bodyHash, cancellationToken);

    public async IAsyncEnumerable<LoggedBatch> ReadUnitAsync(
        AdministrativeUnitCode code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (IsFailing && string.Equals(code.Value, unit, StringComparison.Ordinal))
        {
            _failed.TrySetResult();
            throw new ObservationLogException($"Unit {code} cannot be read.");
        }

        await foreach (var batch in inner.ReadUnitAsync(code, cancellationToken))
        {
            yield return batch;
        }
    }

    public IAsyncEnumerable<LoggedBatch> ReadAllAsync(long afterSequence, CancellationToken cancellationToken) =>
        inner.ReadAllAsync(afterSequence, cancellationToken);
}
