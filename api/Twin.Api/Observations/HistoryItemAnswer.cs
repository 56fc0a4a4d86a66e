using Twin.Model.Observations;

namespace Twin.Api.Observations;

/// <summary>One observation as the log holds it, whether it stands or was superseded.</summary>
internal sealed record HistoryItemAnswer
{
    /// <summary>The sequence number.</summary>
    public required long Sequence { get; init; }

    /// <summary>The unit's code.</summary>
    public required string Unit { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The SDMX time period.</summary>
    public required string Period { get; init; }

    /// <summary>The part of the total that it is of, such as SIZE_CLASS=15-24; null for the total.</summary>
    public required string? Breakdown { get; init; }

    /// <summary>The numerator or value; null when it takes an earlier one back.</summary>
    public required double? Value { get; init; }

    /// <summary>The denominator or weight; null for a plain value.</summary>
    public required double? Denominator { get; init; }

    /// <summary>The observation status: A, P, E, M or X.</summary>
    public required string Status { get; init; }

    /// <summary>When the value was produced.</summary>
    public required DateTimeOffset ResultTime { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Who sent it.</summary>
    public required string Reporter { get; init; }

    /// <summary>When the log took it in.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether it is the one that stands for its indicator and period, now or at asOf.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>
    /// What the log keeps beside it: trouble in reading, why it is held, what it decides; null for most.
    /// </summary>
    public ObservationNotesAnswer? Notes { get; init; }

    /// <summary>Makes the answer of an observation.</summary>
    public static HistoryItemAnswer Of(LoggedBatch logged, int place, bool isCurrent)
    {
        var observation = logged.Batch.Observations[place];
        var isMissing = observation.Status == ObservationStatus.Missing;
        return new HistoryItemAnswer
        {
            Sequence = logged.FirstSequence + place,
            Unit = logged.Batch.Unit.Value,
            Indicator = observation.Indicator.Value,
            Period = observation.Period.ToString(),
            Breakdown = observation.Breakdown.IsNone ? null : observation.Breakdown.ToString(),
            Value = isMissing ? null : observation.Value,
            Denominator = observation.Denominator,
            Status = StatusText.LetterOf(observation.Status),
            ResultTime = observation.ResultTime,
            Source = observation.Source,
            Reporter = logged.Batch.Reporter,
            RecordedAt = logged.RecordedAt,
            IsCurrent = isCurrent,
            Notes = ObservationNotesAnswer.Of(logged.Batch.Unit, observation.Notes),
        };
    }
}
