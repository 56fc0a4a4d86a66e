namespace Twin.Storage.Tests.Support;

/// <summary>
/// A clock that can stop whoever asks it for the time. The writer asks after it has taken a group and before it writes,
/// so a test can hold it there.
/// </summary>
internal sealed class HeldClock : TimeProvider
{
    private readonly object _gate = new();
    private TaskCompletionSource? _held;
    private Exception? _failure;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            while (_held is not null)
            {
                _held.TrySetResult();
                Monitor.Wait(_gate);
            }

            return _failure is null ? new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) : throw _failure;
        }
    }

    /// <summary>From now on whoever asks is held; the task completes when somebody is.</summary>
    public Task Hold()
    {
        lock (_gate)
        {
            _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _held.Task;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _held = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>From now on whoever asks gets this exception; with <c>null</c>, the time again.</summary>
    public void FailWith(Exception? failure)
    {
        lock (_gate)
        {
            _failure = failure;
        }
    }
}
