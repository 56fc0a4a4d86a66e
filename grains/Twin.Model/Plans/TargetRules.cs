using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>Holds targets against figures. Pure. docs/concepts/targets.md tells the rules with examples.</summary>
public static class TargetRules
{
    /// <summary>
    /// How far behind the path, as a share of the whole way, still counts as at risk and not off track.
    /// </summary>
    public const double AtRiskShare = 0.1;

    /// <summary>How many of the latest figures the trend is fitted to.</summary>
    public const int TrendPeriods = 6;

    /// <summary>How many days before its due date a milestone that is not done is at risk.</summary>
    public const int DueSoonDays = 30;

    /// <summary>Holds a target against a series of figures of one unit, and says why.</summary>
    /// <inheritdoc cref="Judge"/>
    public static TargetAssessment Assess(
        Target target, Indicator indicator, IReadOnlyList<Rollup> series, DateOnly today, RankedPlace? place = null) =>
        TargetReasons.Explain(indicator, Judge(target, indicator, series, today, place));

    /// <summary>
    /// The same without the reasons in words, for a list that does not show them. The figure that ends last counts,
    /// beside those of periods as long as its own: a month is not compared with a year, nor is a part of a year.
    /// </summary>
    /// <param name="target">The target; of one that cannot be measured there is no data.</param>
    /// <param name="indicator">Its indicator.</param>
    /// <param name="series">
    /// The unit's figures up to the period of interest; those without a value are passed over.
    /// </param>
    /// <param name="today">The day from which one looks: what was due before it and not reported was missed.</param>
    /// <param name="place">The unit's place, where the target asks for one.</param>
    public static TargetAssessment Judge(
        Target target, Indicator indicator, IReadOnlyList<Rollup> series, DateOnly today, RankedPlace? place = null) =>
        new TargetJudgement(target, indicator, TargetSeries.Of(target, indicator, series), today, place)
            .ToAssessment();

    /// <summary>Whether a figure satisfies a target that names a value. A strict comparator stays strict.</summary>
    public static bool IsMet(Target target, Indicator indicator, Rollup figure) =>
        TargetComparison.IsMet(target, indicator, figure);
}
