using System.Globalization;
using Twin.Model.Calendars;

namespace Twin.TestKit;

/// <summary>The public holidays that tests reckon with: those of 2023 to 2026 as announced.</summary>
public static class VietnamCalendar
{
    /// <summary>The calendar.</summary>
    public static WorkCalendar Create() => new(
    [
        Annual("2022-01-01"), Annual("2022-04-30"), Annual("2022-05-01"), Annual("2022-09-02"),
        .. Days(CalendarDayKind.Holiday, "2023-01-20", "2023-01-21", "2023-01-22", "2023-01-23", "2023-01-24"),
        .. Days(CalendarDayKind.Holiday, "2023-04-29", "2023-09-01", "2024-04-18", "2024-09-03", "2025-04-07"),
        .. Days(CalendarDayKind.Holiday, "2024-02-08", "2024-02-09", "2024-02-10", "2024-02-11", "2024-02-12"),
        .. Days(CalendarDayKind.Holiday, "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
        .. Days(CalendarDayKind.Holiday, "2025-09-01", "2026-04-26", "2026-09-01"),
        .. Days(CalendarDayKind.Holiday, "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
        .. Days(CalendarDayKind.DayOff, "2024-04-29", "2025-05-02", "2026-01-02", "2026-08-31"),
        .. Days(CalendarDayKind.WorkingDay, "2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"),
    ]);

    private static CalendarDay Annual(string date) => Day(CalendarDayKind.AnnualHoliday, date);

    private static IEnumerable<CalendarDay> Days(CalendarDayKind kind, params string[] dates) =>
        dates.Select(date => Day(kind, date));

    private static CalendarDay Day(CalendarDayKind kind, string date) =>
        new(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), kind, "Nghỉ", "Holiday", true);
}
