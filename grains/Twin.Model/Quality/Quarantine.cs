using Twin.Model.Observations;

namespace Twin.Model.Quality;

/// <summary>
/// What of one unit's observations was held, and what came of it, in the order of the log. A second decision about the
/// same one changes nothing. Not thread-safe.
/// </summary>
public sealed class Quarantine
{
    private readonly SortedDictionary<long, QuarantineEntry> _entries = [];

    // The held observation that a counting decision goes back to, by the sequence number of the decision.
    private readonly Dictionary<long, long> _heldOf = [];

    /// <summary>All of them, by sequence number.</summary>
    public IReadOnlyCollection<QuarantineEntry> Entries => _entries.Values;

    /// <summary>How many wait for a decision.</summary>
    public int Waiting { get; private set; }

    /// <summary>One of them; <c>null</c> when no held observation has that number.</summary>
    public QuarantineEntry? Find(long sequence) => _entries.GetValueOrDefault(sequence);

    /// <summary>
    /// The number under which what counts was first recorded: that of the held observation where this one releases or
    /// corrects it, else its own.
    /// </summary>
    public long FirstSequenceOf(long sequence) => _heldOf.GetValueOrDefault(sequence, sequence);

    /// <summary>Takes note of an observation with notes.</summary>
    internal void Take(LoggedBatch logged, int place, ObservationNotes notes)
    {
        var observation = logged.Batch.Observations[place];
        var sequence = logged.FirstSequence + place;
        if (notes.Held is not null)
        {
            Waiting += _entries.TryAdd(sequence, new QuarantineEntry
            {
                Unit = logged.Batch.Unit,
                Sequence = sequence,
                Observation = observation,
                Reporter = logged.Batch.Reporter,
                RecordedAt = logged.RecordedAt,
            }) ? 1 : 0;
        }
        else if (notes.Decision is { } decision && _entries.TryGetValue(decision.Sequence, out var entry)
            && entry.Decision is null)
        {
            var isCorrection = decision.Kind == QuarantineDecisionKind.Correct;
            _entries[decision.Sequence] = entry with
            {
                Decision = decision,
                DecisionSequence = sequence,
                DecidedBy = logged.Batch.Reporter,
                DecidedAt = logged.RecordedAt,
                CorrectedValue = isCorrection ? observation.Value : null,
                CorrectedDenominator = isCorrection ? observation.Denominator : null,
            };
            Waiting--;
            if (notes.Counts)
            {
                _heldOf[sequence] = decision.Sequence;
            }
        }
    }
}
