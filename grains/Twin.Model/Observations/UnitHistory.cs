using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Observations;

/// <summary>
/// What one unit has reported, in the order of the log. The observation with the latest result time stands; of two with
/// the same, the one recorded later. What no longer stands is kept for <see cref="CopyTo"/>. Not thread-safe.
/// </summary>
/// <param name="table">Where the standing observations contribute to the unit's figures.</param>
/// <param name="indicators">
/// The catalogue; observations of indicators that are not in it, or are derived from others by now, are passed over and
/// counted.
/// </param>
public sealed class UnitHistory(RollupTable table, IndicatorCatalog indicators)
{
    private readonly Dictionary<(int Indicator, int Period, Breakdown Breakdown), List<AggregateSlot>> _superseded = [];

    // Only of what is reported in parts: all else stands in the table and nowhere else.
    private readonly Dictionary<(int Indicator, TimePeriod Period), PartedFigure> _parted = [];
    private readonly HashSet<(int Indicator, TimePeriod Period)> _partsChanged = [];
    private readonly List<(long FirstSequence, long RecordedAt, string Reporter)> _recorded = [];

    // Notes of observations that count; most have none.
    private readonly Dictionary<long, ObservationNotes> _notes = [];

    /// <summary>The last sequence number taken in; 0 before any.</summary>
    public long LastSequence { get; private set; }

    /// <summary>How many observations were of an indicator that the catalogue does not have, or derives.</summary>
    public long UnknownCount { get; private set; }

    /// <summary>What was held, and what came of it.</summary>
    public Quarantine Quarantine { get; } = new();

    /// <summary>Takes in a batch; one that was taken in before changes nothing.</summary>
    public void Apply(LoggedBatch logged)
    {
        if (logged.LastSequence <= LastSequence)
        {
            return;
        }

        _recorded.Add((
            logged.FirstSequence, logged.RecordedAt.ToUnixTimeMilliseconds(), logged.Batch.Reporter));
        var observations = logged.Batch.Observations.AsSpan();
        for (var i = 0; i < observations.Length; i++)
        {
            if (observations[i].Notes is { } notes && !Counts(logged, i, notes))
            {
                continue;
            }

            if (indicators.TryGetOrdinal(observations[i].Indicator, out var indicator)
                && indicators[indicator].Derivation is null)
            {
                Apply(indicator, observations[i], logged.FirstSequence + i);
            }
            else
            {
                UnknownCount++;
            }
        }

        // Once for all that the batch brought: the parts of one figure mostly come together.
        foreach (var changed in _partsChanged)
        {
            SetOwn(table, changed.Indicator, changed.Period, _parted[changed]);
        }

        _partsChanged.Clear();
        LastSequence = logged.LastSequence;
    }

    /// <summary>What stands of the total or a part, when it was ever reported itself.</summary>
    public bool TryGetStanding(int indicator, TimePeriod period, Breakdown breakdown, out AggregateSlot standing)
    {
        if (_parted.Count > 0 && _parted.TryGetValue((indicator, period), out var parted))
        {
            return parted.TryGet(breakdown, out standing);
        }

        standing = default;
        return breakdown.IsNone && table.TryGetOwn(indicator, period, out standing);
    }

    /// <summary>
    /// The unit's own figure, when there is one, and the observation that it comes from: of a total that is made of
    /// parts, the last of those.
    /// </summary>
    public bool TryGetFigure(int indicator, TimePeriod period, out AggregateSlot figure, out long sequence)
    {
        sequence = 0;
        if (!table.TryGetOwn(indicator, period, out figure) || figure.Aggregate.Reported == 0)
        {
            return false;
        }

        sequence = figure.Version;
        if (_parted.TryGetValue((indicator, period), out var parted))
        {
            sequence = 0;
            foreach (var breakdown in parted.Reported)
            {
                sequence = parted.TryGet(breakdown, out var part) ? Math.Max(sequence, part.Version) : sequence;
            }
        }

        return true;
    }

