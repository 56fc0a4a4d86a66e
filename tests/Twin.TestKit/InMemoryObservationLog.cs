using System.Runtime.CompilerServices;
using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.TestKit;

/// <summary>
/// The observation log without a disk: same numbering, same idempotency, same ordering of reads. What it holds is
/// "durable" for as long as the object lives. <see cref="FailAppends"/> makes it refuse, as a full disk would.
/// </summary>
public sealed class InMemoryObservationLog(TimeProvider time) : IObservationLog
{
    private readonly Lock _gate = new();
    private readonly List<LoggedBatch> _batches = [];
    private readonly Dictionary<(string Key, AdministrativeUnitCode Unit), LoggedBatch> _byKey = [];
    private readonly Dictionary<string, byte[]> _claims = new(StringComparer.Ordinal);
    private long _head;
    private DateTimeOffset _lastRecordedAt = DateTimeOffset.MinValue;

    /// <summary>Which units' appends fail; nobody's when <c>null</c>.</summary>
    public Func<AdministrativeUnitCode, bool>? FailAppends { get; set; }

    /// <summary>Completes each append; a test that holds it back sees what happens before the commit.</summary>
    public Func<CancellationToken, Task>? BeforeCommit { get; set; }

    /// <inheritdoc/>
    public long Head => Volatile.Read(ref _head);

    /// <inheritdoc/>
    public async ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (BeforeCommit is { } before)
        {
            await before(cancellationToken);
        }

        if (FailAppends?.Invoke(batch.Unit) == true)
        {
            throw new ObservationLogException($"The batch of unit {batch.Unit} could not be written.");
        }

        lock (_gate)
        {
            if (batch.IdempotencyKey is { } key && _byKey.TryGetValue((key, batch.Unit), out var earlier))
            {
                return new AppendReceipt(earlier.FirstSequence, earlier.LastSequence, earlier.RecordedAt, true);
            }

            return Append(batch);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_claims.TryGetValue(idempotencyKey, out var known))
            {
                _claims.Add(idempotencyKey, bodyHash.ToArray());
                return ValueTask.FromResult(RequestClaim.New);
            }

            var isSame = bodyHash.Span.SequenceEqual(known);
            return ValueTask.FromResult(isSame ? RequestClaim.Repeat : RequestClaim.Conflict);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LoggedBatch> ReadUnitAsync(
        AdministrativeUnitCode unit, CancellationToken cancellationToken) =>
        ReadAsync(batch => batch.Batch.Unit == unit, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<LoggedBatch> ReadAllAsync(long afterSequence, CancellationToken cancellationToken) =>
        ReadAsync(batch => batch.LastSequence > afterSequence, cancellationToken);

    private AppendReceipt Append(ObservationBatch batch)
    {
        var now = time.GetUtcNow();
        // Recorded times never go back along the log, whatever the clock does.
        _lastRecordedAt = now > _lastRecordedAt ? now : _lastRecordedAt;
        var logged = new LoggedBatch(_head + 1, _lastRecordedAt, batch);
        _batches.Add(logged);
        if (batch.IdempotencyKey is { } key)
        {
            _byKey.Add((key, batch.Unit), logged);
        }

        Volatile.Write(ref _head, logged.LastSequence);
        return new AppendReceipt(logged.FirstSequence, logged.LastSequence, logged.RecordedAt, false);
    }

    private async IAsyncEnumerable<LoggedBatch> ReadAsync(
        Func<LoggedBatch, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LoggedBatch[] snapshot;
        lock (_gate)
        {
            snapshot = [.. _batches.Where(isWanted)];
        }

        await Task.CompletedTask;
        foreach (var batch in snapshot)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }
    }
}
