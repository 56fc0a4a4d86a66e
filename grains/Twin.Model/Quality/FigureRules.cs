using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Quality;

/// <summary>The rules that a figure which stands is scored by. For one thread.</summary>
internal sealed class FigureRules(CityDefinition city, UnitHistory history, RollupTable table, OwnHistory own)
{
    private readonly DoubtRules _doubt = new(own);
    private readonly double[] _numbers = new double[OwnHistory.MaxPeriods];

    /// <summary>What a rule finds about a figure; <c>null</c> when nothing.</summary>
    public QualityFinding? Find(
        QualityRule rule, Indicator indicator, int ordinal, TimePeriod period, Breakdown part, in AggregateSlot figure,
        long sequence, PeerBands peers)
    {
        var notes = history.NotesOf(sequence);
        if (rule.Severity == QualitySeverity.Hold || (notes?.Decision is not null && IsDoubt(rule.Kind)))
        {
            return null; // Somebody has looked at it, and it stands.
        }

        return rule.Kind switch
        {
            QualityRuleKind.Peers => FindPeers(rule, indicator, period, figure, peers),
            QualityRuleKind.Shared => FindShared(rule, indicator, period, figure, peers),
            QualityRuleKind.Balance when part.IsNone => FindBalance(rule, period),
            QualityRuleKind.Repeated => FindRepeated(rule, indicator, ordinal, period, part, figure),
            QualityRuleKind.Resent => FindResent(rule, ordinal, period, part, figure),
            QualityRuleKind.Format => notes is { Format: not FormatTrouble.None and var trouble }
                ? new QualityFinding(rule.Id, rule.Kind, 0, 0, (int)trouble)
                : null,
            QualityRuleKind.Bounds or QualityRuleKind.Jump or QualityRuleKind.History =>
                _doubt.Find(rule, indicator, ordinal, period, part, figure.Aggregate),
            _ => null,
        };
    }

    private static bool IsDoubt(QualityRuleKind kind) => QualityRule.CanHold(kind) || kind == QualityRuleKind.Peers;

    private static QualityFinding? FindPeers(
        QualityRule rule, Indicator indicator, TimePeriod period, in AggregateSlot figure, PeerBands peers)
    {
        if (peers.Find(indicator.Code, period) is not { } band || band.Count <= rule.History
            || FigureNumbers.Of(indicator, figure.Aggregate, FigurePart.Value) is not { } value)
        {
            return null;
        }

        var score = RobustStatistics.Score(value, band.Median, band.Spread);
        return Math.Abs(score) > rule.Limit
            ? new QualityFinding(rule.Id, rule.Kind, value, band.Median, score)
            : null;
    }

    private static QualityFinding? FindShared(
        QualityRule rule, Indicator indicator, TimePeriod period, in AggregateSlot figure, PeerBands peers)
    {
        var (numerator, denominator) = (figure.Aggregate.Numerator, figure.Aggregate.Denominator);
        if (Math.Abs(numerator) < rule.Floor || peers.Find(indicator.Code, period) is not { } band)
        {
            return null;
        }

        foreach (var shared in band.Shared)
        {
            if (shared.Numerator.Equals(numerator) && shared.Denominator.Equals(denominator))
            {
                return new QualityFinding(rule.Id, rule.Kind, numerator, denominator, shared.Count - 1);
            }
        }

        return null;
    }

    private QualityFinding? FindRepeated(
        QualityRule rule, Indicator indicator, int ordinal, TimePeriod period, Breakdown part, in AggregateSlot figure)
    {
        var number = figure.Aggregate.Numerator;
        var isWhole = indicator.HasDenominator && number.Equals(figure.Aggregate.Denominator);
        if (Math.Abs(number) < rule.Floor || isWhole)
        {
            return null; // All of them, month after month, is what a plan wants.
        }

        var count = own.Fill(
            indicator,
            ordinal,
            period,
            part,
            FigurePart.Numerator,
            figure.Aggregate.Demo > 0,
            OwnHistory.MaxPeriods,
            _numbers);
        var same = 1;
        while (same <= count && _numbers[same - 1].Equals(number))
        {
            same++;
        }

        return same >= rule.Limit ? new QualityFinding(rule.Id, rule.Kind, number, number, same) : null;
    }

    private QualityFinding? FindResent(
        QualityRule rule, int ordinal, TimePeriod period, Breakdown part, in AggregateSlot figure)
    {
        var times = history.CountResent(ordinal, period, part);
        return times > 0
            ? new QualityFinding(rule.Id, rule.Kind, figure.Aggregate.Numerator, figure.Aggregate.Numerator, times)
            : null;
    }

    /// <summary>A balance is judged where all of its numbers are there.</summary>
    private QualityFinding? FindBalance(QualityRule rule, TimePeriod period)
    {
        if (rule.Indicator is not { } code || Number(new BalanceTerm(code, rule.Part), period) is not { } left)
        {
            return null;
        }

        var right = 0.0;
        foreach (var term in rule.Terms)
        {
            if (Number(term, period) is not { } number)
            {
                return null;
            }

            right += number;
        }

        var size = Math.Max(Math.Abs(left), Math.Abs(right));
        var apart = size > 0 ? (left - right) / size * 100 : 0;
        var off = rule.Relation switch
        {
            BalanceRelation.AtMost => Math.Max(0, apart),
            BalanceRelation.AtLeast => Math.Max(0, -apart),
            _ => Math.Abs(apart),
        };
        return off > rule.Limit ? new QualityFinding(rule.Id, rule.Kind, left, right, off) : null;
    }

    private double? Number(BalanceTerm term, TimePeriod period) =>
        city.Indicators.TryGetOrdinal(term.Indicator, out var ordinal)
        && table.TryGetOwn(ordinal, period, out var slot)
            ? FigureNumbers.Of(city.Indicators[ordinal], slot.Aggregate, term.Part)
            : null;
}
