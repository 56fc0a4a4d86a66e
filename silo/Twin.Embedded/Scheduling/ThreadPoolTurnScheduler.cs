using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>
/// Runs activations on the thread pool, all from its global queue, first come first served. The queues of single
/// threads are last come first served: a caller and a grain that answer one another would keep a thread for themselves,
/// and starve whatever else waits there for as long as they go on.
/// </summary>
internal sealed class ThreadPoolTurnScheduler : TurnScheduler
{
    public override void Schedule(Activation activation) =>
        ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: false);

    public override void Yield(Activation activation) =>
        ThreadPool.UnsafeQueueUserWorkItem(activation, preferLocal: false);
}
