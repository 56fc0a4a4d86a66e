using NetTopologySuite.Geometries;

namespace Twin.Geo.Coordinates;

/// <summary>From longitude and latitude of CRS84 to x (east) and y (north) of a system, and back.</summary>
/// <param name="Extent">Where x and y may lie.</param>
/// <param name="Forward">Longitude and latitude in degrees to x and y.</param>
/// <param name="Inverse">x and y to longitude and latitude in degrees.</param>
internal sealed record Projection(
    Envelope Extent,
    Func<double, double, (double X, double Y)> Forward,
    Func<double, double, (double Longitude, double Latitude)> Inverse);
