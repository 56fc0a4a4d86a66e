using System.Runtime.InteropServices;
using Twin.Model.Duties;
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

    /// <summary>
    /// When a figure first came, and when it was last changed, as known at an instant. What came no later than
    /// <paramref name="after"/> does not count, and nothing does while a withdrawal stands.
    /// </summary>
    public DutyReceipt ReceiptOf(int indicator, TimePeriod period, DateTimeOffset? after, DateTimeOffset asOf)
    {
        if (!table.TryGetOwn(indicator, period, out var current))
        {
            return default;
        }

        var receipt = new ReceiptCount(
            after?.ToUnixTimeMilliseconds() ?? long.MinValue, asOf.ToUnixTimeMilliseconds());
        receipt.Add(current, ReceivedAt(current));
        if (_superseded.TryGetValue((indicator, period.Key), out var versions))
        {
            foreach (var version in versions)
            {
                receipt.Add(version, ReceivedAt(version));
            }
        }

        return receipt.ToReceipt();
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

    /// <summary>
    /// When the log took it in; demonstration data, made all at once, count as come when they say they were produced.
    /// </summary>
    private long ReceivedAt(in AggregateSlot version) =>
        version.Aggregate.Demo > 0 ? version.Aggregate.OldestUnixMilliseconds : RecordedAt(version.Version);

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

    /// <summary>Finds the first and the last of what came within a span of time, and what of all stands.</summary>
    private struct ReceiptCount(long after, long until)
    {
        private AggregateSlot? _standing;
        private int _count;
        private long _first;
        private long _last;

        public void Add(in AggregateSlot version, long receivedAt)
        {
            if (receivedAt > until)
            {
                return;
            }

            _standing = _standing is { } held && !Stands(version, held) ? held : version;
            if (receivedAt > after && version.Aggregate.Reported > 0)
            {
                _first = _count == 0 ? receivedAt : Math.Min(_first, receivedAt);
                _last = _count == 0 ? receivedAt : Math.Max(_last, receivedAt);
                _count++;
            }
        }

        public readonly DutyReceipt ToReceipt() => _count > 0 && _standing is { Aggregate.Reported: > 0 }
            ? new DutyReceipt(
                DateTimeOffset.FromUnixTimeMilliseconds(_first),
                _count > 1 ? DateTimeOffset.FromUnixTimeMilliseconds(_last) : null)
            : default;
    }
}
