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
        _standing = [];

    /// <summary>Takes in a batch of the log; the order of calls does not matter.</summary>
    public void Add(LoggedBatch logged)
    {
        for (var i = 0; i < logged.Batch.Observations.Length; i++)
        {
            var observation = logged.Batch.Observations[i];
            var key = (logged.Batch.Unit.Value, observation.Indicator.Value, observation.Period.Key);
            var sequence = logged.FirstSequence + i;
            if (!_standing.TryGetValue(key, out var held)
                || (Milliseconds(observation), sequence).CompareTo((Milliseconds(held.Observation), held.Sequence)) > 0)
            {
                _standing[key] = (observation, sequence);
            }
        }
    }

    /// <summary>The figure of a unit; <see cref="Aggregate.None"/> where nobody reported.</summary>
    public Aggregate Compute(AdministrativeUnitCode unit, Indicator indicator, TimePeriod period) =>
        Compute(tree.On(period.End), unit, indicator, period);

    /// <summary>The indicators and periods for which anybody reported.</summary>
    public IEnumerable<(Indicator Indicator, TimePeriod Period)> Cells() =>
        _standing.Values.Select(v => (v.Observation.Indicator, v.Observation.Period)).Distinct()
            .Where(cell => indicators.TryGet(cell.Indicator, out _))
            .Select(cell => (indicators.Items.First(i => i.Code == cell.Indicator), cell.Period));

    // Result times count in whole milliseconds; of two within one, the later in the log stands.
    private static long Milliseconds(in Observation observation) => observation.ResultTime.ToUnixTimeMilliseconds();

    private Aggregate Compute(
        TreeOfDate onDate, AdministrativeUnitCode unit, Indicator indicator, TimePeriod period)
    {
        var parts = new List<AggregateSlot>();
        if (_standing.TryGetValue((unit.Value, indicator.Code.Value, period.Key), out var own))
        {
            parts.Add(new AggregateSlot(Aggregation.OfObservation(indicator.Aggregation, own.Observation), 1));
        }

        foreach (var child in onDate.ChildrenOf(unit))
        {
            parts.Add(new AggregateSlot(Compute(onDate, child.Code, indicator, period), 1));
        }

        return Aggregation.Combine(indicator.Aggregation, parts.ToArray());
    }
}
