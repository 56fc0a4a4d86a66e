using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>Runs activations on the thread pool.</summary>
internal sealed class ThreadPoolTurnScheduler : TurnScheduler
{
    // The callee's turn runs best on the thread that sent to it, whose caches hold the message.
    public override void Schedule(Activation activation) =>
        ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: true);

    public override void Yield(Activation activation) =>
        ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: false);
}
