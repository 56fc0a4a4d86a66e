namespace Twin.Geo.Tables;

/// <summary>What stands in one cell of a table.</summary>
/// <param name="Text">
/// The text as a person sees it, trimmed; a number cell of a workbook as its exact value with a point, with <c>%</c>
/// where the cell shows one; a date cell as a day, or as a month where the cell shows no day.
/// </param>
/// <param name="IsNumber">Whether the table itself says that it is a number, so that it has one reading only.</param>
public readonly record struct TableCell(string Text, bool IsNumber)
{
    /// <summary>An empty cell.</summary>
    public static readonly TableCell Empty = new(string.Empty, false);

    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Text);
}
