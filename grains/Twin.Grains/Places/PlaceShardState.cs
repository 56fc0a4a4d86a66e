using System.Collections.Immutable;
using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>What is kept of a shard of places.</summary>
[GenerateSerializer, Alias("twin.PlaceShardState")]
internal sealed class PlaceShardState
{
    /// <summary>The number of the last change.</summary>
    [Id(0)]
    public long Revision { get; set; }

    /// <summary>The places, also those that are gone.</summary>
    [Id(1)]
    public ImmutableArray<PlaceHistory> Places { get; set; } = [];
}
