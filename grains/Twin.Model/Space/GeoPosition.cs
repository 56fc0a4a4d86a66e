namespace Twin.Model.Space;

/// <summary>A point in WGS 84 (<c>http://www.opengis.net/def/crs/OGC/1.3/CRS84</c>), longitude first.</summary>
/// <param name="LongitudeDegrees">East positive, -180 to 180.</param>
/// <param name="LatitudeDegrees">North positive, -90 to 90.</param>
public readonly record struct GeoPosition(double LongitudeDegrees, double LatitudeDegrees);
