using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Repair;

/// <summary>
/// Turns rings as RFC 7946 §3.1.6 has them, outer ones counter-clockwise: overlays turn them the other way. Stateless.
/// </summary>
internal static class Winding
{
    /// <summary>The geometry with its rings turned; the same object where they are.</summary>
    public static Geometry Right(Geometry geometry) => geometry switch
    {
        Polygon polygon => Right(polygon),
        MultiPolygon polygons => polygons.Geometries.Cast<Polygon>().All(IsRight)
            ? polygons
            : polygons.Factory.CreateMultiPolygon([.. polygons.Geometries.Cast<Polygon>().Select(Right)]),
        _ => geometry,
    };

    private static bool IsRight(Polygon polygon) =>
        polygon.IsEmpty
        || (Orientation.IsCCW(polygon.Shell.CoordinateSequence)
            && !Array.Exists(polygon.Holes, hole => Orientation.IsCCW(hole.CoordinateSequence)));

    private static Polygon Right(Polygon polygon) => IsRight(polygon)
        ? polygon
        : polygon.Factory.CreatePolygon(
            Turned(polygon.Shell, isCounterClockwise: true),
            [.. polygon.Holes.Select(hole => Turned(hole, isCounterClockwise: false))]);

    private static LinearRing Turned(LinearRing ring, bool isCounterClockwise) =>
        Orientation.IsCCW(ring.CoordinateSequence) == isCounterClockwise ? ring : (LinearRing)ring.Reverse();
}
