using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;

namespace Twin.Model.Quality;

/// <summary>
/// Finds what of a report is to be held: against what the unit had, and against the rows of earlier periods in the same
/// report, unless they are held themselves. What there is nothing before is not doubted. Takings-back and demonstration
/// data are never held. For one thread; one unit's grain owns it.
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
        var order = _book.HasHolds ? ByPeriod(observations) : null;
        ImmutableArray<Observation>.Builder? marked = null;
        for (var place = 0; place < observations.Length; place++)
        {
            var i = order is null ? place : order[place];
            ref readonly var observation = ref observations.ItemRef(i);
            var held = _book.HasHolds ? Find(observation, isNoted: order is not null) : null;
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

        _own.Refresh(); // What stood beside is in the log by the next report, or was never taken.
        return marked?.MoveToImmutable() ?? observations;
    }

    /// <summary>
    /// The places of the observations by period; <c>null</c> where all are of one, as most reports are, and none is
    /// before another.
    /// </summary>
    private static int[]? ByPeriod(ImmutableArray<Observation> observations)
    {
        if (observations.IsEmpty || observations.All(one => one.Period == observations[0].Period))
        {
            return null;
        }

        var keys = observations.Select(one => one.Period.Key).ToArray();
        int[] places = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, places);
        return places;
    }

    private QualityFinding? Find(in Observation observation, bool isNoted)
    {
        if (observation.Status is ObservationStatus.Demo
            || !_indicators.TryGetOrdinal(observation.Indicator, out var ordinal))
        {
            return null;
        }

        var rules = _book.Holds(ordinal);
        if (rules.IsEmpty)
        {
            return null;
        }

        if (observation.Status is ObservationStatus.Missing)
        {
            if (isNoted)
            {
                _own.Note(ordinal, observation.Period, observation.Breakdown, null);
            }

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

        if (isNoted)
        {
            _own.Note(ordinal, observation.Period, observation.Breakdown, figure);
        }

        return null;
    }
}
