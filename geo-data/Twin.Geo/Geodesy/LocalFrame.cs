using Twin.Model.Space;

namespace Twin.Geo.Geodesy;

/// <summary>
/// A plane that touches the ellipsoid at a position (azimuthal equidistant): distances and directions from there are
/// true; a short distance r away across the direction to the origin is too long by the share r² / (6 R²): 1e-5 at 50
/// km, 4e-3 at 1,000 km. Immutable.
/// </summary>
/// <param name="origin">Where it touches.</param>
public sealed class LocalFrame(GeoPosition origin)
{
    /// <summary>Meters east and north of the origin.</summary>
    public (double East, double North) ToPlane(GeoPosition position)
    {
        var line = Geodesic.Inverse(origin, position);
        var (sin, cos) = Math.SinCos(line.InitialAzimuthDegrees * Ellipsoid.Degree);
        return (line.DistanceMeters * sin, line.DistanceMeters * cos);
    }

    /// <summary>The position of meters east and north of the origin.</summary>
    public GeoPosition ToPosition(double east, double north)
    {
        var distance = Math.Sqrt((east * east) + (north * north));
        return distance <= 0
            ? origin
            : Geodesic.Direct(origin, Math.Atan2(east, north) / Ellipsoid.Degree, distance);
    }
}
