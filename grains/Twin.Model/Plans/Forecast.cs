using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>
/// Where the trend of a figure leads: the line of least squares through the last few figures, and around it the range
/// that a further figure falls in eight times of ten if all goes on as it did. It says nothing of what somebody will do
/// about it, and no status follows from it.
/// </summary>
/// <param name="Figures">The figures that it rests on, oldest first.</param>
/// <param name="Points">The days to come, oldest first; empty where there are too few figures to tell.</param>
public sealed record Forecast(ImmutableArray<Rollup> Figures, ImmutableArray<ForecastPoint> Points)
{
    /// <summary>The share of further figures that the range is to hold.</summary>
    public const double Confidence = 0.8;

    /// <summary>The fewest figures that leave anything to tell how far they scatter.</summary>
    public const int LeastFigures = TrendLine.LeastForSpread;

    /// <summary>The most days that are forecast.</summary>
    public const int MaxPoints = 24;

    /// <summary>Forecasts a series of one unit.</summary>
    /// <param name="indicator">Its indicator: what it can be at least and at most bounds the forecast.</param>
    /// <param name="series">The figures; those without a value, or not as long as the last, are left out.</param>
    /// <param name="until">The last day that is forecast; of one before the last figure nothing is.</param>
    public static Forecast Of(Indicator indicator, IReadOnlyList<Rollup> series, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(series);
        ImmutableArray<Rollup> figures =
        [
            .. TargetSeries.AsLongAsTheLatest([.. series.Where(figure => figure.Value is not null)])
                .TakeLast(TargetRules.TrendPeriods),
        ];
        return TrendLine.Fit(figures.AsSpan()) is { } line && figures.Length >= LeastFigures
            ? new Forecast(figures, [.. DaysTo(figures[^1].Period.End, until).Select(day => At(line, day, indicator))])
            : new Forecast(figures, []);
    }

    /// <summary>The ends of months after a day, evenly apart, and the last day itself.</summary>
    private static IEnumerable<DateOnly> DaysTo(DateOnly last, DateOnly until)
    {
        if (until <= last)
        {
            yield break;
        }

        var months = ((until.Year - last.Year) * 12) + until.Month - last.Month;
        var step = Math.Max(1, (months + MaxPoints - 1) / MaxPoints);
        for (var month = step; month < months; month += step)
        {
            var day = new DateOnly(last.Year, last.Month, 1).AddMonths(month);
            yield return day.AddDays(DateTime.DaysInMonth(day.Year, day.Month) - 1);
        }

        yield return until;
    }

    private static ForecastPoint At(TrendLine line, DateOnly day, Indicator indicator)
    {
        var value = line.At(day);
        var spread = line.SpreadAt(day).GetValueOrDefault();
        return new ForecastPoint(
            day, Within(value, indicator), Within(value - spread, indicator), Within(value + spread, indicator));
    }

    private static double Within(double value, Indicator indicator) => Math.Clamp(
        value, indicator.Minimum ?? double.NegativeInfinity, indicator.Maximum ?? double.PositiveInfinity);
}
