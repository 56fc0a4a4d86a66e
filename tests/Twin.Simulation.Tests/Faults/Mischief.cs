using Orleans;

namespace Twin.Simulation.Tests.Faults;

/// <summary>Ends activations, crashes the silo and sets the clock, at any moment.</summary>
internal static class Mischief
{
    private const int EveryMilliseconds = 150;
    private const int MaxCrashes = 4;

    private static readonly DeactivationReason Simulated =
        new(DeactivationReasonCode.ApplicationRequested, "Simulated.");

    public static void Begin(World world) =>
        world.Clock.Schedule(world.Milliseconds(EveryMilliseconds), () => Do(world));

    private static void Do(World world)
    {
        if (!world.Faults.IsOn)
        {
            return;
        }

        if (world.Faults.Strikes(FaultKind.Deactivation) && world.Silo.Activations() is { Count: > 0 } activations)
        {
            var activation = activations[world.Random.Next(activations.Count)];
            world.Note($"deactivate {activation.Key}");
            activation.Deactivate(Simulated, CancellationToken.None);
        }

        if (world.Faults.Counts[(int)FaultKind.Crash] < MaxCrashes && world.Faults.Strikes(FaultKind.Crash))
        {
            world.Crash();
        }

        if (world.Faults.Strikes(FaultKind.ClockJump))
        {
            var by = TimeSpan.FromSeconds(world.Random.Next(1, 900));
            world.Note($"the clock jumps by {by:c}");
            world.Clock.Jump(by);
        }

        Begin(world);
    }
}
