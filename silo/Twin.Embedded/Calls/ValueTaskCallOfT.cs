using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="ValueTask{TResult}"/>.</summary>
internal abstract class ValueTaskCall<TResult> : AnsweredCall<TResult>
{
    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract ValueTask<TResult> Send(object grain);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is the caller's answer.")]
    public sealed override void Invoke(Activation activation)
    {
        if (activation.Class.IsFiltered)
        {
            base.Invoke(activation);
            return;
        }

        Task task;
        try
        {
            var answer = Send(activation.Grain);
            if (answer.IsCompletedSuccessfully)
            {
                // No task is made for the answer that is there already: the common case of reads.
                Succeed(activation, answer.GetAwaiter().GetResult());
                return;
            }

            task = answer.AsTask();
        }
        catch (Exception exception)
        {
            task = Task.FromException<TResult>(exception);
        }

        Follow(activation, task);
    }

    public sealed override Task StartAsync(object grain) => Send(grain).AsTask();

    protected sealed override TResult ResultOf(Task task) => ((Task<TResult>)task).GetAwaiter().GetResult();
}
