using System.Collections.Immutable;
using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>What changed in a shard.</summary>
/// <param name="Revision">The revision of the shard now.</param>
/// <param name="Changed">The places that changed, those that are gone among them.</param>
[GenerateSerializer, Immutable, Alias("twin.PlaceShardNews")]
public sealed record PlaceShardNews(
    [property: Id(0)] long Revision, [property: Id(1)] ImmutableArray<PlaceHistory> Changed);
