using System.Collections.Immutable;
using Twin.Model;

namespace Twin.Grains.Cities;

/// <summary>What became of a change.</summary>
/// <param name="Sequence">The revision that it made; 0 when it was refused.</param>
/// <param name="Refusals">Why it was refused; empty when it was made.</param>
[GenerateSerializer, Immutable, Alias("twin.CityChangeAnswer")]
public sealed record CityChangeAnswer(
    [property: Id(0)] long Sequence, [property: Id(1)] ImmutableArray<Refusal> Refusals);
