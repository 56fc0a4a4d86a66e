using Twin.Model;
using Twin.Model.Quality;

namespace Twin.Grains.Quality;

/// <summary>What came of a decision.</summary>
/// <param name="Entry">The held observation after it; <c>null</c> when refused.</param>
/// <param name="Refusal">Why not; <c>null</c> when kept.</param>
[GenerateSerializer, Immutable, Alias("twin.QuarantineAnswer")]
public sealed record QuarantineAnswer(
    [property: Id(0)] QuarantineEntry? Entry, [property: Id(1)] Refusal? Refusal);
