using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Plans;

/// <summary>How fast one must go to reach a target, and when one gets there at the pace one has. Pure.</summary>
internal static class TargetPace
{
    /// <summary>The length of a month on average, in days.</summary>
    public const double DaysPerMonth = 365.25 / 12;

    private const double Hair = 1e-6; // Of a day: what the arithmetic of doubles leaves of a whole one.

    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>
    /// The periods that a pace is told in: as long as the indicator's cadence, or as the figure's period where none is
    /// laid down; never shorter than a month.
    /// </summary>
    public static PeriodFrequency PeriodsOf(Target target, Indicator indicator, TimePeriod figure) =>
        (target.IsOfWholeYear ? "P1Y" : indicator.Cadence) switch
        {
            "P1Y" => PeriodFrequency.Annual,
            "P6M" => PeriodFrequency.HalfYear,
            "P3M" => PeriodFrequency.Quarter,
            null when figure.Frequency is PeriodFrequency.Annual or PeriodFrequency.HalfYear
                or PeriodFrequency.Quarter => figure.Frequency,
            _ => PeriodFrequency.Month,
        };

    /// <summary>
    /// How many such periods end after one day and no later than the other; at least one, for what is short must come
    /// in what is left of the last.
    /// </summary>
    public static int PeriodsLeft(PeriodFrequency periods, DateOnly from, DateOnly due)
    {
        var months = periods switch
        {
            PeriodFrequency.Annual => 12,
            PeriodFrequency.HalfYear => 6,
            PeriodFrequency.Quarter => 3,
            _ => 1,
        };
        return Math.Max(1, (WholeMonths(due) / months) - (WholeMonths(from) / months));
    }

    /// <summary>Change per month that closes a gap between two days.</summary>
    public static double PerMonth(double missing, DateOnly from, DateOnly due) =>
        missing / (Math.Max(1, due.DayNumber - from.DayNumber) / DaysPerMonth);

    /// <summary>
    /// The day on which a trend has closed the gap; <c>null</c> when it leads away, stands still, or takes until after
    /// the last year that a period can name.
    /// </summary>
    public static DateOnly? Reach(double missing, double? trendPerMonth, DateOnly from)
    {
        if (trendPerMonth is not { } trend || Math.Sign(trend) != Math.Sign(missing) || Math.Sign(missing) == 0)
        {
            return null;
        }

        var days = Math.Ceiling((missing / trend * DaysPerMonth) - Hair);
        return days <= LastDay.DayNumber - from.DayNumber ? from.AddDays((int)days) : null;
    }

    /// <summary>How many months have ended by the end of a day, since the calendar began.</summary>
    private static int WholeMonths(DateOnly day) =>
        (day.Year * 12) + day.Month - (day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? 0 : 1);
}
