using System.Collections.Immutable;

namespace Twin.Grains.Units;

/// <summary>What became of a report.</summary>
/// <param name="Accepted">How many observations are durable and applied, by this report or an earlier repeat.</param>
/// <param name="LastSequence">The sequence number of the last one written; 0 when none was.</param>
/// <param name="IsRepeat">Whether an earlier report with the same idempotency key had brought them.</param>
/// <param name="Rejected">The observations refused, by their place in the report.</param>
/// <param name="Held">The observations that are durable and count only once somebody has decided.</param>
[GenerateSerializer, Immutable, Alias("twin.ReportAnswer")]
public sealed record ReportAnswer(
    [property: Id(0)] int Accepted,
    [property: Id(1)] long LastSequence,
    [property: Id(2)] bool IsRepeat,
    [property: Id(3)] ImmutableArray<RejectedObservation> Rejected,
    [property: Id(4)] ImmutableArray<HeldObservation> Held);
