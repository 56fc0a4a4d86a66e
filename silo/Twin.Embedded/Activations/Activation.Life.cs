using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Calls;
using Twin.Embedded.Scheduling;
using Twin.Embedded.Streams;

namespace Twin.Embedded.Activations;

/// <content>Construction, activation, deactivation, and what becomes of requests meanwhile.</content>
internal sealed partial class Activation
{
    /// <summary>
    /// A request passed on this often by activations that ended is refused instead. Many, for each of the calls before
    /// it may end an activation; finite, for a grain that ends in its own activation would pass it on for ever.
    /// </summary>
    private const int MaxForwards = 1_000;

    /// <summary>Time between the cancellation of <c>OnDeactivateAsync</c> and the end of waiting for it.</summary>
    private static readonly TimeSpan DeactivationGrace = TimeSpan.FromSeconds(1);

    private volatile ActivationState _state;
    private object? _instance;
    private AsyncServiceScope? _scope;
    private List<IGrainTimer>? _timers;
    private OpenStreams? _streams;
    private DeactivationReason? _deactivation;

    // Held so that it is plain who owns it; it catches everything and nobody waits for it.
    private Task? _life;

    /// <summary>Whether it serves no more, so that the key's next call needs another activation. Any thread.</summary>
    public bool IsDead => _state == ActivationState.Dead;

    /// <summary>The grain that requests are sent to.</summary>
    public object Grain =>
        _instance ?? throw new InvalidOperationException($"{Class.Name}/{Key} has no grain while it is {_state}.");

    /// <summary>The streams of results that callers read.</summary>
    public OpenStreams Streams => _streams ??= new OpenStreams();

    /// <summary>Whether there is a stream. Any thread.</summary>
    public bool HasStreams => _streams is { Count: > 0 };

    public GrainId GrainId => GrainId.Create(Class.GrainType, Key);

    public IGrainFactory GrainFactory => Class.Host.Factory;

    public object? GrainInstance => _instance;

