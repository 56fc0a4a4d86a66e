using System.Diagnostics;
using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>
/// Whether a figure satisfies a target. Ratios are compared as products, numerator × scale against target ×
/// denominator, and in decimal, so that exactly 30 % is exactly 30 %, 16.17 % is what the plan prints and not the
/// nearest binary number, and a strict comparator stays strict. Pure.
/// </summary>
internal static class TargetComparison
{
    private const double EqualTolerance = 1e-9; // In the indicator's unit of measure.
    private const double DecimalBelow = 1e24; // Decimal arithmetic reaches to 7.9e28.

    /// <summary>Whether the figure meets a target that names a value.</summary>
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
            TargetComparator.None or TargetComparator.Improve or TargetComparator.Rank => false,
            _ => throw new UnreachableException($"No rule for {target.Comparator}."),
        };
    }

    /// <summary>Whether a figure is strictly better than a value, in the indicator's direction.</summary>
    public static bool IsBetter(Indicator indicator, Rollup figure, double baseline) =>
        indicator.Direction == IndicatorDirection.Down
            ? Compare(indicator, figure, baseline) < 0
            : Compare(indicator, figure, baseline) > 0;

    /// <summary>
    /// Negative below, zero at, positive above the goal; exact to the 15 digits that people can write.
    /// </summary>
    private static double Compare(Indicator indicator, Rollup figure, double goal) =>
        indicator.IsShare
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
}
