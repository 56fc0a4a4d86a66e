using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.OverlayNG;

namespace Twin.Geo.Repair;

/// <summary>
/// Widths and areas in meters, of things small enough that the earth is flat there. For one thread.
/// </summary>
internal sealed class CoveragePlane(Envelope box, double toleranceMeters)
{
    private const double MetersPerDegree = 111_320;

    private readonly double _narrowing = Math.Cos(box.Centre.Y * Math.PI / 180);

    /// <summary>The area in square meters.</summary>
    public double AreaOf(Geometry face) => face.Area * _narrowing * MetersPerDegree * MetersPerDegree;

    /// <summary>Whether a face is a strip no wider than the tolerance: twice its area over its border.</summary>
    public bool IsNarrow(Geometry face)
    {
        var border = 0.0;
        foreach (var ring in LinearComponentExtracter.GetLines(face).OfType<LineString>())
        {
            for (var i = 1; i < ring.NumPoints; i++)
            {
                border += LengthOf(ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
            }
        }

        return border > 0 && 2 * AreaOf(face) / border <= toleranceMeters;
    }

    /// <summary>The length of a side in meters.</summary>
    public double LengthOf(Coordinate from, Coordinate to)
    {
        var (east, north) = ((to.X - from.X) * _narrowing, to.Y - from.Y);
        return Math.Sqrt((east * east) + (north * north)) * MetersPerDegree;
    }

    /// <summary>
    /// The strips between shapes that open to the outside, so that no face of their borders shows them: what is added
    /// when the outer border of all of them is widened by half the tolerance and narrowed again.
    /// </summary>
    public IEnumerable<Geometry> Mouths(IEnumerable<Geometry> shapes)
    {
        if (toleranceMeters <= 0)
        {
            return [];
        }

        var scaling = AffineTransformation.ScaleInstance(_narrowing, 1);
        Geometry[] scaled = [.. shapes.Select(scaling.Transform)];
        var whole = OverlayNGRobust.Union(scaled);
        var filled = whole.Factory.CreateMultiPolygon(
            [.. PolygonExtracter.GetPolygons(whole).OfType<Polygon>().Select(WithoutHoles)]);
        var half = toleranceMeters / 2 / MetersPerDegree;
        var parameters = new BufferParameters(2, EndCapStyle.Round, JoinStyle.Mitre, 2);
        var closed = BufferOp.Buffer(BufferOp.Buffer(filled, half, parameters), -half, parameters);
        var added = OverlayNGRobust.Overlay(
            closed, filled, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference);
        var unscaling = AffineTransformation.ScaleInstance(1 / _narrowing, 1);
        // Bends of one border are widened away as well; what matters is longer than the tolerance is wide.
        return PolygonExtracter.GetPolygons(added).OfType<Polygon>()
            .Where(one => one.ExteriorRing.Length > 8 * half)
            .Select(one => unscaling.Transform(one));
    }

    private static Polygon WithoutHoles(Polygon polygon) => polygon.Factory.CreatePolygon(polygon.Shell);
}
