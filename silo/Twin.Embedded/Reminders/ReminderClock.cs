namespace Twin.Embedded.Reminders;

/// <summary>When a reminder ticks.</summary>
internal static class ReminderClock
{
    /// <summary>
    /// The time until the next tick: ticks are due at the first and whole periods after it. One that was due while the
    /// host did not run is made up for at once, however many there were.
    /// </summary>
    public static TimeSpan UntilNextTick(StoredReminder reminder, DateTimeOffset now)
    {
        if (now < reminder.FirstTick)
        {
            return reminder.FirstTick - now;
        }

        var sinceDue = TimeSpan.FromTicks((now - reminder.FirstTick).Ticks % reminder.Period.Ticks);
        var isServed = reminder.LastTick >= now - sinceDue;
        return isServed ? reminder.Period - sinceDue : TimeSpan.Zero;
    }
}