    /// <summary>Every part that was ever reported itself, in no order.</summary>
    public IEnumerable<(int Indicator, TimePeriod Period, Breakdown Breakdown)> Parts() =>
        _parted.SelectMany(pair => pair.Value.Reported.Where(breakdown => !breakdown.IsNone)
            .Select(breakdown => (pair.Key.Indicator, pair.Key.Period, breakdown)));

    /// <summary>How often the very numbers that stand had been sent before, for the same period and part.</summary>
    public int CountResent(int indicator, TimePeriod period, Breakdown breakdown)
    {
        if (!TryGetStanding(indicator, period, breakdown, out var standing)
            || !_superseded.TryGetValue((indicator, period.Key, breakdown), out var versions))
        {
            return 0;
        }

        var stands = standing.Aggregate with { OldestUnixMilliseconds = 0 };
        return versions.Count(one => one.Aggregate with { OldestUnixMilliseconds = 0 } == stands);
    }

    /// <summary>The notes of an observation that counts; <c>null</c> for most.</summary>
    public ObservationNotes? NotesOf(long sequence) => _notes.GetValueOrDefault(sequence);

    /// <summary>Who reported an observation.</summary>
    public string ReporterOf(long sequence) => _recorded[BatchOf(sequence)].Reporter;

    /// <summary>
    /// Puts into another table what this unit contributed to an indicator and period as known at an instant.
    /// </summary>
    public void CopyTo(RollupTable other, int indicator, TimePeriod period, DateTimeOffset asOf)
    {
        var limit = asOf.ToUnixTimeMilliseconds();
        if (_parted.TryGetValue((indicator, period), out var parted))
        {
            var then = NewParted(indicator);
            foreach (var breakdown in parted.Reported)
            {
                if (parted.TryGet(breakdown, out var current)
                    && StandingAt(current, (indicator, period.Key, breakdown), limit) is { } slot)
                {
                    then.Set(breakdown, slot);
                }
            }

            SetOwn(other, indicator, period, then);
        }
        else if (table.TryGetOwn(indicator, period, out var current)
            && StandingAt(current, (indicator, period.Key, Breakdown.None), limit) is { } slot)
        {
            other.SetOwn(indicator, period, slot.Aggregate, slot.Version);
        }
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
        if (_parted.TryGetValue((indicator, period), out var parted) && current.Aggregate.Reported > 0)
        {
            // Each part is a receipt of its own; a part that was taken back is none, and does not take back the rest.
            foreach (var breakdown in parted.Reported)
            {
                if (parted.TryGet(breakdown, out var part) && part.Aggregate.Reported > 0)
                {
                    AddVersions(ref receipt, part, (indicator, period.Key, breakdown));
                }
            }
        }
        else
        {
            AddVersions(ref receipt, current, (indicator, period.Key, Breakdown.None));
        }

        return receipt.ToReceipt();
    }

    private void AddVersions(
        ref ReceiptCount receipt, in AggregateSlot current, (int Indicator, int Period, Breakdown Breakdown) key)
    {
        AddVersion(ref receipt, current);
        foreach (var version in _superseded.GetValueOrDefault(key) ?? [])
        {
            AddVersion(ref receipt, version);
        }
    }

    /// <summary>What was held and counts now had come when it first came; but nobody knew before it counted.</summary>
    private void AddVersion(ref ReceiptCount receipt, in AggregateSlot version)
    {
        var first = Quarantine.FirstSequenceOf(version.Version);
        receipt.Add(
            version, first == version.Version ? ReceivedAt(version) : RecordedAt(first), ReceivedAt(version));
    }

    /// <summary>Keeps notes, and says whether the observation takes part in figures.</summary>
    private bool Counts(LoggedBatch logged, int place, ObservationNotes notes)
    {
        if (notes.Held is not null || notes.Decision is not null)
        {
            Quarantine.Take(logged, place, notes);
        }

        if (notes.Counts)
        {
            _notes[logged.FirstSequence + place] = notes;
        }

        return notes.Counts;
    }

