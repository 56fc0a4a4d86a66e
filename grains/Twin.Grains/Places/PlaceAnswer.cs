using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>What became of a wish to change a place.</summary>
/// <param name="Place">The place now, where it was done; <c>null</c> otherwise.</param>
/// <param name="IsChanged">Whether this changed anything.</param>
/// <param name="Conflict">The revision that stands, where another was expected.</param>
/// <param name="Refusals">Why it cannot be so; with none, no place and no conflict there was nothing to change.</param>
[GenerateSerializer, Immutable, Alias("twin.PlaceAnswer")]
public sealed record PlaceAnswer(
    [property: Id(0)] PlaceHistory? Place,
    [property: Id(1)] bool IsChanged,
    [property: Id(2)] long? Conflict,
    [property: Id(3)] ImmutableArray<Refusal> Refusals);
