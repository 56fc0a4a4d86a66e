namespace Twin.Api.Feeds;

/// <summary>
/// How long to wait between attempts: twice as long each time up to a limit, and of that a random share of half to the
/// whole, so that many who lost the same receiver do not come back together. For one thread.
/// </summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Random random)
{
    // Enough to get from a millisecond to a week, and little enough to be no overflow.
    private const int MaxDoublings = 30;

    private int _failures;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next()
    {
        var wait = first * Math.Pow(2, Math.Min(_failures++, MaxDoublings));
        return (wait < longest ? wait : longest) * (0.5 + (random.NextDouble() / 2));
    }

    /// <summary>An attempt was worth it: the next failure is a first one.</summary>
    public void Reset() => _failures = 0;
}
