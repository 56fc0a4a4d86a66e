using Twin.Model.Observations;

namespace Twin.Api.Explanations;

/// <summary>What a unit reported for one figure, in the order of the log: what stands, and what it replaced.</summary>
internal sealed class ReportTrail
{
    /// <summary>The most versions that are kept, the latest ones and the one that stands.</summary>
    public const int MaxVersions = 50;

    /// <summary>Of a figure that nobody reports.</summary>
    public static readonly ReportTrail Empty = new();

    private readonly Queue<ReportVersion> _latest = new();

    private ReportTrail()
    {
    }

    /// <summary>What stands; <c>null</c> when nothing was reported.</summary>
    public ReportVersion? Standing { get; private set; }

    /// <summary>How many versions there are.</summary>
    public long Count { get; private set; }

    /// <summary>The latest versions, newest first; the one that stands is always among them.</summary>
    public IReadOnlyList<ReportVersion> Versions => Standing is { } standing && !_latest.Contains(standing)
        ? [.. _latest.Reverse(), standing]
        : [.. _latest.Reverse()];

    /// <summary>Whether what stands is a value, and does not take one back.</summary>
    public bool HasValue => Standing is { Observation.Status: not ObservationStatus.Missing };

    /// <summary>Reads what was known of a figure at its instant.</summary>
    public static async Task<ReportTrail> ReadAsync(
        IObservationLog log, FigureQuestion question, CancellationToken cancellationToken)
    {
        var trail = new ReportTrail();
        await foreach (var logged in log.ReadUnitAsync(question.Unit, cancellationToken))
        {
            if (logged.RecordedAt > question.AsOf)
            {
                break; // Recorded times never go back along the log.
            }

            for (var place = 0; place < logged.Batch.Observations.Length; place++)
            {
                var observation = logged.Batch.Observations[place];
                if (observation.Indicator == question.Indicator
                    && observation.Period == question.Period
                    && observation.Breakdown == question.Breakdown)
                {
                    trail.Add(logged, place);
                }
            }
        }

        return trail;
    }

    private void Add(LoggedBatch logged, int place)
    {
        Count++;
        var observation = logged.Batch.Observations[place];
        // Result times are whole milliseconds; of two with the same the later in the log stands.
        var stands = observation.Counts
            && (Standing is null || observation.ResultTime >= Standing.Observation.ResultTime);
        var version = new ReportVersion(logged, place, stands ? Standing?.Sequence : null, stands);
        if (stands)
        {
            Standing = version;
        }

        _latest.Enqueue(version);
        if (_latest.Count > MaxVersions)
        {
            _latest.Dequeue();
        }
    }
}
