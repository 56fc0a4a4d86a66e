using System.Collections.Immutable;

namespace Twin.Api.Ogc;

/// <summary>The collections, in the order in which they were registered. Safe for any number of threads.</summary>
internal sealed class FeatureCollections(IEnumerable<IFeatureCollection> collections)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<IFeatureCollection> All { get; } = [.. collections];
}
