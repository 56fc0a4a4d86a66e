using Twin.Model;

namespace Twin.Grains.Units;

/// <summary>One observation that was refused.</summary>
/// <param name="Index">Its place in the report, from 0.</param>
/// <param name="Refusal">Why.</param>
[GenerateSerializer, Immutable, Alias("twin.RejectedObservation")]
public sealed record RejectedObservation([property: Id(0)] int Index, [property: Id(1)] Refusal Refusal);
