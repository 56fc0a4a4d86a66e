using NetTopologySuite.Geometries;

namespace Twin.Geo.Tiles;

/// <summary>A feature's polygons on the grid of a tile matrix, encoded already for tiles that hold it whole.</summary>
internal sealed class TilePolygon : TileShape
{
    private const ulong ClosePath = 7 | (1 << 3);

    private readonly TilePoint[][] _rings;
    private readonly bool[] _isHole;
    private readonly TilePoint _first;
    private readonly byte[] _rest;

    private TilePolygon(int feature, TilePoint[][] rings, bool[] isHole)
        : base(feature, TileBox.Of(rings))
    {
        _rings = rings;
        _isHole = isHole;
        // Only the first command of a geometry says where in the tile it is; all others count from the one before.
        _first = rings[0][0];
        var buffer = new ProtobufBuffer(rings.Sum(ring => ring.Length) * 4);
        var cursor = _first;
        for (var i = 0; i < rings.Length; i++)
        {
            WriteRing(buffer, rings[i], ref cursor, withMove: i > 0);
        }

        _rest = buffer.ToArray();
    }

    /// <inheritdoc/>
    public override ulong Type => 3;

    /// <summary>
    /// A shape on the grid of a matrix; <c>null</c> where nothing of it is as large as a grid cell. Points move to the
    /// nearest of every so many units, each by itself, so neighbors keep the border that they share.
    /// </summary>
    public static new TilePolygon? Of(int feature, Geometry? shape, int matrix, int everyUnits)
    {
        var rings = new List<TilePoint[]>();
        var isHole = new List<bool>();
        for (var i = 0; i < (shape?.NumGeometries ?? 0); i++)
        {
            if (shape?.GetGeometryN(i) is not Polygon polygon || !TryAdd(polygon.ExteriorRing, false))
            {
                continue;
            }

            foreach (var hole in polygon.InteriorRings)
            {
                TryAdd(hole, true);
            }
        }

        return rings.Count == 0 ? null : new TilePolygon(feature, [.. rings], [.. isHole]);

        bool TryAdd(LineString line, bool hole)
        {
            var points = Snap(line.CoordinateSequence, Math.Max(line.NumPoints - 1, 0), matrix, everyUnits);
            var ring = points.AsSpan(0, TileRings.Clean(points));
            var area = TileRings.TwiceArea(ring);
            if (area == 0)
            {
                return false;
            }

            if (area > 0 == hole)
            {
                ring.Reverse();
            }

            rings.Add(ring.ToArray());
            isHole.Add(hole);
            return true;
        }
    }

    /// <inheritdoc/>
    public override void Write(ProtobufBuffer geometry, TileWindow window, TileClipper clipper)
    {
        if (window.Holds(Bounds))
        {
            WriteMove(geometry, window.Origin, _first);
            geometry.WriteRaw(_rest);
            return;
        }

        var cursor = window.Origin;
        var hasExterior = false;
        for (var i = 0; i < _rings.Length; i++)
        {
            if (_isHole[i] && !hasExterior)
            {
                continue;
            }

            var ring = clipper.Clip(_rings[i], window);
            var area = TileRings.TwiceArea(ring);
            // A ring that ran back over itself may have turned around.
            var isKept = _isHole[i] ? area < 0 : area > 0;
            hasExterior = _isHole[i] ? hasExterior : isKept;
            if (isKept)
            {
                WriteRing(geometry, ring, ref cursor, withMove: true);
            }
        }
    }

    private static void WriteRing(
        ProtobufBuffer buffer, ReadOnlySpan<TilePoint> ring, ref TilePoint cursor, bool withMove)
    {
        if (withMove)
        {
            WriteMove(buffer, cursor, ring[0]);
        }

        cursor = ring[0];
        buffer.WriteNumber((ulong)(LineTo | ((ring.Length - 1) << 3)));
        foreach (var point in ring[1..])
        {
            WriteStep(buffer, cursor, point);
            cursor = point;
        }

        buffer.WriteNumber(ClosePath);
    }
}
