using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>
/// <see cref="TaskScheduler.Current"/> of an activation's turns. What a grain awaits or starts comes back here and
/// becomes a later turn, whatever request is being served by then.
/// </summary>
internal sealed class ActivationTaskScheduler(Activation activation) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    public void Execute(Task task) => TryExecuteTask(task);

    protected override void QueueTask(Task task) => activation.Post(new ContinuationItem(task));

    // Inside a turn of the same activation the rest of a method may go on at once, as it does on Orleans' scheduler.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(Activation.Current, activation) && TryExecuteTask(task);

    // For debuggers alone; walking a lock-free list under one would lie.
    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
