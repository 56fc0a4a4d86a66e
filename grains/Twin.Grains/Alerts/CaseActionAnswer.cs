using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What came of it.</summary>
/// <param name="Case">The case after it; <c>null</c> when refused.</param>
/// <param name="Refusal">Why not; <c>null</c> when done.</param>
[GenerateSerializer, Immutable, Alias("twin.CaseActionAnswer")]
public sealed record CaseActionAnswer([property: Id(0)] CaseFile? Case, [property: Id(1)] Refusal? Refusal);
