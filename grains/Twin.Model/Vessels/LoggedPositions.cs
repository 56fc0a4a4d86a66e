using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>A batch as the position log holds it.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="RecordedAt">When the log took it in, UTC.</param>
/// <param name="Reports">The reports, in the order in which they were judged.</param>
public sealed record LoggedPositions(
    long Sequence, DateTimeOffset RecordedAt, ImmutableArray<PositionReport> Reports);
