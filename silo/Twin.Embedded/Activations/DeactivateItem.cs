using Orleans;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Activations;

/// <summary>Ends an activation from outside of its turns.</summary>
internal sealed class DeactivateItem(DeactivationReason reason) : WorkItem
{
    public override string Description => "a deactivation";

    public override void Run(Activation activation) => activation.RequestDeactivation(reason);
}
