using System.Globalization;
using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// A cell of moving vessels: a tile of matrix 11 of WebMercatorQuad (OGC 17-083r4, annex D.1), 18 km wide off Hải
/// Phòng. Northern and western sides belong to a cell; what lies beyond 85.05° belongs to the outermost row. Pure.
/// </summary>
/// <param name="Row">The tile row, 0 to 2047, from the north.</param>
/// <param name="Column">The tile column, 0 to 2047, from 180° W.</param>
public readonly record struct FleetCell(int Row, int Column)
{
    /// <summary>The tile matrix.</summary>
    public const int Matrix = 11;

    private const int Count = 1 << Matrix;
    private const double Degree = Math.PI / 180;
    private const double MaxLatitudeDegrees = 85.051128779806589;

    // Below the units of 1e-7 degrees of a position: the last digit of the projection decides about no vessel.
    private const double Slack = 1e-8;

    /// <summary>The key of its grain: matrix, row and column.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Matrix}/{Row}/{Column}");

    /// <summary>The box that holds all of its positions.</summary>
    public GeoBox Bounds => new(
        West(Column) - Slack,
        Row == Count - 1 ? -90 : North(Row + 1) - Slack,
        West(Column + 1) + Slack,
        Row == 0 ? 90 : North(Row) + Slack);

    /// <summary>The cell that holds a position.</summary>
    public static FleetCell Of(GeoPosition position)
    {
        var latitude = Math.Clamp(position.LatitudeDegrees, -MaxLatitudeDegrees, MaxLatitudeDegrees) * Degree;
        return new FleetCell(
            Place((1 - (Math.Atanh(Math.Sin(latitude)) / Math.PI)) / 2),
            Place((position.LongitudeDegrees + 180) / 360));
    }

    /// <summary>The cell of a key; throws <see cref="FormatException"/> where it is none.</summary>
    public static FleetCell Parse(string key)
    {
        var parts = key.Split('/');
        return parts is ["11", var row, var column]
            && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y < Count
            && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var x) && x < Count
                ? new FleetCell(y, x)
                : throw new FormatException($"'{key}' is no cell.");
    }

    /// <summary>The first and the last of the rows and columns whose positions may lie in a box.</summary>
    public static (FleetCell First, FleetCell Last) Around(GeoBox box) => (
        Of(new GeoPosition(box.WestDegrees - Slack, box.NorthDegrees + Slack)),
        Of(new GeoPosition(box.EastDegrees + Slack, box.SouthDegrees - Slack)));

    /// <summary>Whether it lies between two cells, both included, in rows and in columns.</summary>
    public bool IsBetween(FleetCell first, FleetCell last) =>
        Row >= first.Row && Row <= last.Row && Column >= first.Column && Column <= last.Column;

    private static int Place(double share) => Math.Clamp((int)Math.Floor(share * Count), 0, Count - 1);

    private static double West(int column) => (360.0 * column / Count) - 180;

    private static double North(int row) => Math.Atan(Math.Sinh(Math.PI * (1 - (2.0 * row / Count)))) / Degree;
}
