using NetTopologySuite.Geometries;

namespace Twin.Geo.Tiles;

/// <summary>A feature's lines on the grid of a tile matrix.</summary>
internal sealed class TileLines : TileShape
{
    private readonly TilePoint[][] _lines;

    private TileLines(int feature, TilePoint[][] lines)
        : base(feature, TileBox.Of(lines)) => _lines = lines;

    /// <inheritdoc/>
    public override ulong Type => 2;

    /// <summary>
    /// The lines without points that add nothing; <c>null</c> where all of them are a single point of the grid.
    /// </summary>
    public static new TileLines? Of(int feature, Geometry shape, int matrix, int everyUnits)
    {
        var lines = new List<TilePoint[]>();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is LineString line)
            {
                var points = Snap(line.CoordinateSequence, line.NumPoints, matrix, everyUnits);
                var count = TileRings.CleanLine(points);
                if (count >= 2)
                {
                    lines.Add(points[..count]);
                }
            }
        }

        return lines.Count == 0 ? null : new TileLines(feature, [.. lines]);
    }

    /// <inheritdoc/>
    public override void Write(ProtobufBuffer geometry, TileWindow window, TileClipper clipper)
    {
        var cursor = window.Origin;
        foreach (var line in _lines)
        {
            if (window.Holds(Bounds))
            {
                WriteLine(geometry, line, ref cursor);
                continue;
            }

            foreach (var part in TileClipper.ClipLine(line, window))
            {
                WriteLine(geometry, part, ref cursor);
            }
        }
    }

    private static void WriteLine(ProtobufBuffer geometry, ReadOnlySpan<TilePoint> line, ref TilePoint cursor)
    {
        WriteMove(geometry, cursor, line[0]);
        cursor = line[0];
        geometry.WriteNumber((ulong)(LineTo | ((line.Length - 1) << 3)));
        foreach (var point in line[1..])
        {
            WriteStep(geometry, cursor, point);
            cursor = point;
        }
    }
}
