using System.Diagnostics;
using Twin.Model.Time;

namespace Twin.Model.Duties;

/// <summary>
/// The span of days that one report is about, named by its time period. Half a month, which SDMX has no period for, is
/// named by its last day: <c>2025-06-15</c>, <c>2025-06-30</c>; a report of it carries that day.
/// </summary>
/// <param name="Cadence">How often such a report comes.</param>
/// <param name="Period">Its name.</param>
public readonly record struct DutyWindow(ReportingCadence Cadence, TimePeriod Period)
{
    private const int MiddleDay = 15;

    /// <summary>The first day.</summary>
    public DateOnly Start => Cadence != ReportingCadence.TwiceMonthly ? Period.Start
        : End.Day == MiddleDay ? new DateOnly(End.Year, End.Month, 1)
        : new DateOnly(End.Year, End.Month, MiddleDay + 1);

    /// <summary>The last day.</summary>
    public DateOnly End => Period.End;

    /// <summary>The month that the window is counted in: that of its last day.</summary>
    public TimePeriod Month => TimePeriod.Month(End.Year, End.Month);

    /// <summary>The window that follows.</summary>
    public DutyWindow Next => Containing(End.AddDays(1), Cadence);

    /// <summary>The window in which a day lies.</summary>
    public static DutyWindow Containing(DateOnly day, ReportingCadence cadence) => new(cadence, cadence switch
    {
        ReportingCadence.TwiceMonthly => TimePeriod.Containing(HalfMonthEnd(day), PeriodFrequency.Day),
        ReportingCadence.Monthly => TimePeriod.Containing(day, PeriodFrequency.Month),
        ReportingCadence.Quarterly => TimePeriod.Containing(day, PeriodFrequency.Quarter),
        ReportingCadence.HalfYearly => TimePeriod.Containing(day, PeriodFrequency.HalfYear),
        ReportingCadence.Yearly => TimePeriod.Containing(day, PeriodFrequency.Annual),
        _ => throw new UnreachableException($"No window for {cadence}."),
    });

    /// <summary>The window of a cadence that a period names; <c>null</c> where it names none.</summary>
    public static DutyWindow? Named(TimePeriod period, ReportingCadence cadence)
    {
        var window = Containing(period.End, cadence);
        return window.Period == period ? window : null;
    }

    private static DateOnly HalfMonthEnd(DateOnly day) => day.Day <= MiddleDay
        ? new DateOnly(day.Year, day.Month, MiddleDay)
        : new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
