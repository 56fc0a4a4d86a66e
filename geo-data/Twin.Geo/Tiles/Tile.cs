using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;
using Twin.Model.Space;

namespace Twin.Geo.Tiles;

/// <summary>
/// A tile of the tile matrix set WebMercatorQuad (OGC 17-083r4, annex D.1): matrix 0 is the whole square, each next one
/// halves the sides; rows go down from the north, columns east from 180° W.
/// </summary>
/// <param name="Matrix">The tile matrix, 0 to <see cref="MaxMatrix"/>.</param>
/// <param name="Row">The tile row.</param>
/// <param name="Column">The tile column.</param>
public readonly record struct Tile(int Matrix, int Row, int Column)
{
    /// <summary>The finest tile matrix, of 2 cm a pixel at the equator.</summary>
    public const int MaxMatrix = 22;

    /// <summary>The identifier of the tile matrix set.</summary>
    public const string MatrixSet = "WebMercatorQuad";

    /// <summary>Whether matrix, row and column are within the set.</summary>
    public bool IsValid => Matrix is >= 0 and <= MaxMatrix
        && Row >= 0 && Row < CountOf(Matrix) && Column >= 0 && Column < CountOf(Matrix);

    /// <summary>The side of a tile of this matrix, in meters of the projection.</summary>
    public double SideMeters => 2 * WebMercator.HalfSideMeters / CountOf(Matrix);

    /// <summary>What it covers, in meters of Web Mercator.</summary>
    public Envelope MercatorBounds
    {
        get
        {
            var (count, side) = (CountOf(Matrix), 2 * WebMercator.HalfSideMeters);
            return new Envelope(
                (side * Column / count) - WebMercator.HalfSideMeters,
                (side * (Column + 1) / count) - WebMercator.HalfSideMeters,
                WebMercator.HalfSideMeters - (side * (Row + 1) / count),
                WebMercator.HalfSideMeters - (side * Row / count));
        }
    }

    /// <summary>What it covers, in degrees of CRS84.</summary>
    public Envelope Bounds
    {
        get
        {
            var mercator = MercatorBounds;
            var (west, south) = WebMercator.Inverse(mercator.MinX, mercator.MinY);
            var (east, north) = WebMercator.Inverse(mercator.MaxX, mercator.MaxY);
            return new Envelope(west, east, south, north);
        }
    }

    /// <summary>How many rows, and how many columns, a tile matrix has.</summary>
    public static int CountOf(int matrix) => 1 << matrix;

    /// <summary>
    /// The tile of a matrix that holds a position. Northern and western sides belong to a tile; positions at or beyond
    /// the sides of the square belong to the outermost tile.
    /// </summary>
    public static Tile Holding(GeoPosition position, int matrix)
    {
        var (x, y) = WebMercator.Forward(position.LongitudeDegrees, position.LatitudeDegrees);
        var count = CountOf(matrix);
        return new Tile(
            matrix,
            Place((WebMercator.HalfSideMeters - y) / (2 * WebMercator.HalfSideMeters), count),
            Place((x + WebMercator.HalfSideMeters) / (2 * WebMercator.HalfSideMeters), count));
    }

    /// <summary>The tile of the matrix above that holds this one; throws for matrix 0, which has none.</summary>
    public Tile Parent() => Matrix > 0
        ? new Tile(Matrix - 1, Row / 2, Column / 2)
        : throw new InvalidOperationException("The tile of matrix 0 has no parent.");

    /// <summary>The four tiles of the next matrix that it holds, row by row.</summary>
    public IEnumerable<Tile> Children()
    {
        var (matrix, row, column) = (Matrix + 1, Row * 2, Column * 2);
        return
        [
            new(matrix, row, column), new(matrix, row, column + 1),
            new(matrix, row + 1, column), new(matrix, row + 1, column + 1),
        ];
    }

    private static int Place(double share, int count) => Math.Clamp((int)Math.Floor(share * count), 0, count - 1);
}
