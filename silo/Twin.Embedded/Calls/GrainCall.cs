using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Serialization.Invocation;
using Twin.Embedded.Activations;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Calls;

/// <summary>A call of a grain method. For each method a derived class with its arguments is emitted.</summary>
internal abstract class GrainCall : Request, IInvokable
{
    /// <summary>The method that is called. Emitted.</summary>
    public abstract GrainMethod Method { get; }

    public override string Description => Method.FullName;

    public override bool AlwaysInterleaves => Method.AlwaysInterleaves;

    public override bool IsReadOnly => Method.IsReadOnly;

    public override bool KeepsAlive => true;

    public override bool IsCall => true;

    /// <summary>The activation that sent it, where filters may ask for it.</summary>
    public Activation? Source { get; set; }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is the caller's answer.")]
    public override void Invoke(Activation activation)
    {
        Task? task;
        try
        {
            task = activation.Class.IsFiltered ? StartFilteredAsync(activation) : StartAsync(activation.Grain);
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        Follow(activation, task);
    }

    public int GetArgumentCount() => Method.Arguments.Count;

    // By reflection, for filters alone ask.
    public object? GetArgument(int index) => Method.Arguments[index].GetValue(this);

    public void SetArgument(int index, object value) => Method.Arguments[index].SetValue(this, value);

    public MethodInfo GetMethod() => Method.Method;

    public string GetMethodName() => Method.Name;

    public string GetInterfaceName() => Method.InterfaceName;

    public Type GetInterfaceType() => Method.Method.DeclaringType ?? typeof(object);

    /// <summary>Calls the method on the grain.</summary>
    public abstract Task StartAsync(object grain);

    /// <summary>The result that a successfully ended task of <see cref="StartAsync"/> holds; null for none.</summary>
    public abstract object? BoxedResultOf(Task task);

    /// <summary>Sends a copy of the call by the filters of outgoing calls; answers what they make of it.</summary>
    public abstract void SendFiltered(GrainReference reference);

    /// <summary>
    /// Calls the method by the filters of incoming calls; the task is as <see cref="Complete"/> takes it.
    /// </summary>
    protected abstract Task StartFilteredAsync(Activation activation);

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
