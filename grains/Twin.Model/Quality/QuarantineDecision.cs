namespace Twin.Model.Quality;

/// <summary>
/// A decision about a held observation, as the log keeps it beside the observation that it makes. Who decided is the
/// batch's reporter, and when is when it was recorded.
/// </summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Sequence">The sequence number of the held observation.</param>
/// <param name="Comment">Why, in the words of the one who decided.</param>
public sealed record QuarantineDecision(QuarantineDecisionKind Kind, long Sequence, string Comment);
