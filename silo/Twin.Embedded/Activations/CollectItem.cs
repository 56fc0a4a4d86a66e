using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Activations;

/// <summary>Ends an activation that looked idle to the sweeper, if it still is when its turn comes.</summary>
internal sealed class CollectItem(int sinceEpoch) : WorkItem
{
    public override string Description => "a collection";

    public override void Run(Activation activation) => activation.CollectIfIdle(sinceEpoch);
}
