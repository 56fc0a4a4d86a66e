namespace Twin.Grains.Tests;

/// <summary>
/// Says the time of another clock, and runs timers on the machine's. A leap of a clock that ran both would time out
/// whatever other threads are in the middle of.
/// </summary>
internal sealed class WallClock(TimeProvider wall) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => wall.GetUtcNow();
}
