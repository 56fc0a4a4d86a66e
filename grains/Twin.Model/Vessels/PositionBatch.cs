using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>Reports of vessels of one shard that are written together or not at all.</summary>
/// <param name="Shard">The shard.</param>
/// <param name="Reports">1 to <see cref="MaxReports"/> reports, in the order in which they were judged.</param>
public sealed record PositionBatch(int Shard, ImmutableArray<PositionReport> Reports)
{
    /// <summary>The most reports one batch may hold.</summary>
    public const int MaxReports = 10_000;
}
