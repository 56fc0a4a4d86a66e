namespace Twin.Geo.Coordinates;

/// <summary>What the first and second coordinates of a reference system are.</summary>
public enum AxisOrder
{
    /// <summary>Degrees east, degrees north: CRS84.</summary>
    LongitudeLatitude,

    /// <summary>Degrees north, degrees east: geographic systems of EPSG.</summary>
    LatitudeLongitude,

    /// <summary>Meters east, meters north.</summary>
    EastingNorthing,
}
