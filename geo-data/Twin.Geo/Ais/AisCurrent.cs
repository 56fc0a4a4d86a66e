namespace Twin.Geo.Ais;

/// <summary>A current.</summary>
/// <param name="DepthMeters">How deep, 0 at the surface.</param>
/// <param name="SpeedKnots">How fast.</param>
/// <param name="DirectionDegrees">Where to, 0 to 359.</param>
public readonly record struct AisCurrent(int? DepthMeters, double? SpeedKnots, int? DirectionDegrees);
