namespace Twin.Model.Space;

/// <summary>
/// A box in longitude and latitude (CRS84), its sides included; over the antimeridian where west is above east. Cells
/// are asked about such a one as about two.
/// </summary>
/// <param name="WestDegrees">The western side.</param>
/// <param name="SouthDegrees">The southern side, at most <paramref name="NorthDegrees"/>.</param>
/// <param name="EastDegrees">The eastern side.</param>
/// <param name="NorthDegrees">The northern side.</param>
public readonly record struct GeoBox(
    double WestDegrees, double SouthDegrees, double EastDegrees, double NorthDegrees)
{
    /// <summary>The whole earth.</summary>
    public static GeoBox World { get; } = new(-180, -90, 180, 90);

    /// <summary>Whether a position lies in it or on a side.</summary>
    public bool Contains(GeoPosition position) =>
        position.LatitudeDegrees >= SouthDegrees && position.LatitudeDegrees <= NorthDegrees
        && (WestDegrees <= EastDegrees
            ? position.LongitudeDegrees >= WestDegrees && position.LongitudeDegrees <= EastDegrees
            : position.LongitudeDegrees >= WestDegrees || position.LongitudeDegrees <= EastDegrees);
}
