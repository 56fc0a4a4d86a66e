using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Simulation.Tests.Engine;
using Twin.Simulation.Tests.Faults;

namespace Twin.Simulation.Tests.Network;

/// <summary>
/// Carries calls between units, and from outside to them: late, twice or not at all. What it does to a call could be
/// done by two machines and the wire between them.
/// </summary>
internal sealed class UnitNetwork(World world, SiloLife life)
{
    private const int SlowMilliseconds = 2_000;

    public World World => world;

    /// <summary>Carries a call.</summary>
    /// <param name="what">The call's name and key, for the trace.</param>
    /// <param name="send">Makes it.</param>
    /// <param name="sendAgain">Makes it as it arrives late or once more; <c>null</c> where that may not be.</param>
    public async Task<T> CarryAsync<T>(string what, Func<Task<T>> send, Func<Task>? sendAgain)
    {
        var isOutside = Activation.Current is null;
        var fault = world.Faults.Draw(
            FaultKind.RequestLost,
            FaultKind.AnswerLost,
            FaultKind.RequestLate,
            FaultKind.RequestRepeated,
            FaultKind.RequestSlow,
            FaultKind.AnswerSlow);
        world.Note($"{Activation.Current?.Key ?? "outside"} calls {what} {fault?.ToString()}");
        if (isOutside)
        {
            // A grain that waits when the silo crashes is gone with it; who waits outside learns of it.
            return await Surviving(Unwrap(fault, send, sendAgain));
        }

        return await Unwrap(fault, send, sendAgain);
    }

    private async Task<T> Surviving<T>(Task<T> call)
    {
        if (await Task.WhenAny(call, life.Crashed) != call)
        {
            throw new SiloUnavailableException("Simulated: the silo crashed.");
        }

        return await call;
    }

    private async Task<T> Unwrap<T>(FaultKind? fault, Func<Task<T>> send, Func<Task>? sendAgain)
    {
        switch (fault)
        {
            case FaultKind.RequestLost:
                await life.DelayAsync(world.Milliseconds(SlowMilliseconds));
                throw new TimeoutException("Simulated: the request was lost.");
            case FaultKind.AnswerLost:
                await EndedAsync(send());
                throw new TimeoutException("Simulated: the answer was lost.");
            case FaultKind.RequestLate when sendAgain is not null:
                Later(sendAgain);
                await life.DelayAsync(world.Milliseconds(SlowMilliseconds));
                throw new TimeoutException("Simulated: the request is late.");
            case FaultKind.RequestRepeated when sendAgain is not null:
                Later(sendAgain);
                return await send();
            case FaultKind.RequestSlow:
                await life.DelayAsync(world.Milliseconds(SlowMilliseconds));
                return await send();
            case FaultKind.AnswerSlow:
                var answer = await send();
                await life.DelayAsync(world.Milliseconds(SlowMilliseconds));
                return answer;
            default:
                return await send();
        }
    }

    private void Later(Func<Task> send) => life.Schedule(
        world.Milliseconds(2 * SlowMilliseconds), () => _ = EndedAsync(send()));

    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for the answer, whatever it is.")]
    private static async Task EndedAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception)
        {
            // The caller is told of another failure.
        }
    }
}
