namespace Twin.Geo.Indexing;

/// <summary>
/// The grid of a raster. Both ways from coordinates to cells never go down as a coordinate goes up, so whatever lies
/// between two values lies in or between their cells.
/// </summary>
/// <param name="MinX">The western side.</param>
/// <param name="MinY">The southern side.</param>
/// <param name="MaxX">The eastern side.</param>
/// <param name="MaxY">The northern side.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Rows">How many rows.</param>
internal sealed record RasterGrid(double MinX, double MinY, double MaxX, double MaxY, int Columns, int Rows)
{
    private readonly double _columnsPerUnit = Columns / Math.Max(MaxX - MinX, double.Epsilon);
    private readonly double _rowsPerUnit = Rows / Math.Max(MaxY - MinY, double.Epsilon);

    public double CellWidth => (MaxX - MinX) / Columns;

    public double CellHeight => (MaxY - MinY) / Rows;

    public int ColumnOf(double x) => Math.Clamp((int)((x - MinX) * _columnsPerUnit), 0, Columns - 1);

    public int RowOf(double y) => Math.Clamp((int)((y - MinY) * _rowsPerUnit), 0, Rows - 1);

    public double MiddleOfColumn(int column) => MinX + ((column + 0.5) * CellWidth);

    public double MiddleOfRow(int row) => MinY + ((row + 0.5) * CellHeight);

    public double BottomOfRow(int row) => MinY + (row * CellHeight);
}
