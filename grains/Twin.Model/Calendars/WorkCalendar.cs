using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Twin.Model.Calendars;

/// <summary>
/// The working days of Vietnam's offices: Monday to Friday, less public holidays, less the days that stand in for
/// holidays at a weekend (Labour Code 2019, Article 111, paragraph 3: the next working day), with the exchanges that
/// the government announces. Immutable and safe for any number of threads.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>Weekends alone.</summary>
    public static readonly WorkCalendar Empty = new([]);

    // Time periods end with it.
    private const int LastYear = 2199;

    private readonly FrozenDictionary<DateOnly, DayOff> _off;
    private readonly FrozenSet<DateOnly> _worked;

    /// <summary>Makes a calendar from its rows, in any order.</summary>
    public WorkCalendar(IEnumerable<CalendarDay> days)
    {
        Days = [.. days.OrderBy(day => day.Date)];
        _worked = Days.Where(day => day.Kind == CalendarDayKind.WorkingDay).Select(day => day.Date).ToFrozenSet();
        var off = new SortedDictionary<DateOnly, DayOff>();
        foreach (var day in Days.Where(day => day.Kind != CalendarDayKind.WorkingDay))
        {
            foreach (var date in Dates(day))
            {
                off.TryAdd(date, new DayOff(date, day.NameVi, day.NameEn, false));
            }
        }

        AddSubstitutes(off, Days.Where(day => day.Kind == CalendarDayKind.DayOff).Select(day => day.Date).ToHashSet());
        _off = off.ToFrozenDictionary();
        KnownUntil = Days.Where(day => day.Kind == CalendarDayKind.Holiday).Select(day => (int?)day.Date.Year).Max() is
            { } year ? new DateOnly(year, 12, 31) : null;
    }

    /// <summary>The rows, by date.</summary>
    public ImmutableArray<CalendarDay> Days { get; }

    /// <summary>
    /// The last day for which the holidays that follow the moon are known; later only the annual ones count.
    /// </summary>
    public DateOnly? KnownUntil { get; }

    /// <summary>Whether offices are open.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        _worked.Contains(date) || (!IsWeekend(date) && !_off.ContainsKey(date));

    /// <summary>The holiday, or the day that stands in for one; <c>null</c> on any other day.</summary>
    public DayOff? Find(DateOnly date) => _off.GetValueOrDefault(date);

    /// <summary>The day itself when offices are open, or the first after it on which they are.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The working day that many working days after a day; the day itself is not counted.</summary>
    public DateOnly AddWorkingDays(DateOnly date, int count)
    {
        for (var left = count; left > 0; left--)
        {
            date = OnOrAfter(date.AddDays(1));
        }

        return date;
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IEnumerable<DateOnly> Dates(CalendarDay day)
    {
        if (day.Kind != CalendarDayKind.AnnualHoliday)
        {
            yield return day.Date;
            yield break;
        }

        for (var date = day.Date; date.Year <= LastYear; date = date.AddYears(1))
        {
            yield return date;
        }
    }

    /// <summary>In order of time: two holidays of one weekend take the two working days after it.</summary>
    private static void AddSubstitutes(SortedDictionary<DateOnly, DayOff> off, HashSet<DateOnly> exchanged)
    {
        foreach (var holiday in off.Values.Where(day => IsWeekend(day.Date) && !exchanged.Contains(day.Date)).ToArray())
        {
            var date = holiday.Date;
            do
            {
                date = date.AddDays(1);
            }
            while (IsWeekend(date) || off.ContainsKey(date));

            off.Add(date, holiday with { Date = date, IsSubstitute = true });
        }
    }
}
