using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Plans;

/// <summary>The figures that a target is held against: all of one length of period, oldest first.</summary>
/// <param name="Figures">The figures; the last one counts. Each has a value.</param>
/// <param name="PartYear">A later figure of a part of a year; it counts for nothing.</param>
internal sealed record TargetSeries(Rollup[] Figures, Rollup? PartYear)
{
    /// <summary>
    /// Chooses them: of whole years where the target speaks of years; else of the period that ends last and of those as
    /// long, for a month is not compared with a year. The first months of a year are compared with nothing.
    /// </summary>
    public static TargetSeries Of(Target target, Indicator indicator, IReadOnlyList<Rollup> series)
    {
        var withValue = series.Where(f => f.Value is not null).ToArray();
        Rollup[] figures = target.IsOfWholeYear
            ? [.. WholeYears.Of(indicator, withValue)]
            : AsLongAsTheLatest(withValue);
        var last = figures.Length == 0 ? DateOnly.MinValue : figures[^1].Period.End;
        var part = target.IsOfWholeYear
            ? WholeYears.SoFar(indicator, withValue)
            : withValue.Where(f => f.Period.Frequency == PeriodFrequency.YearToDate).MaxBy(f => f.Period.End);
        return new TargetSeries(figures, part?.Period.End > last ? part : null);
    }

    /// <summary>Change per month over the last figures, by least squares; <c>null</c> with fewer than two.</summary>
    public double? TrendPerMonth(int periods) =>
        TrendLine.Fit(Figures.AsSpan(Math.Max(0, Figures.Length - periods)))?.PerMonth;

    /// <summary>Those of periods as long as the one that ends last, oldest first, and no part of a year.</summary>
    public static Rollup[] AsLongAsTheLatest(Rollup[] figures)
    {
        var comparable = figures.Where(f => f.Period.Frequency != PeriodFrequency.YearToDate).ToArray();
        var frequency = comparable.MaxBy(f => (f.Period.End, f.Period.Frequency))?.Period.Frequency;
        return [.. comparable.Where(f => f.Period.Frequency == frequency).OrderBy(f => f.Period)];
    }
}
