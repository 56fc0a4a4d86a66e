using System.Collections.Immutable;

namespace Twin.Grains.Vessels;

/// <summary>What is kept of feeds.</summary>
[GenerateSerializer, Alias("twin.FeedDirectoryState")]
internal sealed class FeedDirectoryState
{
    /// <summary>The feeds, by code.</summary>
    [Id(0)]
    public ImmutableArray<string> Feeds { get; set; } = [];
}
