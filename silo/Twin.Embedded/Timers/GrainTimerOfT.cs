using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;

namespace Twin.Embedded.Timers;

/// <summary>
/// A timer whose tick is a request of its activation. The clock is set again only when a tick has finished, so one tick
/// at most exists, and the timer is its own work item.
/// </summary>
internal sealed class GrainTimer<TState> : Request, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<TState, CancellationToken, Task> _callback;
    private readonly TState _state;
    private readonly CancellationTokenSource _disposed = new();
    private readonly ITimer _clock;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private int _isQueued;
    private bool _isTicking;
    private bool _isChanged;

    public GrainTimer(
        Activation activation,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        bool interleaves,
        bool keepsAlive)
    {
        _activation = activation;
        _callback = callback;
        _state = state;
        AlwaysInterleaves = interleaves;
        KeepsAlive = keepsAlive;

        // The ticks must not carry the async locals of the request that happens to register the timer.
        using (ExecutionContext.SuppressFlow())
        {
            _clock = activation.Class.Host.Time.CreateTimer(
                static timer => ((GrainTimer<TState>)timer!).Tick(), // Never null: it is the argument below.
                this,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }
    }

    public override string Description => "a timer";

    public override bool AlwaysInterleaves { get; }

    public override bool IsReadOnly => false;

    public override bool KeepsAlive { get; }

    public override bool IsAbandoned => _disposed.IsCancellationRequested;

    public override bool IsCall => false;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Validate(dueTime, nameof(dueTime));
        Validate(period, nameof(period));
        _dueTime = dueTime;
        _period = period;
        _isChanged = true;
        if (!_isTicking)
        {
            _clock.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        if (_disposed.IsCancellationRequested)
        {
            return;
        }

        _clock.Dispose();
        _activation.RemoveTimer(this);
        _disposed.Cancel();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is logged, and the timer goes on.")]
    public override void Invoke(Activation activation)
    {
        _isTicking = true;
        _isChanged = false;
        Task task;
        try
        {
            task = _callback(_state, _disposed.Token);
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        if (task.IsCompleted)
        {
            Complete(task);
            return;
        }

        activation.Suspend(this);
        _ = task.ContinueWith(
            // Never null: it is the argument below.
            static (ended, timer) => ((GrainTimer<TState>)timer!).Resume(ended),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.DenyChildAttach,
            activation.TaskScheduler);
    }

    public override bool TryFail(Exception exception) => false;

    public override bool TryTimeOut(Activation activation) => false;

    private static void Validate(TimeSpan time, string name)
    {
        // What System.Threading.Timer can count to.
        const long LongestMilliseconds = 0xfffffffe;
        var milliseconds = (long)time.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, LongestMilliseconds, name);
    }

    // The clock may strike for a tick that waits already, when the grain has set it meanwhile.
    private void Tick()
    {
        if (Interlocked.Exchange(ref _isQueued, 1) == 0)
        {
            _activation.Post(this);
        }
    }

    private void Resume(Task task)
    {
        _activation.Resume(this);
        Complete(task);
    }

    private void Complete(Task task)
    {
        _activation.Finish(this, FailureOf(task));
        if (task.Exception?.InnerException is { } exception)
        {
            _activation.Class.ReportFailedTick(_activation.Key, exception);
        }

        _isTicking = false;
        Volatile.Write(ref _isQueued, 0);
        if (!IsAbandoned)
        {
            _clock.Change(_isChanged ? _dueTime : _period, Timeout.InfiniteTimeSpan);
        }
    }
}
