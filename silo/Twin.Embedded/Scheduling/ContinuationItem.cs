using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>The rest of a method after an await, or any other task that a grain started on its own scheduler.</summary>
internal sealed class ContinuationItem(Task task) : WorkItem
{
    public override string Description => "a continuation";

    public override void Run(Activation activation) => activation.TaskScheduler.Execute(task);
}
