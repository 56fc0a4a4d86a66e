using Twin.Model.Quality;

namespace Twin.Api.Quality;

/// <summary>What was decided about a held observation.</summary>
/// <param name="Kind">Release, correct or discard.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="Comment">Why.</param>
/// <param name="Sequence">The sequence number of the decision in the log. For minSequence.</param>
/// <param name="Value">The number that counts in its place; null when it was not corrected.</param>
/// <param name="Denominator">Its denominator.</param>
internal sealed record HeldDecisionAnswer(
    QuarantineDecisionKind Kind,
    string By,
    DateTimeOffset At,
    string Comment,
    long Sequence,
    double? Value,
    double? Denominator)
{
    /// <summary>Makes the answer; null while it waits.</summary>
    public static HeldDecisionAnswer? Of(QuarantineEntry entry) =>
        entry is { Decision: { } decision, DecidedAt: { } at }
            ? new HeldDecisionAnswer(
                decision.Kind,
                entry.DecidedBy,
                at,
                decision.Comment,
                entry.DecisionSequence,
                entry.CorrectedValue,
                entry.CorrectedDenominator)
            : null;
}
