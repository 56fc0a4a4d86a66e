using Twin.Embedded.Lifecycle;

namespace Orleans;

/// <summary>Ways to take part in a stage.</summary>
public static class LifecycleExtensions
{
    /// <summary>Takes part with two functions.</summary>
    public static IDisposable Subscribe(
        this ILifecycleObservable observable,
        string observerName,
        int stage,
        Func<CancellationToken, Task> onStart,
        Func<CancellationToken, Task>? onStop)
    {
        ArgumentNullException.ThrowIfNull(observable);
        ArgumentNullException.ThrowIfNull(onStart);
        return observable.Subscribe(observerName, stage, new FunctionObserver(onStart, onStop));
    }

    /// <summary>Takes part in the beginning of a stage.</summary>
    public static IDisposable Subscribe(
        this ILifecycleObservable observable,
        string observerName,
        int stage,
        Func<CancellationToken, Task> onStart) => Subscribe(observable, observerName, stage, onStart, onStop: null);
}
