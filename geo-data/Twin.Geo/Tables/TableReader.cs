namespace Twin.Geo.Tables;

/// <summary>
/// Reads one table, a line at a time, forwards only: a CSV file or a sheet of a workbook. Not thread-safe. Throws
/// <see cref="TableFormatException"/> where the file is no such table or is damaged.
/// </summary>
public abstract class TableReader : IDisposable
{
    /// <summary>The most columns of a table; cells beyond are not read.</summary>
    public const int MaxColumns = 1_000;

    /// <summary>The longest text of a cell, in characters; more is cut.</summary>
    public const int MaxCellLength = 4_000;

    /// <summary>The line last read, from 1, as an editor or a spreadsheet numbers it.</summary>
    public abstract int Line { get; }

    /// <summary>Whether the line last read cannot be taken apart, such as for a quote left open.</summary>
    public abstract bool IsMalformed { get; }

    /// <summary>How many cells the line last read has.</summary>
    public abstract int Count { get; }

    /// <summary>What stands between cells; <c>null</c> where the cells stand apart by themselves.</summary>
    public virtual char? Separator => null;

    /// <summary>A cell of the line last read; empty beyond the last.</summary>
    public abstract TableCell this[int column] { get; }

    /// <summary>Goes to the next line; <c>false</c> after the last.</summary>
    public abstract bool Read();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Trims and cuts a text.</summary>
    private protected static string Shorten(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= MaxCellLength ? trimmed : trimmed[..MaxCellLength];
    }
}