    private static bool Stands(in AggregateSlot candidate, in AggregateSlot held)
    {
        var later = candidate.Aggregate.OldestUnixMilliseconds.CompareTo(held.Aggregate.OldestUnixMilliseconds);
        return later > 0 || (later == 0 && candidate.Version > held.Version);
    }

    private static void SetOwn(RollupTable table, int indicator, TimePeriod period, PartedFigure parted)
    {
        foreach (var (breakdown, (slot, contents)) in parted.Figures())
        {
            table.SetOwn(indicator, period, slot.Aggregate, slot.Version, breakdown, contents);
        }
    }

    private PartedFigure NewParted(int indicator) => new(indicators[indicator]);

    private void Apply(int indicator, in Observation observation, long sequence)
    {
        var contribution = new AggregateSlot(
            Aggregation.OfObservation(indicators[indicator], observation), sequence);
        if (FindParted(indicator, observation) is { } parted)
        {
            var isFirst = !parted.TryGet(observation.Breakdown, out var standing);
            if (isFirst || Supersede(indicator, observation, contribution, standing))
            {
                parted.Set(observation.Breakdown, contribution);
                _partsChanged.Add((indicator, observation.Period));
            }
        }
        else if (!table.TryGetOwn(indicator, observation.Period, out var held)
            || Supersede(indicator, observation, contribution, held))
        {
            table.SetOwn(indicator, observation.Period, contribution.Aggregate, sequence);
        }
    }

    /// <summary>
    /// What is reported in parts, when this observation is of a part or others of its figure have been.
    /// </summary>
    private PartedFigure? FindParted(int indicator, in Observation observation)
    {
        if (observation.Breakdown.IsNone)
        {
            return _parted.Count == 0 ? null : _parted.GetValueOrDefault((indicator, observation.Period));
        }

        ref var parted = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _parted, (indicator, observation.Period), out _);
        if (parted is null)
        {
            parted = NewParted(indicator);
            if (table.TryGetOwn(indicator, observation.Period, out var total))
            {
                parted.Set(Breakdown.None, total);
            }
        }

        return parted;
    }

    /// <summary>Keeps whichever of two does not stand, and says whether it is the one that stood.</summary>
    private bool Supersede(int indicator, in Observation observation, in AggregateSlot candidate, in AggregateSlot held)
    {
        ref var versions = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _superseded, (indicator, observation.Period.Key, observation.Breakdown), out _);
        var stands = Stands(candidate, held);
        (versions ??= []).Add(stands ? held : candidate);
        return stands;
    }

    /// <summary>What stood when nothing recorded after the limit was known; <c>null</c> when nothing was.</summary>
    private AggregateSlot? StandingAt(
        in AggregateSlot current, (int Indicator, int Period, Breakdown Breakdown) key, long limit)
    {
        if (RecordedAt(current.Version) <= limit)
        {
            return current;
        }

        AggregateSlot? best = null;
        foreach (var version in _superseded.GetValueOrDefault(key) ?? [])
        {
            if (RecordedAt(version.Version) <= limit && (best is not { } held || Stands(version, held)))
            {
                best = version;
            }
        }

        return best;
    }

    /// <summary>
    /// When the log took it in; demonstration data, made all at once, count as come when they say they were produced.
    /// </summary>
    private long ReceivedAt(in AggregateSlot version) =>
        version.Aggregate.Demo > 0 ? version.Aggregate.OldestUnixMilliseconds : RecordedAt(version.Version);

    private long RecordedAt(long sequence) => _recorded[BatchOf(sequence)].RecordedAt;

    private int BatchOf(long sequence)
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

        return low - 1;
    }

    /// <summary>Finds the first and the last of what came within a span of time, and what of all stands.</summary>
    private struct ReceiptCount(long after, long until)
    {
        private AggregateSlot? _standing;
        private int _count;
        private long _first;
        private long _last;

        public void Add(in AggregateSlot version, long receivedAt, long knownAt)
        {
            if (knownAt > until)
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
