using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>
/// One turn of an activation: a request, a continuation, or a command of the host. Items are links of the list that
/// they wait in, so queueing allocates nothing; an item waits in one list at a time.
/// </summary>
internal abstract class WorkItem
{
    /// <summary>The item after this one in the list that holds both.</summary>
    public WorkItem? Next { get; set; }

    /// <summary>What a report of a slow turn calls this item.</summary>
    public abstract string Description { get; }

    /// <summary>Runs the turn on the activation's scheduler. Never throws.</summary>
    public abstract void Run(Activation activation);
}
