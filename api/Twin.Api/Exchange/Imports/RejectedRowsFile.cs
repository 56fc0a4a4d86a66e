using System.Globalization;
using Twin.Api.Exchange.Tables;
using Twin.Api.Observations;
using Twin.Geo.Tables;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// The lines of a table that were refused, and those that wait in quarantine, as they were, with line, code, reason and
/// hint before them: what a clerk mends and sends again, or has released. A line stands once for each observation of it
/// that was refused or held.
/// </summary>
internal static class RejectedRowsFile
{
    /// <summary>The most refused observations that the file lists.</summary>
    public const int MaxRows = 100_000;

    private const string HeldCode = "held";

    /// <summary>What is said of the lines, in the order of the table.</summary>
    /// <param name="rejected">What was refused.</param>
    /// <param name="held">What is kept and waits.</param>
    /// <param name="isVietnamese">Whether the words are Vietnamese; English otherwise.</param>
    public static IReadOnlyList<RejectedRowAnswer> Lines(
        IEnumerable<RejectedRowAnswer> rejected, IEnumerable<HeldRowAnswer> held, bool isVietnamese)
    {
        var refused = isVietnamese ? rejected.Select(RejectionWords.InVietnamese) : rejected;
        var waiting = held.Select(row => isVietnamese ? row.InVietnamese() : row)
            .Select(row => new RejectedRowAnswer(row.Line, HeldCode, row.Detail, row.Hint));
        return [.. refused.Concat(waiting).OrderBy(row => row.Line)];
    }

    /// <summary>Writes the file.</summary>
    /// <param name="table">The table, from its beginning.</param>
    /// <param name="header">Its header.</param>
    /// <param name="lines">What is said of lines, by line.</param>
    /// <param name="isVietnamese">Whether the words are Vietnamese; English otherwise.</param>
    /// <param name="into">Where to.</param>
    public static void Write(
        TableReader table,
        TableHeader header,
        IReadOnlyList<RejectedRowAnswer> lines,
        bool isVietnamese,
        ITableWriter into)
    {
        string[] own = isVietnamese
            ? ["Dòng", "Mã lỗi", "Lý do", "Cách sửa"]
            : ["Line", "Error code", "Reason", "What to do"];
        int[] widths = [8, 24, 60, 60];
        into.Begin(
            isVietnamese ? "Dòng cần sửa hoặc duyệt" : "Rows to mend or release",
            [
                .. own.Zip(widths), .. header.Names.Select(name => (name, 20)),
            ]);
        var place = 0;
        while (place < lines.Count && table.Read())
        {
            for (; place < lines.Count && lines[place].Line <= table.Line; place++)
            {
                into.Write(Row(lines[place], table, header.Names.Length));
            }
        }
    }

    private static object?[] Row(RejectedRowAnswer said, TableReader table, int columns)
    {
        var (line, code, reason, hint) = said;
        var cells = Enumerable.Range(0, columns).Select(column => ToValue(table[column]));
        return [line, code, reason, hint, .. cells];
    }

    private static object? ToValue(TableCell cell) => cell switch
    {
        { IsEmpty: true } => null,
        { IsNumber: true } => double.Parse(cell.Text, CultureInfo.InvariantCulture),
        _ => cell.Text,
    };
}
