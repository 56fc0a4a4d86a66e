using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="ValueTask"/>.</summary>
internal abstract class ValueTaskCall : AnsweredCall<NoResult>
{
    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract ValueTask Send(object grain);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is the caller's answer.")]
    public sealed override void Invoke(Activation activation)
    {
        Task task;
        try
        {
            task = Send(activation.Grain).AsTask();
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        Follow(activation, task);
    }

    protected sealed override NoResult ResultOf(Task task) => default;
}
