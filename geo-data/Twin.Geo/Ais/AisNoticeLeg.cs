namespace Twin.Geo.Ais;

/// <summary>A leg of a line.</summary>
/// <param name="BearingDegrees">Where to, in half degrees.</param>
/// <param name="DistanceMeters">How far.</param>
public readonly record struct AisNoticeLeg(double BearingDegrees, int DistanceMeters);
