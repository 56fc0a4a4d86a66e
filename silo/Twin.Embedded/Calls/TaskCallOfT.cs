using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="Task{TResult}"/>.</summary>
internal abstract class TaskCall<TResult> : AnsweredCall<TResult>
{
    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract Task<TResult> Send(object grain);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is the caller's answer.")]
    public sealed override void Invoke(Activation activation)
    {
        Task? task;
        try
        {
            task = Send(activation.Grain);
        }
        catch (Exception exception)
        {
            task = Task.FromException<TResult>(exception);
        }

        Follow(activation, task);
    }

    protected sealed override TResult ResultOf(Task task) => ((Task<TResult>)task).GetAwaiter().GetResult();
}
