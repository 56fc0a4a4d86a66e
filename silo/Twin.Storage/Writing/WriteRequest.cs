using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>
/// Something that waits for a commit. Its caller may withdraw it until the writer takes it; from then on it is carried
/// through. Completions run on the thread pool or the caller's scheduler, never on the writer's thread.
/// </summary>
internal abstract class WriteRequest
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int _state;
    private CancellationTokenRegistration _registration;

    /// <summary>The bytes that it holds while it waits.</summary>
    public abstract int Bytes { get; }

    /// <summary>Claims it for the writer; <c>false</c> when its caller has withdrawn it.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Lets the token withdraw it; called once, before it is in the queue.</summary>
    public void WithdrawOn(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                static (request, token) => ((WriteRequest)request!).Withdraw(token), this); // The state is `this`.
        }
    }

    /// <summary>Stops listening to the token.</summary>
    public void Forget() => _registration.Unregister();

    /// <summary>Gives the answer that was decided to the caller, after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was written.</summary>
    public abstract void Fail(ObservationLogException exception);

    /// <summary>Tells the caller that it was withdrawn.</summary>
    protected abstract void Cancel(CancellationToken cancellationToken);

    private void Withdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
        {
            Cancel(cancellationToken);
        }
    }
}
