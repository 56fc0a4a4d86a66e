using System.Collections.Immutable;
using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>Many places for one shard.</summary>
/// <param name="Replacement">The places of this shard, and what to do with the others.</param>
/// <param name="Indexes">The number of each among all that came.</param>
[GenerateSerializer, Immutable, Alias("twin.PlacesMessage")]
public sealed record PlacesMessage(
    [property: Id(0)] PlaceReplacement Replacement, [property: Id(1)] ImmutableArray<int> Indexes);
