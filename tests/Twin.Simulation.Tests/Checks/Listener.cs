using Twin.Model.Rollups;
using Twin.Simulation.Tests.Engine;

namespace Twin.Simulation.Tests.Checks;

/// <summary>Observes the city for one life of the silo, as who listens to its events does.</summary>
internal sealed class Listener(World world, SiloLife life) : IRollupListener
{
    private const int LateMilliseconds = 500;

    private readonly VersionWatch _versions = new(world, "listeners");

    /// <summary>In some lives of the silo nobody listens; then units need not send what is known above.</summary>
    public bool IsListening { get; } = world.Random.Next(2) == 0;

    public void OnChanged(RollupChange change)
    {
        if (life.IsOver)
        {
            return;
        }

        if (world.Mutation == Mutation.PublishOutOfOrder)
        {
            life.Schedule(world.Milliseconds(LateMilliseconds), () => Check(change));
        }
        else
        {
            Check(change);
        }
    }

    private void Check(RollupChange change)
    {
        world.Note($"{change.Unit} publishes {World.Text(change.Total)}");
        foreach (var figure in change.Changes)
        {
            _versions.Check(figure);
        }
    }
}
