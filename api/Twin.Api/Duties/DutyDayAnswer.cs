namespace Twin.Api.Duties;

/// <summary>A day of the calendar.</summary>
/// <param name="Date">The day, in Vietnam.</param>
/// <param name="IsWorkingDay">Whether offices are open.</param>
/// <param name="HolidayVi">The Vietnamese name of the holiday, or of the one that it stands in for.</param>
/// <param name="HolidayEn">The English name.</param>
/// <param name="Duties">What is due on it, one for a duty and period.</param>
internal sealed record DutyDayAnswer(
    DateOnly Date, bool IsWorkingDay, string? HolidayVi, string? HolidayEn, IReadOnlyList<DutyDueAnswer> Duties);
