namespace Twin.Geo.Geodesy;

/// <summary>The ellipsoid of WGS 84 and VN-2000 (NGA.STND.0036, table 3.1).</summary>
internal static class Ellipsoid
{
    /// <summary>The semi-major axis, in meters.</summary>
    public const double SemiMajorMeters = 6_378_137;

    /// <summary>The flattening.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>The semi-minor axis, in meters.</summary>
    public const double SemiMinorMeters = SemiMajorMeters * (1 - Flattening);

    /// <summary>The first eccentricity, squared.</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>One degree, in radians.</summary>
    public const double Degree = Math.PI / 180;
}
