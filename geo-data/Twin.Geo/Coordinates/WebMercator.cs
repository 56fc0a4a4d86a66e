using NetTopologySuite.Geometries;

namespace Twin.Geo.Coordinates;

/// <summary>
/// The spherical Mercator projection that web maps use (EPSG:3857; EPSG Guidance Note 7-2 §3.5.1.2): exact formulas,
/// good to the last digits of a double. Stateless.
/// </summary>
public static class WebMercator
{
    /// <summary>The radius of its sphere, the semi-major axis of WGS 84, in meters.</summary>
    public const double RadiusMeters = 6_378_137;

    /// <summary>Half the side of its square, in meters.</summary>
    public const double HalfSideMeters = Math.PI * RadiusMeters;

    /// <summary>The latitude of the square's northern side, in degrees.</summary>
    public const double MaxLatitudeDegrees = 85.051128779806589;

    private const double Degree = Math.PI / 180;

    internal static readonly Projection Projection = new(
        // Beyond the square by less than the last digit that anybody writes, so that its own corners are inside.
        new Envelope(-HalfSideMeters - 1e-3, HalfSideMeters + 1e-3, -HalfSideMeters - 1e-3, HalfSideMeters + 1e-3),
        Forward,
        Inverse);

    /// <summary>Meters east and north; latitudes beyond the square are held at its sides.</summary>
    public static (double X, double Y) Forward(double longitudeDegrees, double latitudeDegrees)
    {
        var latitude = Math.Clamp(latitudeDegrees, -MaxLatitudeDegrees, MaxLatitudeDegrees) * Degree;
        return (RadiusMeters * longitudeDegrees * Degree, RadiusMeters * Math.Atanh(Math.Sin(latitude)));
    }

    /// <summary>Degrees east and north.</summary>
    public static (double Longitude, double Latitude) Inverse(double x, double y) =>
        (x / RadiusMeters / Degree, Math.Atan(Math.Sinh(y / RadiusMeters)) / Degree);
}
