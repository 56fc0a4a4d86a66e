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
            .Where(cell => indicators.TryGet(cell.Indicator, out _))
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
        var parts = new List<AggregateSlot> { new(OwnOf(unit, indicator, period, breakdown), 1) };
        foreach (var child in onDate.ChildrenOf(unit))
        {
            parts.Add(new AggregateSlot(Compute(onDate, child.Code, indicator, period, breakdown), 1));
        }

        return Aggregation.Combine(indicator.Aggregation, parts.ToArray());
    }

    /// <summary>What the unit says itself: what it reported, or else what the finer parts make.</summary>
    private Aggregate OwnOf(
        AdministrativeUnitCode unit, Indicator indicator, TimePeriod period, Breakdown breakdown)
    {
        var key = (unit.Value, indicator.Code.Value, period.Key);
        var parts = _parts.GetValueOrDefault(key);
        var reported = breakdown.IsNone ? _totals.GetValueOrDefault(key)
            : parts?.GetValueOrDefault(breakdown) ?? default;
        if (reported.Sequence > 0
            && Aggregation.OfObservation(indicator.Aggregation, reported.Observation) is { Reported: > 0 } own)
        {
            return own;
        }

        foreach (var dimension in indicator.Dimensions.Where(one => breakdown.MemberOf(one) is null))
        {
            var finer = (parts?.Keys ?? Enumerable.Empty<Breakdown>())
                .SelectMany(part => part.SelfAndCoarser())
                .Where(part => part.MemberOf(dimension) is not null && part.Without(dimension) == breakdown)
                .Distinct().Order()
                .Select(part => new AggregateSlot(OwnOf(unit, indicator, period, part), 1));
            if (Aggregation.CombineParts(indicator.Aggregation, finer.ToArray()) is { Reported: > 0 } made)
            {
                return made;
            }
        }

        return Aggregate.None;
    }
}
