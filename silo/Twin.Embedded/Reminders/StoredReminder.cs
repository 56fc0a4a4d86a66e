namespace Twin.Embedded.Reminders;

/// <summary>A reminder as it is kept.</summary>
/// <param name="GrainType">The type of its grain.</param>
/// <param name="GrainKey">The key of its grain.</param>
/// <param name="Name">Its name among the grain's reminders.</param>
/// <param name="FirstTick">When its first tick is due, UTC.</param>
/// <param name="Period">The time between ticks.</param>
/// <param name="LastTick">When the last tick was sent that the grain has served, UTC; none before the first.</param>
public sealed record StoredReminder(
    string GrainType,
    string GrainKey,
    string Name,
    DateTimeOffset FirstTick,
    TimeSpan Period,
    DateTimeOffset? LastTick);
