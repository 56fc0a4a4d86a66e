using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>A request that is answered with a <typeparamref name="TAnswer"/>.</summary>
internal abstract class AnsweredRequest<TAnswer> : WriteRequest
{
    private readonly TaskCompletionSource<TAnswer> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Written by the writer's thread before the commit, handed out after it.
    private TAnswer? _answer;

    /// <summary>Completes after the commit.</summary>
    public Task<TAnswer> Answer => _completion.Task;

    /// <summary>Keeps what to answer once the commit is durable; a commit that is tried again decides anew.</summary>
    public void Decide(TAnswer answer) => _answer = answer;

    /// <summary>The decided answer. For the writer, after it has decided.</summary>
    public TAnswer Decided => _answer!; // Decided before.

    public sealed override void Complete()
    {
        Forget();
        _completion.TrySetResult(Decided);
    }

    public sealed override void Fail(ObservationLogException exception)
    {
        Forget();
        _completion.TrySetException(exception);
    }

    protected sealed override void Cancel(CancellationToken cancellationToken) =>
        _completion.TrySetCanceled(cancellationToken);
}
