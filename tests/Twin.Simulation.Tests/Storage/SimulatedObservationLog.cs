using System.Runtime.CompilerServices;
using Twin.Model.Observations;
using Twin.Model.Units;
using Twin.Simulation.Tests.Engine;
using Twin.Simulation.Tests.Faults;

namespace Twin.Simulation.Tests.Storage;

/// <summary>
/// The observation log of one life of the silo: group commits that take their time and may fail, and reads that may
/// too. What was not durable when the silo crashes is lost.
/// </summary>
internal sealed class SimulatedObservationLog(World world, SiloLife life) : IObservationLog
{
    private const int CommitMilliseconds = 4;
    private const int SlowMilliseconds = 4_000;

    private readonly List<PendingAppend> _waiting = [];
    private readonly Dictionary<string, byte[]> _claims = new(StringComparer.Ordinal);
    private bool _isCommitting;

    public long Head => world.Disk.Head;

    public async ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingAppend(batch, new TaskCompletionSource<AppendReceipt>());
        _waiting.Add(pending);
        StartCommit();
        if (world.Mutation == Mutation.AcknowledgeBeforeCommit)
        {
            return new AppendReceipt(Head + 1, Head + batch.Observations.Length, world.Clock.Now, false);
        }

        return await pending.Receipt.Task;
    }

    public ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken)
    {
        // The API's concern; no grain claims anything.
        var isNew = _claims.TryAdd(idempotencyKey, bodyHash.ToArray());
        var isSame = bodyHash.Span.SequenceEqual(_claims[idempotencyKey]);
        var known = isSame ? RequestClaim.Repeat : RequestClaim.Conflict;
        return ValueTask.FromResult(isNew ? RequestClaim.New : known);
    }

    public async IAsyncEnumerable<LoggedBatch> ReadUnitAsync(
        AdministrativeUnitCode unit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await SearchAsync($"read {unit}");
        var batches = world.Disk.Of(unit).ToArray();
        if (world.Mutation == Mutation.ReadWithoutNewest)
        {
            batches = batches[..^Math.Min(1, batches.Length)];
        }

        foreach (var batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return world.Mutation == Mutation.ReadWithoutNotes ? WithoutNotes(batch) : batch;
            if (world.Random.Next(8) == 0)
            {
                await SearchAsync($"read on {unit}");
            }
        }
    }

    public async IAsyncEnumerable<LoggedBatch> ReadAllAsync(
        long afterSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await SearchAsync("read all");
        foreach (var batch in world.Disk.Batches.Where(one => one.LastSequence > afterSequence).ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
        }
    }

    private static LoggedBatch WithoutNotes(LoggedBatch logged) => logged with
    {
        Batch = logged.Batch with
        {
            Observations = [.. logged.Batch.Observations.Select(one => one with { Notes = null })],
        },
    };

    private async Task SearchAsync(string what)
    {
        var isSlow = world.Faults.Strikes(FaultKind.ReadSlow);
        await life.DelayAsync(world.Milliseconds(isSlow ? SlowMilliseconds : 2));
        if (world.Faults.Strikes(FaultKind.ReadFailed))
        {
            world.Note($"{what} failed");
            throw new ObservationLogException($"Simulated: {what} failed.");
        }
    }

    // While one group is committed the next one gathers.
    private void StartCommit()
    {
        if (_isCommitting || _waiting.Count == 0)
        {
            return;
        }

        _isCommitting = true;
        var isSlow = world.Faults.Strikes(FaultKind.CommitSlow);
        var delay = world.Milliseconds(isSlow ? SlowMilliseconds : CommitMilliseconds);
        life.Schedule(delay, Commit);
    }

    private void Commit()
    {
        var group = _waiting.ToArray();
        _waiting.Clear();
        _isCommitting = false;
        var fault = world.Faults.Draw(FaultKind.CommitFailed, FaultKind.CommitInDoubt);
        world.Note($"commit of {World.Text(group.Length)} {fault?.ToString() ?? "holds"}");
        foreach (var pending in group)
        {
            if (fault == FaultKind.CommitFailed)
            {
                Lose(pending.Batch);
                Fail(pending);
            }
            else
            {
                var receipt = Write(pending.Batch);
                if (fault is null)
                {
                    life.Schedule(world.Milliseconds(2), () => pending.Receipt.TrySetResult(receipt));
                }
                else
                {
                    Fail(pending);
                }
            }
        }

        StartCommit();
    }

    private AppendReceipt Write(ObservationBatch batch)
    {
        var known = batch.IdempotencyKey is { } key && world.Mutation != Mutation.IgnoreKeys
            ? world.Disk.Find(batch.Unit, key)
            : null;
        var logged = known ?? world.Disk.Write(batch, world.Clock.Now);
        var cells = string.Join(", ", batch.Observations.Select(one => $"{one.Indicator} {one.Period}"));
        world.Note($"log {batch.Unit} {batch.IdempotencyKey} at {World.Text(logged.FirstSequence)}: {cells}");
        return new AppendReceipt(logged.FirstSequence, logged.LastSequence, logged.RecordedAt, known is not null);
    }

    private void Fail(PendingAppend pending) => life.Schedule(
        world.Milliseconds(2),
        () => pending.Receipt.TrySetException(new ObservationLogException("Simulated: the commit failed.")));

    private void Lose(ObservationBatch batch)
    {
        if (world.Mutation == Mutation.CommitAfterFailure)
        {
            life.Schedule(world.Milliseconds(100), () => Write(batch));
        }
        else if (world.Mutation == Mutation.TearBatch)
        {
            Write(batch with { Observations = batch.Observations[..((batch.Observations.Length + 1) / 2)] });
        }
    }
}
