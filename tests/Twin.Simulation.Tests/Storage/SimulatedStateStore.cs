using Twin.Model.States;
using Twin.Simulation.Tests.Engine;
using Twin.Simulation.Tests.Faults;

namespace Twin.Simulation.Tests.Storage;

/// <summary>
/// The states of grains in one life of the silo: each change is a commit of its own that takes its time and may fail;
/// reads may too. A change that was not durable when the silo crashes is lost.
/// </summary>
internal sealed class SimulatedStateStore(World world, SiloLife life) : IStateStore
{
    private const int CommitMilliseconds = 4;
    private const int SlowMilliseconds = 4_000;

    public async ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken)
    {
        await SearchAsync(key.ToString());
        return await world.Disk.States.ReadAsync(key, cancellationToken);
    }

    public ValueTask<StateChange> WriteAsync(
        StateKey key, ReadOnlyMemory<byte> value, string? expectedETag, CancellationToken cancellationToken) =>
        CommitAsync(
            $"state {key} of {World.Text(value.Length)} bytes",
            () => world.Disk.States.WriteAsync(key, value, expectedETag, CancellationToken.None));

    public ValueTask<StateChange> ClearAsync(
        StateKey key, string? expectedETag, CancellationToken cancellationToken) =>
        CommitAsync(
            $"no state {key}", () => world.Disk.States.ClearAsync(key, expectedETag, CancellationToken.None));

    public async IAsyncEnumerable<KeyedState> ReadAllAsync(
        string grainType,
        string stateName,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await SearchAsync($"{grainType}/{stateName}");
        await foreach (var state in world.Disk.States.ReadAllAsync(grainType, stateName, cancellationToken))
        {
            yield return state;
        }
    }

    private async Task SearchAsync(string what)
    {
        var isSlow = world.Faults.Strikes(FaultKind.ReadSlow);
        await life.DelayAsync(world.Milliseconds(isSlow ? SlowMilliseconds : 2));
        if (world.Faults.Strikes(FaultKind.ReadFailed))
        {
            world.Note($"read of {what} failed");
            throw new StateStoreException($"Simulated: the read of {what} failed.");
        }
    }

    // A delay never ends in a life that is over, so what had not been committed by then never is.
    private async ValueTask<StateChange> CommitAsync(string what, Func<ValueTask<StateChange>> change)
    {
        var isSlow = world.Faults.Strikes(FaultKind.CommitSlow);
        await life.DelayAsync(world.Milliseconds(isSlow ? SlowMilliseconds : CommitMilliseconds));
        var fault = world.Faults.Draw(FaultKind.CommitFailed, FaultKind.CommitInDoubt);
        world.Note($"{what} {fault?.ToString() ?? "holds"}");
        var answer = fault == FaultKind.CommitFailed ? null : await change();
        await life.DelayAsync(world.Milliseconds(2));
        return fault is null && answer is not null
            ? answer
            : throw new StateStoreException($"Simulated: the commit of {what} failed.");
    }
}