    // Made on first use: most grains need no service of their own, and a million of them live at once.
    public IServiceProvider ActivationServices =>
        (_scope ??= Class.Host.Services.CreateAsyncScope()).ServiceProvider;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (ReferenceEquals(Current, this))
        {
            RequestDeactivation(deactivationReason);
        }
        else
        {
            Post(new DeactivateItem(deactivationReason));
        }
    }

    /// <summary>
    /// Whether it looks unused since the given epoch. Any thread; the turns look again before they act.
    /// </summary>
    public bool LooksIdle(int sinceEpoch) =>
        _state == ActivationState.Active
        && !Class.IsKeptAlive
        && PendingCalls == 0
        && _running.Count == 0
        && LastUsedEpoch - sinceEpoch < 0;

    /// <summary>Deactivates unless it has been used since the given epoch or has work.</summary>
    public void CollectIfIdle(int sinceEpoch)
    {
        if (IsServing && LastUsedEpoch - sinceEpoch < 0 && _running.Count == 0 && PendingCalls == 0)
        {
            RequestDeactivation(new DeactivationReason(
                DeactivationReasonCode.ActivationIdle, $"No request for {Class.Host.Options.CollectionAge}."));
        }
    }

    /// <summary>The activation's end begins when the requests that run have ended.</summary>
    public void RequestDeactivation(DeactivationReason reason)
    {
        _deactivation ??= reason;
        _streams?.Cancel();
    }

    /// <summary>Closes the streams that nobody has asked since the given epoch.</summary>
    public void CloseAbandonedStreams(int sinceEpoch)
    {
        if (_streams is { } streams)
        {
            _ = ReportAsync(streams.CloseAbandonedAsync(sinceEpoch));
        }
    }

    public void AddTimer(IGrainTimer timer)
    {
        if (_state >= ActivationState.Deactivating)
        {
            throw new InvalidOperationException($"{Class.Name}/{Key} is {_state}; it cannot have a new timer.");
        }

        (_timers ??= []).Add(timer);
    }

    public void RemoveTimer(IGrainTimer timer) => _timers?.Remove(timer);

    private void BeginActivation()
    {
        _state = ActivationState.Activating;
        _life = ActivateAsync();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws answers the waiting calls.")]
    private async Task ActivateAsync()
    {
        try
        {
            var grain = Class.MakeGrain(this, out var states);
            _instance = grain;
            if (states.Count > 0)
            {
                await Task.WhenAll(states.Select(state => state.LoadAsync()));
            }

            if (Class.HandlesActivation)
            {
                using var timeout = new CancellationTokenSource(Class.Host.Options.ActivationTimeout, Class.Host.Time);
                await ((IGrainBase)grain).OnActivateAsync(timeout.Token);
            }
        }
        catch (Exception exception)
        {
            Class.ReportFailedActivation(Key, exception);
            await DisposeAsync();
            Die();
            FailPending(exception);
            return;
        }

        _state = ActivationState.Active;
        _mayAdmit = true;
        Class.Counters.CountActivation();
        if (_deactivation is { } reason)
        {
            BeginDeactivation(reason);
        }
    }

    private void BeginDeactivation(DeactivationReason reason)
    {
        _state = ActivationState.Deactivating;
        _life = DeactivateAsync(reason);
    }

    [SuppressMessage("Design", "CA1031", Justification = "An activation ends whatever its grain thinks of it.")]
    private async Task DeactivateAsync(DeactivationReason reason)
    {
        DisposeTimers();
        try
        {
            if (_streams is { } streams)
            {
                await ReportAsync(streams.CloseAllAsync());
            }

            if (Class.HandlesDeactivation && _instance is IGrainBase grain)
            {
                var limit = Class.Host.Options.DeactivationTimeout;
                using var timeout = new CancellationTokenSource(limit, Class.Host.Time);
                await grain.OnDeactivateAsync(reason, timeout.Token)
                    .WaitAsync(limit + DeactivationGrace, Class.Host.Time, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            Class.ReportFailedDeactivation(Key, exception);
        }

        await DisposeAsync();
        Die();
        while (_waiting.TakeFirst() is { } request)
        {
            Forward(request);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "An activation ends whatever its grain thinks of it.")]
    private async Task DisposeAsync()
    {
        DisposeTimers();
        try
        {
            switch (Class.OwnsGrains ? _instance : null)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }

            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            Class.ReportFailedDeactivation(Key, exception);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "How a grain ends its streams is its own concern.")]
    private async Task ReportAsync(Task closing)
    {
        try
        {
            var limit = Class.Host.Options.DeactivationTimeout;
            await closing.WaitAsync(limit, Class.Host.Time, CancellationToken.None);
        }
        catch (Exception exception)
        {
            Class.ReportFailedDeactivation(Key, exception);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a grain does on cancellation cannot stop its end.")]
    private void DisposeTimers()
    {
        var timers = _timers;
        _timers = null;
        foreach (var timer in timers ?? [])
        {
            try
            {
                timer.Dispose();
            }
            catch (Exception exception)
            {
                Class.ReportFailedDeactivation(Key, exception);
            }
        }
    }

    private void Die()
    {
        _state = ActivationState.Dead;
        _instance = null;
        _scope = null;

        // Before it is seen to be gone, so that who waits for that finds its last calls counted.
        Class.Counters.CountWork(ref _started, busyTicks: 0);
        Class.Remove(this);
    }

    private void FailPending(Exception exception)
    {
        while (_waiting.TakeFirst() is { } request)
        {
            LeaveMailbox(request);
            Class.Refuse(request, Key, exception);
        }

        // Continuations stay: tasks that the failed grain has started must end.
        WorkItem? kept = null;
        while (TakeArrived() is { } item)
        {
            if (item is Request request)
            {
                LeaveMailbox(request);
                Class.Refuse(request, Key, exception);
            }
            else
            {
                item.Next = kept;
                kept = item;
            }
        }

        while (kept is { } item)
        {
            kept = item.Next;
            Post(item);
        }
    }

    private void Forward(Request request)
    {
        LeaveMailbox(request);
        if (!request.IsCall || request.IsAbandoned)
        {
            return;
        }

        if (request.Forwards++ == MaxForwards)
        {
            Class.Refuse(request, Key, new OrleansMessageRejectionException(
                $"{request.Description} met {MaxForwards} activations of {Class.Name}/{Key} that ended."));
            return;
        }

        Class.Send(request, Key);
    }
}
