using NetTopologySuite.Algorithm;

namespace Twin.Geo.Indexing;

/// <summary>The sides of one area, listed for every row of the raster that they cross. Immutable.</summary>
internal sealed class AreaSides
{
    private readonly int _firstRow;
    private readonly int[] _starts;
    private readonly AreaSide[] _sides;

    private AreaSides(int firstRow, int[] starts, AreaSide[] sides)
    {
        _firstRow = firstRow;
        _starts = starts;
        _sides = sides;
    }

    /// <summary>The first row that it reaches.</summary>
    public int FirstRow => _firstRow;

    /// <summary>The last row that it reaches.</summary>
    public int LastRow => _firstRow + _starts.Length - 2;

    /// <summary>Lists the sides by row.</summary>
    public static AreaSides Of(IReadOnlyList<AreaSide> sides, RasterGrid grid)
    {
        if (sides.Count == 0)
        {
            return new AreaSides(0, [0], []);
        }

        var first = grid.RowOf(sides.Min(side => Math.Min(side.Y1, side.Y2)));
        var last = grid.RowOf(sides.Max(side => Math.Max(side.Y1, side.Y2)));
        var starts = new int[last - first + 2];
        foreach (var side in sides)
        {
            for (var row = grid.RowOf(Math.Min(side.Y1, side.Y2)); row <= grid.RowOf(Math.Max(side.Y1, side.Y2)); row++)
            {
                starts[row - first + 1]++;
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.ToArray();
        var listed = new AreaSide[starts[^1]];
        foreach (var side in sides)
        {
            for (var row = grid.RowOf(Math.Min(side.Y1, side.Y2)); row <= grid.RowOf(Math.Max(side.Y1, side.Y2)); row++)
            {
                listed[next[row - first]++] = side;
            }
        }

        return new AreaSides(first, starts, listed);
    }

    /// <summary>Whether the area holds a point of that row, its own sides included.</summary>
    public bool Covers(int row, double x, double y)
    {
        var place = row - _firstRow;
        if (place < 0 || place + 1 >= _starts.Length)
        {
            return false;
        }

        var isInside = false;
        foreach (ref readonly var side in _sides.AsSpan(_starts[place], _starts[place + 1] - _starts[place]))
        {
            // Left of the point: the ray to the right does not meet it. Exact comparisons are meant throughout: the
            // sign of a predicate has no tolerance.
            if (side.X1 < x && side.X2 < x)
            {
                continue;
            }

            if (side.X2.Equals(x) && side.Y2.Equals(y))
            {
                return true;
            }

            if (side.Y1.Equals(y) && side.Y2.Equals(y))
            {
                if (Math.Min(side.X1, side.X2) <= x && x <= Math.Max(side.X1, side.X2))
                {
                    return true;
                }
            }
            else if ((side.Y1 > y) != (side.Y2 > y))
            {
                var turn = CGAlgorithmsDD.OrientationIndex(side.X1, side.Y1, side.X2, side.Y2, x, y);
                if (turn == 0)
                {
                    return true;
                }

                isInside ^= (turn > 0) == (side.Y2 > side.Y1);
            }
        }

        return isInside;
    }
}
