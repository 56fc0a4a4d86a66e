using Twin.Model.Quality;

namespace Twin.Grains.Quality;

/// <summary>A decision about a held observation.</summary>
/// <param name="Decision">What is decided, about which, and why.</param>
/// <param name="By">Who decides.</param>
/// <param name="Value">The number that counts instead; for a correction alone.</param>
/// <param name="Denominator">Its denominator.</param>
[GenerateSerializer, Immutable, Alias("twin.QuarantineMessage")]
public sealed record QuarantineMessage(
    [property: Id(0)] QuarantineDecision Decision,
    [property: Id(1)] string By,
    [property: Id(2)] double? Value,
    [property: Id(3)] double? Denominator);
