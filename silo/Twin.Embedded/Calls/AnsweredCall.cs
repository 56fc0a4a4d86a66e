using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Twin.Embedded.Activations;
using Twin.Embedded.Filters;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Calls;

/// <summary>A call whose caller waits for the answer.</summary>
internal abstract class AnsweredCall<TResult> : GrainCall
{
    // A task source of 8 bytes; it takes one answer and is no judge of races, which _isAnswered is.
    private AsyncTaskMethodBuilder<TResult> _answer;
    private int _isAnswered;

    protected AnsweredCall()
    {
        // Made now, for the first read makes the task and is not thread-safe.
        _ = _answer.Task;
    }

    /// <summary>What a caller of a method that returns a task gets.</summary>
    public Task<TResult> Answer => _answer.Task;

    /// <summary>What a caller of a method that returns a value task with a result gets.</summary>
    public ValueTask<TResult> ValueAnswer => new(_answer.Task);

    /// <summary>What a caller of a method that returns a value task gets.</summary>
    public ValueTask VoidValueAnswer => new(_answer.Task);

    public sealed override bool IsAbandoned => Volatile.Read(ref _isAnswered) != 0;

    public sealed override bool TryFail(Exception exception)
    {
        if (!TryTakeAnswer())
        {
            return false;
        }

        _answer.SetException(exception);
        return true;
    }

    public sealed override bool TryTimeOut(Activation activation) =>
        !IsAbandoned && TryFail(new TimeoutException(
            $"{Method.FullName} on {activation.Class.Name}/{activation.Key} gave no answer within "
            + $"{activation.Class.Host.Options.ResponseTimeout}. The grain may still carry it out."));

    public sealed override object? BoxedResultOf(Task task) => ResultOf(task) switch
    {
        NoResult => null,
        var result => result,
    };

    public sealed override void SendFiltered(GrainReference reference) => _ = SendFilteredAsync(reference);

    protected void Succeed(Activation activation, TResult result)
    {
        activation.Finish(this, failure: null);
        if (TryTakeAnswer())
        {
            _answer.SetResult(result);
        }
    }

    protected sealed override void Complete(Activation activation, Task task)
    {
        if (FailureOf(task) is not { } failure)
        {
            Succeed(activation, ResultOf(task));
            return;
        }

        // The caller awaits the grain's own exception, with its stack; a cancellation arrives as one.
        activation.Finish(this, failure);
        TryFail(failure);
    }

    protected sealed override Task StartFilteredAsync(Activation activation) => StartFilteredCoreAsync(activation);

    protected abstract TResult ResultOf(Task task);

    private static TResult Unboxed(object? result) =>
        result is null ? default! : (TResult)result; // As filters left it.

    private async Task<TResult> StartFilteredCoreAsync(Activation activation)
    {
        var context = new IncomingCallContext(this, activation);
        await context.Invoke();
        return Unboxed(context.Result);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a filter throws is the caller's answer.")]
    private async Task SendFilteredAsync(GrainReference reference)
    {
        try
        {
            var context = new OutgoingCallContext(reference, this, SendOnceAsync);
            await context.Invoke();
            var result = Unboxed(context.Result);
            if (TryTakeAnswer())
            {
                _answer.SetResult(result);
            }
        }
        catch (Exception exception)
        {
            TryFail(exception);
        }

        // A copy for each time that a filter sends it, for a call has one answer.
        async Task<object?> SendOnceAsync()
        {
            var copy = (AnsweredCall<TResult>)MemberwiseClone();
            copy._answer = default;
            var answer = copy._answer.Task;
            reference.SendNow(copy);
            await answer;
            return copy.BoxedResultOf(answer);
        }
    }

    private bool TryTakeAnswer() => Interlocked.Exchange(ref _isAnswered, 1) == 0;
}
