using NetTopologySuite.Geometries;
using NetTopologySuite.LinearReferencing;
using Twin.Geo.Geodesy;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>
/// Measures along a line and from it, in a plane that touches the ellipsoid at the middle of the line: within 0.1 % up
/// to 500 km from there. Safe for any number of threads.
/// </summary>
internal sealed class LineRuler
{
    private static readonly GeometryFactory Factory = new();

    private readonly LocalFrame _frame;
    private readonly LineString _line;
    private readonly LengthIndexedLine _index;

    /// <summary>Takes a line in CRS84.</summary>
    public LineRuler(LineString line)
    {
        var middle = line.EnvelopeInternal.Centre;
        _frame = new LocalFrame(new GeoPosition(middle.X, middle.Y));
        _line = Factory.CreateLineString(
            [.. line.Coordinates.Select(point => ToPlane(new GeoPosition(point.X, point.Y)))]);
        _index = new LengthIndexedLine(_line);
    }

    /// <summary>How far along the line a position is at its nearest, and how far from the line.</summary>
    public (double AlongMeters, double DistanceMeters) Measure(GeoPosition position)
    {
        var point = ToPlane(position);
        return (_index.Project(point), _line.Distance(Factory.CreatePoint(point)));
    }

    private Coordinate ToPlane(GeoPosition position)
    {
        var (east, north) = _frame.ToPlane(position);
        return new Coordinate(east, north);
    }
}
