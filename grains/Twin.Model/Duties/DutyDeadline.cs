namespace Twin.Model.Duties;

/// <summary>When a report is due.</summary>
/// <param name="DueDay">The day, in Vietnam.</param>
/// <param name="OnTimeBefore">The instant before which it is on time: the end of the last day of grace.</param>
public readonly record struct DutyDeadline(DateOnly DueDay, DateTimeOffset OnTimeBefore);
