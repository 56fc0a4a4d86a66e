using Orleans;

namespace Twin.Embedded.Lifecycle;

/// <summary>An observer's part in a stage.</summary>
/// <param name="Name">The observer's name.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Observer">The observer.</param>
/// <param name="Subscriptions">Those that this one is in until it is disposed.</param>
internal sealed record Subscription(
    string Name, int Stage, ILifecycleObserver Observer, List<Subscription> Subscriptions) : IDisposable
{
    public void Dispose() => Subscriptions.Remove(this);
}
