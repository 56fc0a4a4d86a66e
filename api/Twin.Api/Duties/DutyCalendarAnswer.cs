namespace Twin.Api.Duties;

/// <summary>What is due, day by day.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="HolidaysKnownUntil">
/// The last day for which holidays that follow the moon are known; later only the annual ones count.
/// </param>
/// <param name="Days">Every day from first to last.</param>
internal sealed record DutyCalendarAnswer(
    DateOnly From, DateOnly To, DateOnly? HolidaysKnownUntil, IReadOnlyList<DutyDayAnswer> Days);
