namespace Twin.Embedded.Hosting;

/// <summary>What has happened in the activations of one grain class since the host was made. Thread-safe.</summary>
internal sealed class GrainClassCounters
{
    private readonly StripedCounter _calls = new();
    private readonly StripedCounter _busyTicks = new();
    private long _activated;
    private long _failures;
    private long _failedActivations;
    private long _lostOneWays;
    private long _timeouts;
    private long _refusals;
    private long _slowTurns;

    /// <summary>
    /// Adds the calls that an activation has started, and sets its own count back to zero; and the ticks of the clock's
    /// timestamps that its turns took.
    /// </summary>
    public void CountWork(ref int started, long busyTicks)
    {
        _busyTicks.Add(busyTicks);
        if (started != 0)
        {
            _calls.Add(started);
            started = 0;
        }
    }

    public void CountActivation() => Interlocked.Increment(ref _activated);

    public void CountFailure() => Interlocked.Increment(ref _failures);

    public void CountFailedActivation() => Interlocked.Increment(ref _failedActivations);

    public void CountLostOneWay() => Interlocked.Increment(ref _lostOneWays);

    public void CountTimeout() => Interlocked.Increment(ref _timeouts);

    public void CountRefusal() => Interlocked.Increment(ref _refusals);

    public void CountSlowTurn() => Interlocked.Increment(ref _slowTurns);

    public GrainClassStatistics Read(string name, int activations, double secondsPerTimestampTick) => new()
    {
        Name = name,
        Activations = activations,
        Activated = Interlocked.Read(ref _activated),
        Calls = _calls.Value,
        BusyTime = TimeSpan.FromSeconds(_busyTicks.Value * secondsPerTimestampTick),
        Failures = Interlocked.Read(ref _failures),
        FailedActivations = Interlocked.Read(ref _failedActivations),
        LostOneWays = Interlocked.Read(ref _lostOneWays),
        Timeouts = Interlocked.Read(ref _timeouts),
        Refusals = Interlocked.Read(ref _refusals),
        SlowTurns = Interlocked.Read(ref _slowTurns),
    };
}
