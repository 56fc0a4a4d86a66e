using System.Collections.Immutable;

namespace Twin.Api.Ogc;

/// <summary>
/// The collections that can be had as tiles, in the order in which they were registered. Safe for any number of
/// threads.
/// </summary>
internal sealed class TileCollections(IEnumerable<ITileCollection> collections)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<ITileCollection> All { get; } = [.. collections];
}
