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

    public sealed override void Apply(LogSession session, CommitState state) => _answer = Write(session, state);

    public sealed override void Complete()
    {
        Forget();
        _completion.TrySetResult(_answer!); // Apply ran before.
    }

    public sealed override void Fail(ObservationLogException exception)
    {
        Forget();
        _completion.TrySetException(exception);
    }

    /// <summary>Runs the statements and says what to answer once they are durable.</summary>
    protected abstract TAnswer Write(LogSession session, CommitState state);

    protected sealed override void Cancel(CancellationToken cancellationToken) =>
        _completion.TrySetCanceled(cancellationToken);
}
