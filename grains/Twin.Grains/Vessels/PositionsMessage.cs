using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Reports for one shard.</summary>
/// <param name="Reports">1 to <see cref="PositionBatch.MaxReports"/> reports of one feed.</param>
/// <param name="Feed">When that feed was down.</param>
[GenerateSerializer, Immutable, Alias("twin.PositionsMessage")]
public sealed record PositionsMessage(
    [property: Id(0)] ImmutableArray<PositionReport> Reports, [property: Id(1)] FeedCondition? Feed);
