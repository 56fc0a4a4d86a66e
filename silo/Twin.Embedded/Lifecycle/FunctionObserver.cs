using Orleans;

namespace Twin.Embedded.Lifecycle;

/// <summary>Takes part in a stage with functions.</summary>
internal sealed class FunctionObserver(
    Func<CancellationToken, Task> onStart, Func<CancellationToken, Task>? onStop) : ILifecycleObserver
{
    public Task OnStart(CancellationToken cancellationToken = default) => onStart(cancellationToken);

    public Task OnStop(CancellationToken cancellationToken = default) =>
        onStop?.Invoke(cancellationToken) ?? Task.CompletedTask;
}
