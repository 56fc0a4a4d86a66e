using Orleans.Runtime;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Reminders;

/// <summary>A reminder that is registered, with the timer of its next tick.</summary>
internal sealed class Reminder(GrainClass grainClass, StoredReminder stored) : IGrainReminder
{
    private readonly Lock _gate = new();
    private Task _lastChange = Task.CompletedTask;
    private ITimer? _timer;
    private volatile bool _isOver;

    public string ReminderName => Stored.Name;

    public GrainClass Class { get; } = grainClass;

    /// <summary>What is kept of it. Changed by its own ticks alone, one after the other.</summary>
    public StoredReminder Stored { get; set; } = stored;

    /// <summary>Whether it was taken back or replaced.</summary>
    public bool IsOver => _isOver;

    /// <summary>Sets the timer for a tick, or for a look on the way to one that is far.</summary>
    public void Set(TimeProvider time, TimeSpan delay, Action<Reminder> onDue)
    {
        // What System.Threading.Timer can count to: 49.7 days.
        var longest = TimeSpan.FromMilliseconds(0xfffffffe);
        var wait = delay < longest ? delay : longest;
        _timer ??= time.CreateTimer(
            _ => onDue(this), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (!_isOver)
        {
            _timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    public void End()
    {
        _isOver = true;
        _timer?.Dispose();
    }

    /// <summary>
    /// Changes what is kept of it, one change after the other: a tick that is noted must not come behind the removal.
    /// </summary>
    public Task ChangeAsync(Func<Task> change)
    {
        lock (_gate)
        {
            return _lastChange = AfterAsync(_lastChange, change);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> change)
    {
        await before.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await change();
    }
}
