using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;
using Twin.Model.Space;

namespace Twin.Geo.Tiles;

/// <summary>
/// A hexagon of a grid in the plane of Web Mercator, as wide from side to side as a tile of its matrix; a corner points
/// north, and one hexagon has its middle at 0° 0'. Named by the two whole axial coordinates of its middle: the grid is
/// the same for everyone who asks.
/// </summary>
/// <param name="Matrix">The matrix that gives the width, 0 to <see cref="Tile.MaxMatrix"/>.</param>
/// <param name="Q">Steps east.</param>
/// <param name="R">Steps south-east.</param>
public readonly record struct HexCell(int Matrix, int Q, int R)
{
    private static readonly double Root3 = Math.Sqrt(3);
    private static readonly GeometryFactory Factory = new();

    /// <summary>The hexagon that holds a position; latitudes beyond the square are held at its sides.</summary>
    public static HexCell Holding(GeoPosition position, int matrix)
    {
        var (x, y) = WebMercator.Forward(position.LongitudeDegrees, position.LatitudeDegrees);
        var size = SizeOf(matrix);
        var q = ((Root3 / 3 * x) + (y / 3)) / size;
        var r = -2.0 / 3 * y / size;
        return Round(matrix, q, r);
    }

    /// <summary>The outline in CRS84.</summary>
    public Polygon Outline()
    {
        var size = SizeOf(Matrix);
        var (x, y) = (size * Root3 * (Q + (R / 2.0)), -size * 1.5 * R);
        var ring = new Coordinate[7];
        for (var corner = 0; corner < 6; corner++)
        {
            var (sin, cos) = Math.SinCos((Math.PI / 3 * corner) + (Math.PI / 6));
            var (longitude, latitude) = WebMercator.Inverse(x + (size * cos), y + (size * sin));
            ring[corner] = new Coordinate(longitude, latitude);
        }

        ring[6] = ring[0].Copy();
        return Factory.CreatePolygon(ring);
    }

    /// <summary>From the middle to a corner, in meters of the projection.</summary>
    private static double SizeOf(int matrix) => new Tile(matrix, 0, 0).SideMeters / Root3;

    /// <summary>
    /// The nearest middle: of the three coordinates that add up to 0, the worst rounded follows the others.
    /// </summary>
    private static HexCell Round(int matrix, double q, double r)
    {
        var s = -q - r;
        var (rq, rr, rs) = (Math.Round(q), Math.Round(r), Math.Round(s));
        var (dq, dr, ds) = (Math.Abs(rq - q), Math.Abs(rr - r), Math.Abs(rs - s));
        if (dq > dr && dq > ds)
        {
            rq = -rr - rs;
        }
        else if (dr > ds)
        {
            rr = -rq - rs;
        }

        return new HexCell(matrix, (int)rq, (int)rr);
    }
}
