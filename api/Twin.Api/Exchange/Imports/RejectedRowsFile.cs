using System.Globalization;
using Twin.Api.Exchange.Tables;
using Twin.Api.Observations;
using Twin.Geo.Tables;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// The lines of a table that were refused, as they were, with line, code, reason and hint before them: what a clerk
/// mends and sends again. A line stands once for each observation of it that was refused.
/// </summary>
internal static class RejectedRowsFile
{
    /// <summary>The most refused observations that the file lists.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Writes the file.</summary>
    /// <param name="table">The table, from its beginning.</param>
    /// <param name="header">Its header.</param>
    /// <param name="rejected">What was refused, by line.</param>
    /// <param name="isVietnamese">Whether the words are Vietnamese; English otherwise.</param>
    /// <param name="into">Where to.</param>
    public static void Write(
        TableReader table,
        TableHeader header,
        IReadOnlyList<RejectedRowAnswer> rejected,
        bool isVietnamese,
        ITableWriter into)
    {
        string[] own = isVietnamese
            ? ["Dòng", "Mã lỗi", "Lý do", "Cách sửa"]
            : ["Line", "Error code", "Reason", "What to do"];
        int[] widths = [8, 24, 60, 60];
        into.Begin(
            isVietnamese ? "Dòng bị từ chối" : "Refused rows",
            [
                .. own.Zip(widths), .. header.Names.Select(name => (name, 20)),
            ]);
        var place = 0;
        while (place < rejected.Count && table.Read())
        {
            for (; place < rejected.Count && rejected[place].Line <= table.Line; place++)
            {
                into.Write(Row(rejected[place], table, header.Names.Length, isVietnamese));
            }
        }
    }

    private static object?[] Row(RejectedRowAnswer rejected, TableReader table, int columns, bool isVietnamese)
    {
        var (line, code, reason, hint) = isVietnamese ? RejectionWords.InVietnamese(rejected) : rejected;
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
