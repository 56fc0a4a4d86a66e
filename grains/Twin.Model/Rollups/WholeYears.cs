using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Rollups;

/// <summary>
/// Figures of years made of the figures of their parts. A year is whole when it was reported as a year, or when every
/// month, quarter or half-year of it was; anything less is a part of a year and says so by its period. Pure.
/// </summary>
public static class WholeYears
{
    private static readonly PeriodFrequency[] Parts =
        [PeriodFrequency.HalfYear, PeriodFrequency.Quarter, PeriodFrequency.Month];

    /// <summary>The figures of whole years, oldest first.</summary>
    /// <param name="indicator">The indicator that they are of.</param>
    /// <param name="figures">Figures with a value, of any period.</param>
    public static IReadOnlyList<Rollup> Of(Indicator indicator, IReadOnlyCollection<Rollup> figures) =>
    [
        .. figures.GroupBy(f => f.Period.Start.Year).OrderBy(year => year.Key)
            .Select(year => Whole(indicator, year.Key, [.. year])).OfType<Rollup>(),
    ];

    /// <summary>
    /// What the latest year has brought so far, where it is not whole: as it was reported, or the leading months,
    /// quarters or half-years added up; <c>null</c> where the first of them is missing.
    /// </summary>
    public static Rollup? SoFar(Indicator indicator, IReadOnlyCollection<Rollup> figures)
    {
        var last = figures.Where(f => f.Period.Frequency != PeriodFrequency.Day)
            .GroupBy(f => f.Period.Start.Year).MaxBy(year => year.Key);
        if (last is null || Whole(indicator, last.Key, [.. last]) is not null)
        {
            return null;
        }

        return last.Where(f => f.Period.Frequency == PeriodFrequency.YearToDate)
            .Concat(Parts.Select(part => Leading(indicator, last.Key, part, [.. last])).OfType<Rollup>())
            .MaxBy(f => f.Period.End);
    }

    private static Rollup? Whole(Indicator indicator, int year, Rollup[] figures) =>
        Array.Find(figures, f => f.Period.Frequency == PeriodFrequency.Annual)
        ?? Parts.Select(part => Leading(indicator, year, part, figures))
            .FirstOrDefault(f => f?.Period.Frequency == PeriodFrequency.Annual);

    /// <summary>The parts of that length from January on, without a gap, as one figure.</summary>
    private static Rollup? Leading(Indicator indicator, int year, PeriodFrequency part, Rollup[] figures)
    {
        if (indicator.Aggregation is not (
            AggregationKind.Sum or AggregationKind.RatioOfSums or AggregationKind.WeightedMean))
        {
            return null; // The smallest of four quarters is not the smallest of the year.
        }

        var period = TimePeriod.Containing(new DateOnly(year, 1, 1), part);
        Rollup? sum = null;
        foreach (var figure in figures.Where(f => f.Period.Frequency == part).OrderBy(f => f.Period))
        {
            if (figure.Period != period)
            {
                break;
            }

            var soFar = TimePeriod.YearToDate(year, figure.Period.End.Month);
            sum = sum is null ? figure with { Period = soFar } : Add(indicator, sum, figure, soFar);
            period = period.Next();
        }

        return sum;
    }

    private static Rollup Add(Indicator indicator, Rollup sum, Rollup next, TimePeriod period)
    {
        var both = new Aggregate(
            sum.Numerator.GetValueOrDefault() + next.Numerator.GetValueOrDefault(),
            sum.Denominator.GetValueOrDefault() + next.Denominator.GetValueOrDefault(),
            Math.Min(sum.Reported, next.Reported),
            Math.Max(sum.Demo, next.Demo),
            0);
        return sum with
        {
            Period = period,
            Value = Aggregation.ValueOf(indicator.Aggregation, indicator.Scale, both),
            Numerator = both.Numerator,
            Denominator = sum.Denominator is null ? null : both.Denominator,
            Expected = Math.Max(sum.Expected, next.Expected),
            Reported = both.Reported,
            Demo = both.Demo,
            OldestResultTime = sum.OldestResultTime < next.OldestResultTime
                ? sum.OldestResultTime
                : next.OldestResultTime,
            Version = Math.Max(sum.Version, next.Version),
        };
    }
}
