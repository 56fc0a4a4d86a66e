namespace Twin.Geo.Geodesy;

/// <summary>A shortest line between two positions.</summary>
/// <param name="DistanceMeters">Its length.</param>
/// <param name="InitialAzimuthDegrees">The direction in which it starts, from north over east, -180 to 180.</param>
/// <param name="FinalAzimuthDegrees">The direction in which it arrives.</param>
public readonly record struct GeodesicLine(
    double DistanceMeters, double InitialAzimuthDegrees, double FinalAzimuthDegrees);
