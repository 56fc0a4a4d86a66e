using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Quality;

/// <summary>
/// The rules that look at one figure and what the unit itself reported before: soft bounds, jumps, and distance from
/// the own history. What holds an observation as it comes and what takes points off it later are the same. For one
/// thread.
/// </summary>
/// <param name="own">The unit's own numbers.</param>
internal sealed class DoubtRules(OwnHistory own)
{
    // A slip of the pen shows against the last few values; one bad one among them does not hide the next.
    private const int JumpValues = 3;
    private const int JumpPeriods = 6;

    private readonly double[] _numbers = new double[OwnHistory.MaxPeriods];

    /// <summary>What a rule finds about a figure; <c>null</c> when nothing, or when the kind looks elsewhere.</summary>
    public QualityFinding? Find(
        QualityRule rule, Indicator indicator, int ordinal, TimePeriod period, Breakdown breakdown,
        in Aggregate figure) => rule.Kind switch
        {
            QualityRuleKind.Bounds when breakdown.IsNone => FindBounds(rule, indicator, figure),
            QualityRuleKind.Jump => FindJump(rule, indicator, ordinal, period, breakdown, figure),
            QualityRuleKind.History => FindDistance(rule, indicator, ordinal, period, breakdown, figure),
            _ => null,
        };

    private static QualityFinding? FindBounds(QualityRule rule, Indicator indicator, in Aggregate figure) =>
        FigureNumbers.Of(indicator, figure, FigurePart.Value) switch
        {
            { } value when value < rule.Minimum => Found(rule, value, rule.Minimum.Value, rule.Minimum.Value - value),
            { } value when value > rule.Maximum => Found(rule, value, rule.Maximum.Value, value - rule.Maximum.Value),
            _ => null,
        };

    private QualityFinding? FindJump(
        QualityRule rule, Indicator indicator, int ordinal, TimePeriod period, Breakdown breakdown,
        in Aggregate figure)
    {
        foreach (var part in FigureNumbers.Written(indicator))
        {
            if (FigureNumbers.Of(indicator, figure, part) is not { } number)
            {
                continue;
            }

            var count = own.Fill(
                indicator,
                ordinal,
                period,
                breakdown,
                part,
                figure.Demo > 0,
                JumpPeriods,
                _numbers.AsSpan(0, JumpValues));
            if (count < rule.History)
            {
                continue;
            }

            var before = RobustStatistics.Median(_numbers.AsSpan(0, count));
            var (now, then) = (Math.Max(Math.Abs(number), rule.Floor), Math.Max(Math.Abs(before), rule.Floor));
            var times = Math.Min(now, then) > 0 ? Math.Max(now, then) / Math.Min(now, then) : 1;
            if (times > rule.Limit)
            {
                return Found(rule, number, before, times);
            }
        }

        return null;
    }

    private QualityFinding? FindDistance(
        QualityRule rule, Indicator indicator, int ordinal, TimePeriod period, Breakdown breakdown,
        in Aggregate figure)
    {
        if (FigureNumbers.Of(indicator, figure, FigurePart.Value) is not { } value)
        {
            return null;
        }

        var count = own.Fill(
            indicator,
            ordinal,
            period,
            breakdown,
            FigurePart.Value,
            figure.Demo > 0,
            OwnHistory.MaxPeriods,
            _numbers);
        if (count < Math.Max(1, rule.History))
        {
            return null;
        }

        var (median, spread) = RobustStatistics.Describe(_numbers.AsSpan(0, count));
        var score = RobustStatistics.Score(value, median, spread);
        return Math.Abs(score) > rule.Limit ? Found(rule, value, median, score) : null;
    }

    private static QualityFinding Found(QualityRule rule, double value, double reference, double measure) =>
        new(rule.Id, rule.Kind, value, reference, measure);
}
