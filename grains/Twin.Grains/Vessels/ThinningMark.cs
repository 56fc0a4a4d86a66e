namespace Twin.Grains.Vessels;

/// <summary>How far the log of a shard is thinned.</summary>
/// <param name="Every">To two reports in such a span; <c>null</c> for to nothing.</param>
/// <param name="Sequence">The number of the last batch that was looked at.</param>
[GenerateSerializer, Immutable, Alias("twin.ThinningMark")]
public readonly record struct ThinningMark([property: Id(0)] TimeSpan? Every, [property: Id(1)] long Sequence);
