using System.Diagnostics;
using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>Holds targets against figures. Pure.</summary>
public static class TargetRules
{
    /// <summary>
    /// How far behind the path, as a share of the whole way, still counts as at risk and not off track.
    /// </summary>
    public const double AtRiskShare = 0.1;

    /// <summary>How many of the latest figures the trend is fitted to.</summary>
    public const int TrendPeriods = 6;

    private const double DaysPerMonth = 365.25 / 12;
    private const double EqualTolerance = 1e-9; // In the indicator's unit of measure.
    private const double DecimalBelow = 1e24; // Decimal arithmetic reaches to 7.9e28.

    /// <summary>
    /// Holds a target against a series of figures of one unit, and says why. The figure that ends last counts, beside
    /// those of periods as long as its own: a month is not compared with a year.
    /// </summary>
    /// <param name="target">A measurable target.</param>
    /// <param name="indicator">Its indicator.</param>
    /// <param name="series">
    /// The unit's figures up to the period of interest; those without a value are passed over.
    /// </param>
    public static TargetAssessment Assess(Target target, Indicator indicator, IReadOnlyList<Rollup> series)
    {
        var figures = Comparable(series);
        if (!target.IsMeasurable || figures.Length == 0)
        {
            return TargetReasons.Explain(
                indicator, new TargetAssessment
                {
                    Target = target, Status = TargetStatus.NoData, ReasonEn = string.Empty, ReasonVi = string.Empty,
                });
        }

        var figure = figures[^1];
        var value = figure.Value!.Value; // Figures without a value were left out above.
        var goal = NearestGoal(target, value);
        var isMet = IsMet(target, indicator, figure);
        var assessment = new TargetAssessment
        {
            Target = target,
            Figure = figure,
            Baseline = figures[0],
            Status = isMet ? TargetStatus.Met : TargetStatus.Missed,
            Gap = value - goal,
            TrendPerMonth = Trend(figures),
            ReasonEn = string.Empty,
            ReasonVi = string.Empty,
        };
        if (target.DueDate is { } due && due > figure.Period.End)
        {
            assessment = AssessBeforeDue(assessment, due, goal, isMet);
        }
        else if (isMet)
        {
            var atDue = Array.FindLast(figures, f => f.Period.End <= target.DueDate);
            assessment = assessment with
            {
                ShortAtDue = atDue is not null && !IsMet(target, indicator, atDue) ? atDue : null,
            };
        }
        else if (target.DueDate is null)
        {
            assessment = assessment with { Status = TargetStatus.OffTrack };
        }

        return TargetReasons.Explain(indicator, assessment);
    }

    /// <summary>
    /// Whether a figure satisfies a target. Ratios are compared as products, numerator × scale against target ×
    /// denominator, and in decimal, so that exactly 30 % is exactly 30 %, 16.17 % is what the plan prints and not the
    /// nearest binary number, and a strict comparator stays strict.
    /// </summary>
    public static bool IsMet(Target target, Indicator indicator, Rollup figure)
    {
        if (target.Value is not { } goal || figure.Value is null)
        {
            return false;
        }

        return target.Comparator switch
        {
            TargetComparator.AtLeast => Compare(indicator, figure, goal) >= 0,
            // A milestone is done or not done: one more than asked is done too.
            TargetComparator.Equal when target.Kind == TargetKind.Milestone => Compare(indicator, figure, goal) >= 0,
            TargetComparator.Above => Compare(indicator, figure, goal) > 0,
            TargetComparator.AtMost => Compare(indicator, figure, goal) <= 0,
            TargetComparator.Equal => Math.Abs(Compare(indicator, figure, goal)) <= EqualTolerance,
            TargetComparator.Between => Compare(indicator, figure, goal) >= 0
                && Compare(indicator, figure, target.ValueMax ?? double.MaxValue) <= 0,
            TargetComparator.About => indicator.Direction == IndicatorDirection.Down
                ? Compare(indicator, figure, goal) <= 0
                : Compare(indicator, figure, goal) >= 0,
            TargetComparator.None or TargetComparator.Improve => false,
            _ => throw new UnreachableException($"No rule for {target.Comparator}."),
        };
    }

    /// <summary>
    /// Negative below, zero at, positive above the goal; exact to the 15 digits that people can write.
    /// </summary>
    private static double Compare(Indicator indicator, Rollup figure, double goal) =>
        indicator.Aggregation == AggregationKind.RatioOfSums
        && figure is { Numerator: { } numerator, Denominator: { } denominator }
            ? Difference(numerator, indicator.Scale, goal, denominator)
            : Difference(figure.Value.GetValueOrDefault(), 1, goal, 1);

    /// <summary>a × b − c × d.</summary>
    private static double Difference(double a, double b, double c, double d)
    {
        var (left, right) = (a * b, c * d);
        return Math.Abs(left) < DecimalBelow && Math.Abs(right) < DecimalBelow
            ? (double)(((decimal)a * (decimal)b) - ((decimal)c * (decimal)d))
            : left - right;
    }

    /// <summary>The figures with a value of the period that ends last and of periods as long, oldest first.</summary>
    private static Rollup[] Comparable(IReadOnlyList<Rollup> series)
    {
        var figures = series.Where(f => f.Value is not null).ToArray();
        var frequency = figures.MaxBy(f => (f.Period.End, f.Period.Frequency))?.Period.Frequency;
        return [.. figures.Where(f => f.Period.Frequency == frequency).OrderBy(f => f.Period)];
    }

    private static TargetAssessment AssessBeforeDue(
        TargetAssessment assessment, DateOnly due, double goal, bool isMet)
    {
        // The caller has set both from figures that have a value.
        var figure = assessment.Figure!;
        var baseline = assessment.Baseline!;
        var value = figure.Value.GetValueOrDefault();
        var start = baseline.Value.GetValueOrDefault();
        var whole = due.DayNumber - baseline.Period.End.DayNumber;
        var gone = figure.Period.End.DayNumber - baseline.Period.End.DayNumber;
        var expected = start + ((goal - start) * gone / whole);
        var months = (due.DayNumber - figure.Period.End.DayNumber) / DaysPerMonth;
        var behind = Math.Abs(goal - value) - Math.Abs(goal - expected);
        var status = isMet ? TargetStatus.Met
            : behind <= 0 ? TargetStatus.OnTrack
            : behind <= AtRiskShare * Math.Abs(goal - start) ? TargetStatus.AtRisk
            : TargetStatus.OffTrack;
        return assessment with
        {
            Status = status,
            ExpectedNow = expected,
            RequiredPerMonth = isMet ? null : (goal - value) / months,
        };
    }

    /// <summary>The value that would just satisfy the target, as seen from where the figure is.</summary>
    private static double NearestGoal(Target target, double value) => target switch
    {
        { Comparator: TargetComparator.Between, Value: { } low, ValueMax: { } high } => Math.Clamp(value, low, high),
        _ => target.Value.GetValueOrDefault(),
    };

    private static double? Trend(Rollup[] figures)
    {
        var last = figures.AsSpan(Math.Max(0, figures.Length - TrendPeriods));
        if (last.Length < 2)
        {
            return null;
        }

        double sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        var origin = last[0].Period.End.DayNumber;
        foreach (var figure in last)
        {
            var x = (figure.Period.End.DayNumber - origin) / DaysPerMonth;
            var y = figure.Value.GetValueOrDefault();
            sumX += x;
            sumY += y;
            sumXX += x * x;
            sumXY += x * y;
        }

        return ((last.Length * sumXY) - (sumX * sumY)) / ((last.Length * sumXX) - (sumX * sumX));
    }
}
