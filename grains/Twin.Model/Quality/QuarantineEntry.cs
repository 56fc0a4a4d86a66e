using Twin.Model.Observations;
using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>An observation that was held, and what came of it. Read from the log alone. Immutable.</summary>
public sealed record QuarantineEntry
{
    /// <summary>The unit that reported it.</summary>
    public required AdministrativeUnitCode Unit { get; init; }

    /// <summary>The sequence number of the held observation.</summary>
    public required long Sequence { get; init; }

    /// <summary>The observation.</summary>
    public required Observation Observation { get; init; }

    /// <summary>Who reported it.</summary>
    public required string Reporter { get; init; }

    /// <summary>When the log took it in.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What is decided; <c>null</c> while it waits.</summary>
    public QuarantineDecision? Decision { get; init; }

    /// <summary>The sequence number of the decision; 0 while it waits.</summary>
    public long DecisionSequence { get; init; }

    /// <summary>Who decided; empty while it waits.</summary>
    public string DecidedBy { get; init; } = string.Empty;

    /// <summary>When; <c>null</c> while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The number that counts in its place; <c>null</c> when it was not corrected.</summary>
    public double? CorrectedValue { get; init; }

    /// <summary>The denominator of that.</summary>
    public double? CorrectedDenominator { get; init; }

    /// <summary>What it is called: <c>11296~48213</c>.</summary>
    public QuarantineKey Key => new(Unit, Sequence);

    /// <summary>Where it stands.</summary>
    public QuarantineState State => Decision?.Kind switch
    {
        null => QuarantineState.Held,
        QuarantineDecisionKind.Release => QuarantineState.Released,
        QuarantineDecisionKind.Correct => QuarantineState.Corrected,
        _ => QuarantineState.Discarded,
    };
}
