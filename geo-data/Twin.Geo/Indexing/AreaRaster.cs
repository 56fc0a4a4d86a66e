using NetTopologySuite.Geometries;
using Twin.Model.Space;

namespace Twin.Geo.Indexing;

/// <summary>
/// Says in which area a position lies, as fast as memory answers. A raster is laid over the areas: a cell that no side
/// of an area touches lies wholly in one of them, or in none, and says so by itself; only in the others is the position
/// tested, against the sides that cross its row (winding by crossings, Haines, Graphics Gems IV, 1994, with the robust
/// orientation predicate of NetTopologySuite). The answer is that of an exact <c>covers</c> with every area in turn:
/// sides belong to areas, and of several areas that hold a position the first one is given. Immutable; safe for any
/// number of threads.
/// </summary>
public sealed class AreaRaster
{
    /// <summary>The answer for a position that lies in no area.</summary>
    public const int None = -1;

    /// <summary>How many cells there are at most: 16 MiB of them.</summary>
    public const int DefaultMaxCells = 1 << 22;

    private readonly RasterGrid _grid;
    private readonly int[] _cells;
    private readonly int[] _candidates;
    private readonly AreaSides[] _areas;

    internal AreaRaster(RasterGrid grid, int[] cells, int[] candidates, AreaSides[] areas)
    {
        _grid = grid;
        _cells = cells;
        _candidates = candidates;
        _areas = areas;
    }

    /// <summary>How many areas there are.</summary>
    public int Count => _areas.Length;

    /// <summary>The share of cells in which a position has to be tested.</summary>
    public double UncertainShare => _cells.Length == 0
        ? 0
        : _cells.Count(cell => cell < None) / (double)_cells.Length;

    /// <summary>
    /// Makes the raster of polygons and multipolygons; anything else holds no position. Takes memory for the cells, and
    /// 32 bytes for each side and row that it crosses.
    /// </summary>
    public static AreaRaster Build(IReadOnlyList<Geometry?> areas, int maxCells = DefaultMaxCells)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCells);
        return new AreaRasterBuilder(areas, maxCells).Build();
    }

    /// <summary>
    /// The place in the list of the first area that covers the position; <see cref="None"/> without one.
    /// </summary>
    public int Find(GeoPosition position) => Find(position.LongitudeDegrees, position.LatitudeDegrees);

    /// <summary>The same for coordinates.</summary>
    public int Find(double x, double y)
    {
        // Written so that a coordinate that is no number is outside.
        if (!(x >= _grid.MinX && x <= _grid.MaxX && y >= _grid.MinY && y <= _grid.MaxY))
        {
            return None;
        }

        var row = _grid.RowOf(y);
        var cell = _cells[(row * _grid.Columns) + _grid.ColumnOf(x)];
        return cell >= None ? cell : FindExactly(~cell, row, x, y);
    }

    /// <summary>The same for many positions.</summary>
    public void Find(ReadOnlySpan<GeoPosition> positions, Span<int> areas)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            areas[i] = Find(positions[i]);
        }
    }

    private int FindExactly(int place, int row, double x, double y)
    {
        var end = place + _candidates[place];
        for (var i = place + 1; i <= end; i++)
        {
            var area = _candidates[i];
            if (_areas[area].Covers(row, x, y))
            {
                return area;
            }
        }

        return None;
    }
}
