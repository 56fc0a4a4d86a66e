using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Rollups;

/// <summary>The periods that a derived figure, and what it is made from, are of. Stateless.</summary>
public static class DerivedPeriods
{
    private const int MonthsPerYear = 12;

    /// <summary>
    /// The period of a derived indicator to which one of an input belongs; <c>null</c> when it belongs to none. What
    /// grows or is least is of the same length as its input, or a year put together from its parts; an index takes in
    /// whatever lies within its period.
    /// </summary>
    public static TimePeriod? OfInput(Indicator derived, TimePeriod input)
    {
        var own = CadenceFrequency.Of(derived.Cadence) ?? input.Frequency;
        if (input.Frequency == own)
        {
            return input;
        }

        if (input.Frequency == PeriodFrequency.YearToDate)
        {
            return derived.Derivation is Derivation.Composite ? null : input;
        }

        return derived.Derivation switch
        {
            Derivation.Composite => TimePeriod.Containing(input.End, own),
            Derivation.ExtremeMember => null,
            _ => own == PeriodFrequency.Annual ? TimePeriod.Year(input.Start.Year) : null,
        };
    }

    /// <summary>The period with which growth in one is compared; <c>null</c> where there is none.</summary>
    public static TimePeriod? Before(Indicator derived, TimePeriod period) => Shift(derived, period, -1);

    /// <summary>The period whose growth is compared with one; <c>null</c> where there is none.</summary>
    public static TimePeriod? After(Indicator derived, TimePeriod period) => Shift(derived, period, 1);

    /// <summary>Whether a period lies within another, and is no running part of the year.</summary>
    public static bool IsWithin(TimePeriod inner, TimePeriod outer) =>
        inner.Frequency != PeriodFrequency.YearToDate && inner.Start >= outer.Start && inner.End <= outer.End;

    /// <summary>The periods of a length that lie within one and are shorter, in order.</summary>
    public static IEnumerable<TimePeriod> Within(TimePeriod outer, PeriodFrequency frequency)
    {
        var inner = TimePeriod.Containing(outer.Start, frequency);
        for (; frequency != outer.Frequency && IsWithin(inner, outer); inner = inner.Next())
        {
            yield return inner;
            if (inner.End == outer.End)
            {
                yield break; // What follows may lie beyond all periods.
            }
        }
    }

    private static TimePeriod? Shift(Indicator derived, TimePeriod period, int sign) => derived.Derivation switch
    {
        Derivation.CompoundGrowth growth => ShiftYears(period, sign * growth.Years),
        Derivation.Growth growth when period.Frequency != PeriodFrequency.YearToDate =>
            TimePeriod.TryFromKey(period.Key + (sign * growth.PeriodsBack), out var shifted)
            && shifted.Frequency == period.Frequency
                ? shifted
                : null,
        // The months since January are held against the same months of other years.
        Derivation.Growth growth when growth.PeriodsBack % PerYear(derived) == 0 =>
            ShiftYears(period, sign * growth.PeriodsBack / PerYear(derived)),
        _ => null,
    };

    private static TimePeriod? ShiftYears(TimePeriod period, int years)
    {
        var year = period.End.Year + years;
        return year is >= 1900 and < 2200 // The years that periods have.
            ? TimePeriod.Containing(period.End.AddYears(years), period.Frequency)
            : null;
    }

    private static int PerYear(Indicator derived) => CadenceFrequency.Of(derived.Cadence) switch
    {
        PeriodFrequency.HalfYear => 2,
        PeriodFrequency.Quarter => 4,
        PeriodFrequency.Month => MonthsPerYear,
        PeriodFrequency.Day => int.MaxValue, // No number of days is a year.
        _ => 1,
    };
}
