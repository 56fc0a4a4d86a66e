using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>
/// The figures of every unit worked out from the observations alone, in one go, without grains, messages or versions:
/// what the live roll-up must equal, bit for bit.
/// </summary>
/// <param name="tree">The tree of units.</param>
/// <param name="indicators">The catalogue.</param>
public sealed class BatchRecompute(AdministrativeTree tree, IndicatorCatalog indicators)
{
    private readonly Dictionary<(string Unit, string Indicator, int Period), (Observation Observation, long Sequence)>
        _totals = [];

    private readonly Dictionary<
        (string Unit, string Indicator, int Period), Dictionary<Breakdown, (Observation Observation, long Sequence)>>
        _parts = [];

    /// <summary>Takes in a batch of the log; the order of calls does not matter.</summary>
    public void Add(LoggedBatch logged)
    {
        for (var i = 0; i < logged.Batch.Observations.Length; i++)
        {
            var observation = logged.Batch.Observations[i];
            if (!observation.Counts)
            {
                continue;
            }

            var key = (logged.Batch.Unit.Value, observation.Indicator.Value, observation.Period.Key);
            var sequence = logged.FirstSequence + i;
            if (observation.Breakdown.IsNone)
            {
                Stand(ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, key, out _), observation, sequence);
            }
            else
            {
                ref var parts = ref CollectionsMarshal.GetValueRefOrAddDefault(_parts, key, out _);
                parts ??= [];
                Stand(
                    ref CollectionsMarshal.GetValueRefOrAddDefault(parts, observation.Breakdown, out _),
                    observation,
                    sequence);
            }
        }
    }

    /// <summary>The figure of a unit, or of a part of it; <see cref="Aggregate.None"/> where nobody reported.</summary>
    public Aggregate Compute(
        AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown = default) =>
        Compute(tree.On(period.End), unit, indicator, period, breakdown);

    /// <summary>The indicators and periods for which anybody reported, in total and by each part.</summary>
    public IEnumerable<(Indicator Indicator, TimePeriod Period, Breakdown Breakdown)> Cells()
    {
        var parts = _parts.SelectMany(figure => figure.Value.Values).SelectMany(
            part => part.Observation.Breakdown.SelfAndCoarser().Select(
                breakdown => (part.Observation.Indicator, part.Observation.Period, Breakdown: breakdown)));
        return _totals.Values.Select(v => (v.Observation.Indicator, v.Observation.Period, Breakdown: Breakdown.None))
            .Concat(parts).Distinct()
            .Where(cell => indicators.TryGet(cell.Indicator, out var indicator) && indicator.Derivation is null)
            .Select(cell => (indicators.Items.First(i => i.Code == cell.Indicator), cell.Period, cell.Breakdown));
    }

    // Result times count in whole milliseconds; of two within one, the later in the log stands.
    private static long Milliseconds(in Observation observation) => observation.ResultTime.ToUnixTimeMilliseconds();

    private static void Stand(
        ref (Observation Observation, long Sequence) held, in Observation observation, long sequence)
    {
        if (held.Sequence == 0
            || (Milliseconds(observation), sequence).CompareTo((Milliseconds(held.Observation), held.Sequence)) > 0)
        {
            held = (observation, sequence);
        }
    }

    private Aggregate Compute(
        TreeOfDate onDate, AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown)
    {
        if (indicator.AggregationOf(breakdown).CarriesContents())
        {
            return OfAll(onDate, unit, indicator, period, breakdown);
        }

        var parts = new List<AggregateSlot> { new(OwnOf(unit, indicator, period, breakdown), 1) };
        foreach (var child in onDate.ChildrenOf(unit))
        {
            parts.Add(new AggregateSlot(Compute(onDate, child.Code, indicator, period, breakdown), 1));
        }

        return Aggregation.Combine(indicator.AggregationOf(breakdown), parts.ToArray());
    }

    /// <summary>What is told by all values, or all members, at once: no unit between combines anything.</summary>
    private Aggregate OfAll(
        TreeOfDate onDate, AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown)
    {
        var units = onDate.SelfAndBelow(unit).Select(one => one.Code).ToArray();
        var own = units.Select(one => new AggregateSlot(OwnOf(one, indicator, period, breakdown), 1))
            .Where(slot => slot.Aggregate.Reported > 0).ToArray();
        if (own.Length == 0)
        {
            return Aggregate.None;
        }

        var coverage = Aggregation.Combine(AggregationKind.Sum, own);
        if (indicator.Aggregation.IsOrderStatistic())
        {
            double[] values = [.. own.Select(slot => slot.Aggregate.Numerator).Order()];
            return coverage with
            {
                Numerator = OrderStatistics.Percentile(values, ContentsAggregation.PercentOf(indicator)),
                Denominator = 0,
            };
        }

        var members = units.SelectMany(one => MembersOf(one, indicator, period, breakdown))
            .ToLookup(one => one.Member, one => one.IsPresent, StringComparer.Ordinal);
        return coverage with
        {
            Numerator = members.Count(member => member.Contains(true)),
            Denominator = members.Count,
        };
    }

    /// <summary>The members of the catalogue that a unit names, and whether it has each.</summary>
    private IEnumerable<(string Member, bool IsPresent)> MembersOf(
        AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown)
    {
        var catalogue = indicator.Catalogue!; // Distinct kinds have one.
        return FinerOf(unit, indicator, period, breakdown, catalogue)
            .Select(part => (Member: part.MemberOf(catalogue)!, Own: OwnOf(unit, indicator, period, part)))
            .Where(part => part.Own.Reported > 0)
            .Select(part => (part.Member, part.Own.Numerator > 0));
    }

    /// <summary>The parts that name a member of one dimension more.</summary>
    private IEnumerable<Breakdown> FinerOf(
        AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown, string dimension) =>
        (_parts.GetValueOrDefault((unit.Value, indicator.Code.Value, period.Key))?.Keys
            ?? Enumerable.Empty<Breakdown>())
        .SelectMany(part => part.SelfAndCoarser())
        .Where(part => part.MemberOf(dimension) is not null && part.Without(dimension) == breakdown)
        .Distinct().Order();

    /// <summary>What the unit says itself: what it reported, or else what the finer parts make.</summary>
    private Aggregate OwnOf(
        AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown)
    {
        var key = (unit.Value, indicator.Code.Value, period.Key);
        var parts = _parts.GetValueOrDefault(key);
        var reported = breakdown.IsNone ? _totals.GetValueOrDefault(key)
            : parts?.GetValueOrDefault(breakdown) ?? default;
        if (reported.Sequence > 0
            && Aggregation.OfObservation(indicator, reported.Observation) is { Reported: > 0 } own)
        {
            return own;
        }

        // Of a catalogue, parts along it alone make the total: others would leave the member open.
        var isDistinct = indicator.AggregationOf(breakdown).IsDistinct();
        foreach (var dimension in indicator.Dimensions
            .Where(one => breakdown.MemberOf(one) is null)
            .Where(one => !isDistinct || string.Equals(one, indicator.Catalogue, StringComparison.Ordinal)))
        {
            var finer = FinerOf(unit, indicator, period, breakdown, dimension)
                .Select(part => new AggregateSlot(OwnOf(unit, indicator, period, part), 1));
            if (Aggregation.CombineParts(indicator, breakdown, finer.ToArray()) is { Reported: > 0 } made)
            {
                return made;
            }
        }

        return Aggregate.None;
    }
}
