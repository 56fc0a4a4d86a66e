namespace Twin.Model.Space;

/// <summary>
/// Distances on a sphere of the mean radius of the earth (haversine formula). Within 0.6 % of the ellipsoid, which is
/// enough to tell a boat from a jump; what needs more asks Twin.Geo. Pure.
/// </summary>
public static class GreatCircle
{
    /// <summary>The mean radius of WGS 84, (2a + b) / 3.</summary>
    public const double EarthRadiusMeters = 6_371_008.8;

    /// <summary>The distance between two positions.</summary>
    public static double DistanceMeters(GeoPosition from, GeoPosition to)
    {
        var latitudeFrom = double.DegreesToRadians(from.LatitudeDegrees);
        var latitudeTo = double.DegreesToRadians(to.LatitudeDegrees);
        var halfLatitude = Math.Sin((latitudeTo - latitudeFrom) / 2);
        var halfLongitude = Math.Sin(double.DegreesToRadians(to.LongitudeDegrees - from.LongitudeDegrees) / 2);
        var chord = (halfLatitude * halfLatitude)
            + (Math.Cos(latitudeFrom) * Math.Cos(latitudeTo) * halfLongitude * halfLongitude);
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
