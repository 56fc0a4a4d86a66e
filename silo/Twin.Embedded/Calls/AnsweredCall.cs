using Twin.Embedded.Activations;

namespace Twin.Embedded.Calls;

/// <summary>A call whose caller waits for the answer.</summary>
internal abstract class AnsweredCall<TResult> : GrainCall
{
    // Asynchronous, so that the code of a caller never runs inside the turn of the grain that answers it.
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What a caller of a method that returns a task gets.</summary>
    public Task<TResult> Answer => _answer.Task;

    /// <summary>What a caller of a method that returns a value task with a result gets.</summary>
    public ValueTask<TResult> ValueAnswer => new(_answer.Task);

    /// <summary>What a caller of a method that returns a value task gets.</summary>
    public ValueTask VoidValueAnswer => new(_answer.Task);

    public sealed override bool IsAbandoned => _answer.Task.IsCompleted;

    public sealed override bool TryFail(Exception exception) => _answer.TrySetException(exception);

    public sealed override bool TryTimeOut(Activation activation) =>
        !_answer.Task.IsCompleted && _answer.TrySetException(new TimeoutException(
            $"{Method.FullName} on {activation.Class.Name}/{activation.Key} gave no answer within "
            + $"{activation.Class.Host.Options.ResponseTimeout}. The grain may still carry it out."));

    protected void Succeed(Activation activation, TResult result)
    {
        activation.Finish(this, failed: false);
        _answer.TrySetResult(result);
    }

    protected sealed override void Complete(Activation activation, Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            Succeed(activation, ResultOf(task));
            return;
        }

        activation.Finish(this, failed: true);
        if (task.Exception is { } exception)
        {
            _answer.TrySetException(exception.InnerExceptions);
        }
        else
        {
            _answer.TrySetCanceled(new TaskCanceledException(task).CancellationToken);
        }
    }

    protected abstract TResult ResultOf(Task task);
}
