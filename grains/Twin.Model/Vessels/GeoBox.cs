using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>An area between two longitudes and two latitudes; over the antimeridian where west is above east.</summary>
/// <param name="West">Degrees east.</param>
/// <param name="South">Degrees north.</param>
/// <param name="East">Degrees east.</param>
/// <param name="North">Degrees north.</param>
public readonly record struct GeoBox(double West, double South, double East, double North)
{
    /// <summary>Whether a position is inside or on the edge.</summary>
    public bool Holds(GeoPosition position)
    {
        var (longitude, latitude) = position;
        return latitude >= South && latitude <= North
            && (West <= East ? longitude >= West && longitude <= East : longitude >= West || longitude <= East);
    }
}
