using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Calls;

/// <summary>A call that nobody waits for. Its failures are logged and counted.</summary>
internal abstract class OneWayCall : GrainCall
{
    public sealed override bool IsAbandoned => false;

    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract Task Send(object grain);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is counted; nobody waits for it.")]
    public sealed override void Invoke(Activation activation)
    {
        Task? task;
        try
        {
            task = Send(activation.Grain);
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        Follow(activation, task);
    }

    public sealed override bool TryFail(Exception exception) => true;

    // It goes on waiting: nobody would learn that it was dropped.
    public sealed override bool TryTimeOut(Activation activation) => false;

    protected sealed override void Complete(Activation activation, Task task)
    {
        var failure = FailureOf(task);
        activation.Finish(this, failure);
        if (failure is not null)
        {
            activation.Class.ReportLostOneWay(this, activation.Key, failure);
        }
    }
}
