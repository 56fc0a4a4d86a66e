using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;

namespace Twin.Model.Quality;

/// <summary>
/// Finds what of a report is to be held. What there is no history for is not doubted: a first report and the first load
/// of years pass. Takings-back and demonstration data are never held. For one thread; one unit's grain owns it.
/// </summary>
public sealed class HoldRules
{
    private readonly IndicatorCatalog _indicators;
    private readonly QualityBook _book;
    private readonly OwnHistory _own;
    private readonly DoubtRules _rules;

    /// <summary>Takes the rules of a city for one unit.</summary>
    public HoldRules(CityDefinition city, UnitHistory history, RollupTable table)
    {
        _indicators = city.Indicators;
        _book = QualityBook.Of(city);
        _own = new OwnHistory(history, table);
        _rules = new DoubtRules(_own);
    }

    /// <summary>
    /// The same observations, each that is to be held with the reason beside it; where none is, the very same array.
    /// What somebody claims of holding and deciding on the way here is left out.
    /// </summary>
    public ImmutableArray<Observation> Mark(ImmutableArray<Observation> observations)
    {
        _own.Refresh();
        ImmutableArray<Observation>.Builder? marked = null;
        for (var i = 0; i < observations.Length; i++)
        {
            ref readonly var observation = ref observations.ItemRef(i);
            var held = _book.HasHolds ? Find(observation) : null;
            var isClaimed = observation.Notes is { Held: not null } or { Decision: not null };
            if (held is null && !isClaimed)
            {
                continue;
            }

            marked ??= observations.ToBuilder();
            var notes = observation.Notes?.AsReported();
            marked[i] = observation with
            {
                Notes = held is null ? notes : (notes ?? new ObservationNotes()) with { Held = held },
            };
        }

        return marked?.MoveToImmutable() ?? observations;
    }

    private QualityFinding? Find(in Observation observation)
    {
        if (observation.Status is ObservationStatus.Missing or ObservationStatus.Demo
            || !_indicators.TryGetOrdinal(observation.Indicator, out var ordinal))
        {
            return null;
        }

        var rules = _book.Holds(ordinal);
        if (rules.IsEmpty)
        {
            return null;
        }

        var indicator = _indicators[ordinal];
        var figure = Aggregation.OfObservation(indicator.Aggregation, observation);
        foreach (var rule in rules)
        {
            if (rule.IsValidOn(observation.Period.End)
                && _rules.Find(rule, indicator, ordinal, observation.Period, observation.Breakdown, figure) is { } held)
            {
                return held;
            }
        }

        return null;
    }
}
