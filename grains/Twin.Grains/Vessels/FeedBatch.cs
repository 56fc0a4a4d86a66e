using System.Collections.Immutable;

namespace Twin.Grains.Vessels;

/// <summary>What became of reports that came by a feed.</summary>
/// <param name="Verdicts">How many had each verdict, by the number of the verdict.</param>
/// <param name="Refused">How many lines were refused.</param>
/// <param name="LastRefusal">Why the last of them was; <c>null</c> for none.</param>
/// <param name="LagSeconds">How old the reports were when they came, all together.</param>
/// <param name="Newest">The time of the youngest that is not from the future; <c>null</c> where there is none.</param>
[GenerateSerializer, Immutable, Alias("twin.FeedBatch")]
public sealed record FeedBatch(
    [property: Id(0)] ImmutableArray<long> Verdicts,
    [property: Id(1)] long Refused,
    [property: Id(2)] string? LastRefusal,
    [property: Id(3)] double LagSeconds = 0,
    [property: Id(4)] DateTimeOffset? Newest = null);
