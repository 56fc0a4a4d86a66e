namespace Twin.Geo.Ais;

/// <summary>
/// Gives a position report its time. A report carries the second of the minute alone; the minute is that of its
/// reception. Pure.
/// </summary>
public static class AisClock
{
    /// <summary>How far the clock of a receiver may be behind the one on board.</summary>
    public static readonly TimeSpan ReceiverBehind = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The last instant with that second that is not after the reception, but for a few seconds; the reception itself
    /// where the second is not known.
    /// </summary>
    public static DateTimeOffset At(DateTimeOffset receivedAt, int? utcSecond)
    {
        if (utcSecond is not { } second)
        {
            return receivedAt;
        }

        var minute = receivedAt.UtcTicks - (receivedAt.UtcTicks % TimeSpan.TicksPerMinute);
        var at = new DateTimeOffset(minute, TimeSpan.Zero).AddSeconds(second);
        if (at > receivedAt + ReceiverBehind)
        {
            return at.AddMinutes(-1);
        }

        return at.AddMinutes(1) <= receivedAt + ReceiverBehind ? at.AddMinutes(1) : at;
    }
}
