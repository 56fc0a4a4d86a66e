namespace Twin.Simulation.Tests.Engine;

/// <summary>
/// Time of a simulated world. It moves only when the world fires its next event, and the seed decides which of those
/// due at one instant comes first. Counts whole milliseconds, so that many are.
/// </summary>
internal sealed class VirtualClock(Random random)
{
    private readonly PriorityQueue<Action, (long Due, int Tie, long Number)> _events = new();
    private long _number;

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public void Schedule(TimeSpan delay, Action action)
    {
        var milliseconds = (long)Math.Ceiling(Math.Max(0, delay.TotalMilliseconds));
        var due = Now.ToUnixTimeMilliseconds() + milliseconds;
        _events.Enqueue(action, (due, random.Next(), _number++));
    }

    /// <summary>Moves to the next event and fires it; <c>false</c> when there is none.</summary>
    public bool FireNext()
    {
        if (!_events.TryDequeue(out var action, out var at))
        {
            return false;
        }

        var due = DateTimeOffset.FromUnixTimeMilliseconds(at.Due);
        Now = due > Now ? due : Now;
        action();
        return true;
    }

    /// <summary>Sets the clock forwards, past whatever was due meanwhile; that fires late.</summary>
    public void Jump(TimeSpan by) => Now += by;
}
