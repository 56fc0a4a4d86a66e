using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Tiles;

/// <summary>A feature's geometry on the grid of a tile matrix (MVT 2.1 §4.3).</summary>
internal abstract class TileShape(int feature, TileBox bounds)
{
    protected const int MoveTo = 1;
    protected const int LineTo = 2;

    /// <summary>The place of the feature in the tileset.</summary>
    public int Feature => feature;

    /// <summary>The box around it.</summary>
    public TileBox Bounds => bounds;

    /// <summary>Its type: 1 for points, 2 for lines, 3 for polygons.</summary>
    public abstract ulong Type { get; }

    /// <summary>
    /// A shape on the grid of a matrix; <c>null</c> where nothing of it is as large as a grid cell, or it is of several
    /// kinds.
    /// </summary>
    public static TileShape? Of(int feature, Geometry? shape, int matrix, int everyUnits) => shape switch
    {
        Polygon or MultiPolygon => TilePolygon.Of(feature, shape, matrix, everyUnits),
        LineString or MultiLineString => TileLines.Of(feature, shape, matrix, everyUnits),
        Point or MultiPoint => TilePoints.Of(feature, shape, matrix, everyUnits),
        _ => null,
    };

    /// <summary>Writes the geometry as a tile shows it; nothing where it shows nothing of it.</summary>
    public abstract void Write(ProtobufBuffer geometry, TileWindow window, TileClipper clipper);

    /// <summary>The first so many positions of a line, each on the nearest of every so many units.</summary>
    protected static TilePoint[] Snap(CoordinateSequence line, int count, int matrix, int everyUnits)
    {
        var points = new TilePoint[count];
        var unitsPerMeter = VectorTileset.Extent * (double)Tile.CountOf(matrix) / (2 * WebMercator.HalfSideMeters);
        for (var i = 0; i < count; i++)
        {
            var (x, y) = WebMercator.Forward(line.GetX(i), line.GetY(i));
            points[i] = new TilePoint(
                OnGrid((x + WebMercator.HalfSideMeters) * unitsPerMeter),
                OnGrid((WebMercator.HalfSideMeters - y) * unitsPerMeter));
        }

        return points;

        int OnGrid(double units) => (int)Math.Round(units / everyUnits) * everyUnits;
    }

    protected static void WriteMove(ProtobufBuffer buffer, TilePoint from, TilePoint to)
    {
        buffer.WriteNumber(MoveTo | (1 << 3));
        WriteStep(buffer, from, to);
    }

    protected static void WriteStep(ProtobufBuffer buffer, TilePoint from, TilePoint to)
    {
        buffer.WriteNumber(ProtobufBuffer.ZigZag(to.X - from.X));
        buffer.WriteNumber(ProtobufBuffer.ZigZag(to.Y - from.Y));
    }
}
