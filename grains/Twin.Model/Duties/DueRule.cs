using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Twin.Model.Calendars;

namespace Twin.Model.Duties;

/// <summary>
/// On which day a report is due, as a plan writes it: <c>+10d</c>, ten days after the window; <c>+5wd</c>, five working
/// days after it; <c>day15</c>, the 15th of the month after it (<c>day31</c> is that month's last day). A day on which
/// offices are closed gives way to the next working day.
/// </summary>
public readonly record struct DueRule
{
    private const int MostDays = 366;

    private readonly Unit _unit;
    private readonly int _number;

    private DueRule(Unit unit, int number) => (_unit, _number) = (unit, number);

    private enum Unit
    {
        Days,
        WorkingDays,
        DayOfNextMonth,
    }

    /// <summary>Ten days after the window.</summary>
    public static DueRule Default => new(Unit.Days, 10);

    /// <summary>Reads a rule.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DueRule rule)
    {
        (Unit Unit, string? Number) parts = text switch
        {
            ['+', .. var number, 'w', 'd'] => (Unit.WorkingDays, number),
            ['+', .. var number, 'd'] => (Unit.Days, number),
            ['d', 'a', 'y', .. var number] => (Unit.DayOfNextMonth, number),
            _ => (Unit.Days, null),
        };
        var (least, most) = parts.Unit == Unit.DayOfNextMonth ? (1, 31) : (0, MostDays);
        var isRule = int.TryParse(parts.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days >= least && days <= most;
        rule = isRule ? new DueRule(parts.Unit, days) : default;
        return isRule;
    }

    /// <summary>The day on which the report of a window is due.</summary>
    public DateOnly DueDay(DutyWindow window, WorkCalendar calendar) => _unit switch
    {
        Unit.WorkingDays => calendar.AddWorkingDays(window.End, _number),
        Unit.DayOfNextMonth => calendar.OnOrAfter(DayOf(window.End.AddDays(1))),
        _ => calendar.OnOrAfter(window.End.AddDays(_number)),
    };

    /// <inheritdoc/>
    public override string ToString() => _unit switch
    {
        Unit.WorkingDays => FormattableString.Invariant($"+{_number}wd"),
        Unit.DayOfNextMonth => FormattableString.Invariant($"day{_number}"),
        _ => FormattableString.Invariant($"+{_number}d"),
    };

    // The day after a half-month's end may lie in the same month: the report on the days to the 15th is due in it.
    private DateOnly DayOf(DateOnly after)
    {
        var last = DateTime.DaysInMonth(after.Year, after.Month);
        var day = new DateOnly(after.Year, after.Month, Math.Min(_number, last));
        return day >= after ? day : DayOf(new DateOnly(after.Year, after.Month, 1).AddMonths(1));
    }
}
