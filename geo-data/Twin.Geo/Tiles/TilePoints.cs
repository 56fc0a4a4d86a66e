using NetTopologySuite.Geometries;

namespace Twin.Geo.Tiles;

/// <summary>A feature's points on the grid of a tile matrix.</summary>
internal sealed class TilePoints : TileShape
{
    private readonly TilePoint[] _points;

    private TilePoints(int feature, TilePoint[] points)
        : base(feature, TileBox.Of([points])) => _points = points;

    /// <inheritdoc/>
    public override ulong Type => 1;

    /// <summary>Its point, where it is one alone.</summary>
    public TilePoint? Single => _points is [var one] ? one : null;

    /// <summary>The points, each place of the grid once; <c>null</c> where there are none.</summary>
    public static new TilePoints? Of(int feature, Geometry shape, int matrix, int everyUnits)
    {
        var points = new List<TilePoint>();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is Point { IsEmpty: false } point)
            {
                points.AddRange(Snap(point.CoordinateSequence, 1, matrix, everyUnits));
            }
        }

        return points.Count == 0 ? null : new TilePoints(feature, [.. points.Distinct()]);
    }

    /// <inheritdoc/>
    public override void Write(ProtobufBuffer geometry, TileWindow window, TileClipper clipper)
    {
        var count = _points.Count(window.Holds);
        if (count == 0)
        {
            return;
        }

        geometry.WriteNumber((ulong)(MoveTo | (count << 3)));
        var cursor = window.Origin;
        foreach (var point in _points)
        {
            if (window.Holds(point))
            {
                WriteStep(geometry, cursor, point);
                cursor = point;
            }
        }
    }
}
