using NetTopologySuite.Geometries;

namespace Twin.Geo.Indexing;

/// <summary>Makes an <see cref="AreaRaster"/>. For one thread, once.</summary>
internal sealed class AreaRasterBuilder
{
    // Cells are marked a millionth of their width too far, a billion times what rounding can move a side by.
    private const double Margin = 1e-6;
    private const int NotYet = int.MinValue;

    private readonly List<AreaSide>[] _sides;
    private readonly AreaSides[] _areas;
    private readonly RasterGrid _grid;
    private readonly Dictionary<int, List<int>> _touched = [];
    private readonly List<int> _candidates = [];

    public AreaRasterBuilder(IReadOnlyList<Geometry?> areas, int maxCells)
    {
        _sides = [.. areas.Select(SidesOf)];
        var box = new Envelope();
        foreach (var side in _sides.SelectMany(sides => sides))
        {
            box.ExpandToInclude(side.X1, side.Y1);
        }

        _grid = GridOf(box, maxCells);
        _areas = [.. _sides.Select(sides => AreaSides.Of(sides, _grid))];
    }

    public AreaRaster Build()
    {
        for (var area = 0; area < _sides.Length; area++)
        {
            foreach (var side in _sides[area])
            {
                Mark(area, side);
            }
        }

        var cells = new int[_grid.Rows * _grid.Columns];
        Array.Fill(cells, NotYet);
        for (var row = 0; row < _grid.Rows; row++)
        {
            FillRow(cells, row);
        }

        return new AreaRaster(_grid, cells, [.. _candidates], _areas);
    }

    private static RasterGrid GridOf(Envelope box, int maxCells)
    {
        if (box.IsNull)
        {
            // Nothing lies between these sides.
            return new RasterGrid(1, 1, -1, -1, 1, 1);
        }

        var (width, height) = (Math.Max(box.Width, 1e-9), Math.Max(box.Height, 1e-9));
        var columns = (int)Math.Clamp(Math.Sqrt(maxCells * width / height), 1, maxCells);
        return new RasterGrid(
            box.MinX, box.MinY, box.MaxX, box.MaxY, columns, Math.Max(1, maxCells / columns));
    }

    private static List<AreaSide> SidesOf(Geometry? area)
    {
        var sides = new List<AreaSide>();
        for (var i = 0; i < (area?.NumGeometries ?? 0); i++)
        {
            if (area?.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                AddRing(sides, polygon.ExteriorRing.CoordinateSequence);
                foreach (var hole in polygon.InteriorRings)
                {
                    AddRing(sides, hole.CoordinateSequence);
                }
            }
        }

        return sides;
    }

    private static void AddRing(List<AreaSide> sides, CoordinateSequence ring)
    {
        for (var i = 1; i < ring.Count; i++)
        {
            sides.Add(new AreaSide(ring.GetX(i - 1), ring.GetY(i - 1), ring.GetX(i), ring.GetY(i)));
        }
    }

    /// <summary>
    /// Notes the area at every cell that the side touches: in each row, from where it comes to where it goes.
    /// </summary>
    private void Mark(int area, AreaSide side)
    {
        var (margin, rise) = (_grid.CellWidth * Margin, side.Y2 - side.Y1);
        var (bottom, top) = (Math.Min(side.Y1, side.Y2), Math.Max(side.Y1, side.Y2));
        var verticalMargin = _grid.CellHeight * Margin;
        var (firstRow, lastRow) = (_grid.RowOf(bottom - verticalMargin), _grid.RowOf(top + verticalMargin));
        for (var row = firstRow; row <= lastRow; row++)
        {
            var (west, east) = (Math.Min(side.X1, side.X2), Math.Max(side.X1, side.X2));
            if (Math.Abs(rise) > verticalMargin)
            {
                var low = XAt(_grid.BottomOfRow(row) - verticalMargin);
                var high = XAt(_grid.BottomOfRow(row + 1) + verticalMargin);
                (west, east) = (Math.Max(west, Math.Min(low, high)), Math.Min(east, Math.Max(low, high)));
            }

            var last = _grid.ColumnOf(east + margin);
            for (var column = _grid.ColumnOf(west - margin); column <= last; column++)
            {
                Note(area, (row * _grid.Columns) + column);
            }
        }

        double XAt(double y) => side.X1 + ((Math.Clamp(y, bottom, top) - side.Y1) / rise * (side.X2 - side.X1));
    }

    private void Note(int area, int cell)
    {
        if (!_touched.TryGetValue(cell, out var areas))
        {
            _touched[cell] = [area];
        }
        else if (areas[^1] != area)
        {
            areas.Add(area);
        }
    }

    /// <summary>
    /// From one cell to the next in a row nothing changes unless a side is between: a cell that none touches takes over
    /// what its neighbor has.
    /// </summary>
    private void FillRow(int[] cells, int row)
    {
        int[] inRow =
        [
            .. Enumerable.Range(0, _areas.Length)
                .Where(area => _areas[area].FirstRow <= row && row <= _areas[area].LastRow),
        ];
        var y = _grid.MiddleOfRow(row);
        var known = NotYet;
        for (var column = 0; column < _grid.Columns; column++)
        {
            var cell = (row * _grid.Columns) + column;
            var x = _grid.MiddleOfColumn(column);
            if (_touched.TryGetValue(cell, out var touching))
            {
                // What touches it not may still cover it whole.
                cells[cell] = ~Candidates(
                    touching.Concat(inRow.Where(area => !touching.Contains(area) && _areas[area].Covers(row, x, y))));
                known = NotYet;
                continue;
            }

            if (known == NotYet)
            {
                known = inRow.Where(area => _areas[area].Covers(row, x, y)).DefaultIfEmpty(AreaRaster.None).First();
            }

            cells[cell] = known;
        }
    }

    private int Candidates(IEnumerable<int> areas)
    {
        // Never at 0: its complement would be "none".
        if (_candidates.Count == 0)
        {
            _candidates.Add(0);
        }

        int[] sorted = [.. areas.Order()];
        var place = _candidates.Count;
        _candidates.Add(sorted.Length);
        _candidates.AddRange(sorted);
        return place;
    }
}
