using Twin.Model.Space;

namespace Twin.Geo.Schematic;

/// <summary>
/// Degrees to kilometers and back, by one factor for each axis. The factors are those of 20.8° N and are written out
/// rather than computed: the last bit of a cosine differs between platforms, and the tool must give the same bytes on
/// all of them. At another latitude every area is off by the same factor, which proportional areas do not notice.
/// </summary>
internal static class PlanarFrame
{
    public const double KilometersPerDegreeOfLongitude = 104.1;
    public const double KilometersPerDegreeOfLatitude = 110.7;

    public static PlanarPoint ToPlane(GeoPosition position) => ToPlane(
        position.LongitudeDegrees, position.LatitudeDegrees);

    public static PlanarPoint ToPlane(double longitudeDegrees, double latitudeDegrees) => new(
        longitudeDegrees * KilometersPerDegreeOfLongitude, latitudeDegrees * KilometersPerDegreeOfLatitude);

    public static GeoPosition ToPosition(PlanarPoint point) => new(
        point.X / KilometersPerDegreeOfLongitude, point.Y / KilometersPerDegreeOfLatitude);
}
