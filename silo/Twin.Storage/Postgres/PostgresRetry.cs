using System.Diagnostics;
using Npgsql;

namespace Twin.Storage.Postgres;

/// <summary>How long to wait before the next try, and when to give up. One for each thing that is tried.</summary>
internal sealed class PostgresRetry(TimeSpan limit)
{
    // Npgsql has no name for this one.
    private const string IdleInTransactionSessionTimeout = "25P03";

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    // Real time, whatever the clock of the log: it is a server that is waited for.
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _delay = FirstDelay;

    /// <summary>Whether another try may find what this one did not, and there is time for it.</summary>
    public bool MayTryAgain(Exception exception) =>
        IsPassing(exception) && Stopwatch.GetElapsedTime(_start) < limit;

    /// <summary>The wait before the next try; each is twice as long as the one before, up to a second.</summary>
    public TimeSpan NextDelay()
    {
        var delay = _delay;
        _delay = TimeSpan.FromTicks(Math.Min(_delay.Ticks * 2, LongestDelay.Ticks));
        return delay;
    }

    /// <summary>Whether a failure can pass: the server is away, starting, busy, or has ended our session.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        PostgresException { SqlState: IdleInTransactionSessionTimeout } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };
}
