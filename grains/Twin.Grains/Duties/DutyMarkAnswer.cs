using Twin.Model;
using Twin.Model.Duties;

namespace Twin.Grains.Duties;

/// <summary>What came of a decision.</summary>
/// <param name="Occurrence">The report after it; <c>null</c> when refused.</param>
/// <param name="Refusal">Why not; <c>null</c> when kept.</param>
[GenerateSerializer, Immutable, Alias("twin.DutyMarkAnswer")]
public sealed record DutyMarkAnswer(
    [property: Id(0)] DutyOccurrence? Occurrence, [property: Id(1)] Refusal? Refusal);
