namespace Twin.Simulation.Tests.Engine;

/// <summary>
/// One life of the silo, from a start to the next crash. What it has scheduled dies with it.
/// </summary>
internal sealed class SiloLife(VirtualClock clock) : TimeProvider
{
    private readonly TaskCompletionSource _crashed = new();

    public bool IsOver => _crashed.Task.IsCompleted;

    /// <summary>Completes when the silo crashes; calls from outside that it had not answered fail then.</summary>
    public Task Crashed => _crashed.Task;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.Now;

    public override long GetTimestamp() => clock.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Schedule(TimeSpan delay, Action action) => clock.Schedule(delay, () =>
    {
        if (!IsOver)
        {
            action();
        }
    });

    /// <summary>Completes after a delay of virtual time; never, if the silo crashes meanwhile.</summary>
    public Task DelayAsync(TimeSpan delay)
    {
        var passed = new TaskCompletionSource();
        Schedule(delay, passed.SetResult);
        return passed.Task;
    }

    public void End() => _crashed.SetResult();

    private sealed class VirtualTimer(SiloLife life, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        private long _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Set(dueTime);
            return true;
        }

        public void Dispose() => Set(Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Set(Timeout.InfiniteTimeSpan);
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan dueTime)
        {
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                life.Schedule(dueTime, () => Fire(setting));
            }
        }

        private void Fire(long setting)
        {
            if (setting != _setting)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                Set(_period);
            }

            callback(state);
        }
    }
}
