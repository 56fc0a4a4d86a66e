using Twin.Model.Plans;

namespace Twin.Geo.Datasets;

/// <summary>One row of <c>pathways.csv</c>.</summary>
/// <param name="TargetId">The target.</param>
/// <param name="Kind">How its path runs.</param>
/// <param name="Point">A point of it; <c>null</c> in a row that only says how.</param>
internal sealed record PathwayRow(string TargetId, PathwayKind Kind, PathwayPoint? Point);
