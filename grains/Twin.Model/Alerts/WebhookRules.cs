namespace Twin.Model.Alerts;

/// <summary>When deliveries are tried again. Pure.</summary>
public static class WebhookRules
{
    /// <summary>How often a delivery is tried before it is put aside.</summary>
    public const int MaxAttempts = 12;

    /// <summary>The most deliveries that wait for one subscriber; more are put aside at once.</summary>
    public const int MaxQueue = 1_000;

    /// <summary>The most deliveries put aside that are kept; the oldest give way.</summary>
    public const int MaxDeadLetters = 1_000;

    /// <summary>The wait after the first failure.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// The wait after so many failures: twice as long each time, less up to half of it by chance, so that subscribers
    /// that came back together are not called together.
    /// </summary>
    public static TimeSpan WaitAfter(int failures, Random random)
    {
        var doubled = FirstWait * Math.Pow(2, Math.Min(failures, MaxAttempts) - 1);
        var whole = doubled < LongestWait ? doubled : LongestWait;
        return whole * (1 - (random.NextDouble() / 2));
    }
}
