namespace Twin.Geo.Ais;

/// <summary>Wind.</summary>
/// <param name="SpeedKnots">How fast; 126 means that or more.</param>
/// <param name="DirectionDegrees">From where, 0 to 359.</param>
public readonly record struct AisWind(int? SpeedKnots, int? DirectionDegrees);
