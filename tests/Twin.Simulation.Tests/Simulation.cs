using Twin.Simulation.Tests.Checks;
using Twin.Simulation.Tests.Faults;
using Twin.Simulation.Tests.Workload;

namespace Twin.Simulation.Tests;

/// <summary>Runs one world from its seed to its end.</summary>
internal static class Simulation
{
    private const int Reporters = 3;

    /// <summary>By then everything that was sent has arrived, and what failed has been tried again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(90);

    public static SimulationResult Run(int seed, Mutation mutation = Mutation.None)
    {
        // The test runner's context would take what grains await to other threads.
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return RunAlone(seed, mutation);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private static SimulationResult RunAlone(int seed, Mutation mutation)
    {
        using var world = new World(seed, mutation);
        string? failure = null;
        try
        {
            Live(world);
            End(world);
        }
        catch (SimulationFailureException exception)
        {
            failure = exception.Message;
        }

        return new SimulationResult(
            seed,
            failure,
            world.Trace.Hash(),
            world.Trace.Count,
            world.Ledger.Acknowledged,
            world.Faults.Counts,
            [.. world.Trace.LastLines]);
    }

    private static void Live(World world)
    {
        Mischief.Begin(world);
        for (var i = 0; i < Reporters; i++)
        {
            world.Start(new Reporter(world, i).RunAsync);
        }

        world.Start(new Reader(world).RunAsync);
        world.RunToEnd();
    }

    // Faults have ended; what is left of them has to pass.
    private static void End(World world)
    {
        world.Faults.IsOn = false;
        world.RunFor(Rest);
        Check(world, "by itself", settles: false);
        Check(world, "settled", settles: true);
        world.Crash();
        Check(world, "after a restart", settles: false);
    }

    private static void Check(World world, string moment, bool settles)
    {
        var check = new FigureCheck(world, moment);
        world.Start(async () =>
        {
            if (settles)
            {
                await world.Silo.Unit(world.City.Root).Settle();
            }

            await check.RunAsync();
            await check.RunAsOfAsync();
        });
        world.RunToEnd();
    }
}
