using static Twin.Geo.Geodesy.Ellipsoid;

namespace Twin.Geo.Coordinates;

/// <summary>
/// From VN-2000 to WGS 84: EPSG:6960, a seven-parameter shift of EPSG method 1032, whose rotations are those of the
/// frame. (Libraries that take <c>TOWGS84</c> want those of the vector, which have the other sign.) Both datums have
/// the same ellipsoid. Every position is taken to lie on that of WGS 84: the shift lifts it off that of VN-2000, and to
/// forget that on the way back would cost 2 mm. Stateless.
/// </summary>
internal static class DatumShift
{
    private const double SecondOfArc = Degree / 3600;
    private const double X = -191.90441429;
    private const double Y = -39.30318279;
    private const double Z = -111.45032835;
    private const double RotationX = -0.00928836 * SecondOfArc;
    private const double RotationY = 0.01975479 * SecondOfArc;
    private const double RotationZ = -0.00427372 * SecondOfArc;
    private const double Scale = 1 + 0.252906278e-6;

    // Each round takes a share of 1e-5 of what the one before has left.
    private const int HeightRounds = 3;

    // Near the surface the third round changes nothing that a double can hold.
    private const int LatitudeRounds = 4;

    /// <summary>Degrees of WGS 84 to degrees of VN-2000.</summary>
    public static (double Longitude, double Latitude) ToVn2000(double longitude, double latitude)
    {
        var (x, y, z) = ToCenter(longitude, latitude, 0);
        (x, y, z) = ((x - X) / Scale, (y - Y) / Scale, (z - Z) / Scale);
        var (east, north, _) = FromCenter(
            x - (RotationZ * y) + (RotationY * z),
            (RotationZ * x) + y - (RotationX * z),
            (-RotationY * x) + (RotationX * y) + z);
        return (east, north);
    }

    /// <summary>Degrees of VN-2000 to degrees of WGS 84.</summary>
    public static (double Longitude, double Latitude) ToWgs84(double longitude, double latitude)
    {
        var (east, north, height) = (0.0, 0.0, 0.0);
        for (var i = 0; i < HeightRounds; i++)
        {
            var (x, y, z) = ToCenter(longitude, latitude, height);
            (east, north, var left) = FromCenter(
                X + (Scale * (x + (RotationZ * y) - (RotationY * z))),
                Y + (Scale * ((-RotationZ * x) + y + (RotationX * z))),
                Z + (Scale * ((RotationY * x) - (RotationX * y) + z)));
            height -= left;
        }

        return (east, north);
    }

    /// <summary>Meters from the center of the earth (EPSG method 9602).</summary>
    private static (double X, double Y, double Z) ToCenter(double longitude, double latitude, double height)
    {
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude * Degree);
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude * Degree);
        var normal = Normal(sinLatitude);
        return (
            (normal + height) * cosLatitude * cosLongitude,
            (normal + height) * cosLatitude * sinLongitude,
            ((normal * (1 - EccentricitySquared)) + height) * sinLatitude);
    }

    private static (double Longitude, double Latitude, double Height) FromCenter(double x, double y, double z)
    {
        var fromAxis = Math.Sqrt((x * x) + (y * y));
        // Bowring's first value, then his fixed point; written with arctangents, so that the poles are no exception.
        var latitude = Math.Atan2(z, fromAxis * (1 - EccentricitySquared));
        for (var i = 0; i < LatitudeRounds; i++)
        {
            var sin = Math.Sin(latitude);
            latitude = Math.Atan2(z + (EccentricitySquared * Normal(sin) * sin), fromAxis);
        }

        var (sinLatitude, cosLatitude) = Math.SinCos(latitude);
        var height = (fromAxis * cosLatitude) + (z * sinLatitude)
            - (SemiMajorMeters * Math.Sqrt(1 - (EccentricitySquared * sinLatitude * sinLatitude)));
        return (Math.Atan2(y, x) / Degree, latitude / Degree, height);
    }

    /// <summary>The radius of curvature across the meridian, in meters.</summary>
    private static double Normal(double sinLatitude) =>
        SemiMajorMeters / Math.Sqrt(1 - (EccentricitySquared * sinLatitude * sinLatitude));
}
