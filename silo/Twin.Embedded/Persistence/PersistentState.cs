using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Persistence;

/// <summary>
/// One state of one activation. Its operations queue, so that requests which interleave cannot send the storage two
/// writes of one version; writes that wait while another operation runs become one. For the activation's turns.
/// </summary>
internal sealed class PersistentState<TState>(Activation activation, string name, IGrainStorage storage)
    : IPersistentState<TState>, ILoadable
{
    private readonly GrainState<TState> _state = new();
    private Task _newest = Task.CompletedTask;
    private Task? _waitingWrite;
    private int _waiting;
    private bool _isLoaded;

    private delegate Task Operation(
        string stateName, GrainId grainId, IGrainState<TState> grainState, CancellationToken cancellationToken);

    public TState State
    {
        get
        {
            RequireTurn();
            return _state.State!; // Null before it is loaded only, when no grain has it yet, or when the grain set it.
        }

        set
        {
            RequireTurn();
            _state.State = value;
        }
    }

    public string? Etag => _state.ETag;

    public bool RecordExists =>
        _isLoaded ? _state.RecordExists : throw new InvalidOperationException($"State {name} has not been loaded yet.");

    public Task LoadAsync() => ReadStateAsync();

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) =>
        Enqueue("read", storage.ReadStateAsync, cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        Enqueue("cleared", storage.ClearStateAsync, cancellationToken);

    public Task WriteStateAsync(CancellationToken cancellationToken)
    {
        // One that may be cancelled is its caller's alone.
        if (cancellationToken.CanBeCanceled)
        {
            return Enqueue("written", storage.WriteStateAsync, cancellationToken);
        }

        if (_waitingWrite is { } waiting)
        {
            RequireTurn();
            return waiting;
        }

        return _waitingWrite = Enqueue("written", storage.WriteStateAsync, cancellationToken);
    }

    private Task Enqueue(string what, Operation operation, CancellationToken cancellationToken)
    {
        RequireTurn();
        _waiting++;
        _waitingWrite = null;
        return _newest = RunAsync(what, operation, _newest, cancellationToken);
    }

    private async Task RunAsync(string what, Operation operation, Task before, CancellationToken cancellationToken)
    {
        // The rest of the turn may still change the state, and ask for more writes that this one can serve.
        await Task.Yield();
        await before.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (--_waiting == 0)
        {
            // The newest of them begins; a write asked for from here on must come after it.
            _waitingWrite = null;
        }

        try
        {
            await operation(name, activation.GrainId, _state, cancellationToken);
        }
        catch (Exception exception) when (IsForeign(exception, cancellationToken))
        {
            throw new OrleansException(
                $"State {name} of {activation.GrainId} could not be {what}: {exception.Message}", exception);
        }

        _isLoaded = true;
    }

    // As in Orleans callers see its own exceptions, and a cancellation only if it was theirs.
    private static bool IsForeign(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OrleansException => false,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => true,
    };

    private void RequireTurn()
    {
        if (!ReferenceEquals(Activation.Current, activation))
        {
            throw new InvalidOperationException(
                $"State {name} of {activation.GrainId} was used outside of its grain's turns.");
        }
    }
}
