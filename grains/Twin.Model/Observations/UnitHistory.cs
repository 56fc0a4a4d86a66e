using System.Runtime.InteropServices;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Observations;

/// <summary>
/// What one unit has reported, in the order of the log. The observation with the latest result time stands; of two with
/// the same, the one recorded later. What no longer stands is kept for <see cref="AsOf"/>. Not thread-safe.
/// </summary>
/// <param name="table">Where the standing observations contribute to the unit's figures.</param>
/// <param name="indicators">The catalogue; observations of indicators not in it are passed over and counted.</param>
public sealed class UnitHistory(RollupTable table, IndicatorCatalog indicators)
{
    private readonly Dictionary<(int Indicator, int Period), List<AggregateSlot>> _superseded = [];
    private readonly List<(long FirstSequence, long RecordedAt)> _recorded = [];

    /// <summary>The last sequence number taken in; 0 before any.</summary>
    public long LastSequence { get; private set; }

    /// <summary>How many observations were of an indicator that the catalogue does not have.</summary>
    public long UnknownCount { get; private set; }

    /// <summary>Takes in a batch; one that was taken in before changes nothing.</summary>
    public void Apply(LoggedBatch logged)
    {
        if (logged.LastSequence <= LastSequence)
        {
            return;
        }

        _recorded.Add((logged.FirstSequence, logged.RecordedAt.ToUnixTimeMilliseconds()));
        var observations = logged.Batch.Observations.AsSpan();
        for (var i = 0; i < observations.Length; i++)
        {
            if (indicators.TryGetOrdinal(observations[i].Indicator, out var indicator))
            {
                Apply(indicator, observations[i], logged.FirstSequence + i);
            }
            else
            {
                UnknownCount++;
            }
        }

        LastSequence = logged.LastSequence;
    }

    /// <summary>What stood at an instant, by what had been recorded until then; <c>null</c> when nothing had.</summary>
    public Aggregate? AsOf(int indicator, TimePeriod period, DateTimeOffset asOf)
    {
        var limit = asOf.ToUnixTimeMilliseconds();
        AggregateSlot? best = null;
        if (table.TryGetOwn(indicator, period, out var current) && RecordedAt(current.Version) <= limit)
        {
            best = current;
        }
        else if (_superseded.TryGetValue((indicator, period.Key), out var versions))
        {
            foreach (var version in versions)
            {
                if (RecordedAt(version.Version) <= limit && (best is not { } held || Stands(version, held)))
                {
                    best = version;
                }
            }
        }

        return best?.Aggregate;
    }

    private static bool Stands(in AggregateSlot candidate, in AggregateSlot held)
    {
        var later = candidate.Aggregate.OldestUnixMilliseconds.CompareTo(held.Aggregate.OldestUnixMilliseconds);
        return later > 0 || (later == 0 && candidate.Version > held.Version);
    }

    private void Apply(int indicator, in Observation observation, long sequence)
    {
        var contribution = new AggregateSlot(
            Aggregation.OfObservation(indicators[indicator].Aggregation, observation), sequence);
        if (!table.TryGetOwn(indicator, observation.Period, out var held))
        {
            table.SetOwn(indicator, observation.Period, contribution.Aggregate, sequence);
            return;
        }

        ref var versions = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _superseded, (indicator, observation.Period.Key), out _);
        versions ??= [];
        if (Stands(contribution, held))
        {
            versions.Add(held);
            table.SetOwn(indicator, observation.Period, contribution.Aggregate, sequence);
        }
        else
        {
            versions.Add(contribution);
        }
    }

    private long RecordedAt(long sequence)
    {
        var low = 0;
        var high = _recorded.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_recorded[middle].FirstSequence <= sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return _recorded[low - 1].RecordedAt;
    }
}
