using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What came of it.</summary>
/// <param name="Alert">The alert after it; <c>null</c> when refused.</param>
/// <param name="Refusal">Why not; <c>null</c> when done.</param>
[GenerateSerializer, Immutable, Alias("twin.AlertActionAnswer")]
public sealed record AlertActionAnswer([property: Id(0)] Alert? Alert, [property: Id(1)] Refusal? Refusal);
