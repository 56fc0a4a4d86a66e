using Twin.Embedded.Activations;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Calls;

/// <summary>A call of a grain method. For each method a derived class with its arguments is emitted.</summary>
internal abstract class GrainCall : Request
{
    /// <summary>The method that is called. Emitted.</summary>
    public abstract GrainMethod Method { get; }

    public override string Description => Method.FullName;

    public override bool AlwaysInterleaves => Method.AlwaysInterleaves;

    public override bool IsReadOnly => Method.IsReadOnly;

    public override bool KeepsAlive => true;

    public override bool IsCall => true;

    /// <summary>Gives the answer that the ended task holds, and finishes.</summary>
    protected abstract void Complete(Activation activation, Task task);

    /// <summary>Completes now when the task has ended, else in the turn in which it ends.</summary>
    protected void Follow(Activation activation, Task? task)
    {
        if (task is null)
        {
            task = Task.FromException(new InvalidOperationException($"{Method.FullName} returned no task."));
        }

        if (task.IsCompleted)
        {
            Complete(activation, task);
            return;
        }

        activation.Suspend(this);
        _ = task.ContinueWith(
            static (ended, state) => ((GrainCall)state!).Resume(ended), // Never null: it is the argument below.
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach,
            activation.TaskScheduler);
    }

    private void Resume(Task task)
    {
        var activation = Activation.Current
            ?? throw new InvalidOperationException($"{Method.FullName} ended outside of its activation.");
        activation.Resume(this);
        Complete(activation, task);
    }
}
