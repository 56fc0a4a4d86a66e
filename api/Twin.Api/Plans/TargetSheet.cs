using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Twin.Api.Exchange.Imports;
using Twin.Api.Problems;
using Twin.Geo.Tables;
using Twin.Model;

namespace Twin.Api.Plans;

/// <summary>A table of targets, with the texts of its cells by what they hold. Nothing is judged yet.</summary>
/// <param name="Header">The line that names the columns.</param>
/// <param name="Rows">The rows that hold anything.</param>
/// <param name="Separator">What stands between the cells of a CSV file.</param>
internal sealed record TargetSheet(TableHeader Header, ImmutableArray<TargetSheet.Line> Rows, char? Separator)
{
    /// <summary>The most rows of a table.</summary>
    public const int MaxRows = 10_000;

    private const string Hint =
        "Its header names 'name_vi' (or 'Chỉ tiêu'), 'value' (or 'Giá trị') and, as it has them, 'id', "
        + "'comparator', 'due_date', 'tiers', 'indicator'.";

    /// <summary>The columns that are not read, for nobody knows what they hold.</summary>
    public IEnumerable<string> Unread =>
        Header.Names.Where(name => name.Length > 0 && TargetColumns.Find(name) is null);

    /// <summary>The documents that the rows are of, in the order of the table; empty where it names none.</summary>
    public IEnumerable<PlanDocumentAnswer> Documents => Rows
        .Where(row => row.Document is not null)
        .GroupBy(row => row.Document!, StringComparer.Ordinal)
        .Select(rows => new PlanDocumentAnswer(
            rows.Key,
            rows.Select(row => row[TargetColumns.DocumentNumber]).FirstOrDefault(text => text.Length > 0),
            rows.Select(row => row[TargetColumns.DocumentDate]).FirstOrDefault(text => text.Length > 0),
            rows.Select(row => row[TargetColumns.Place]).FirstOrDefault(text => text.Length > 0),
            rows.Count()));

    /// <summary>The line that names the columns; <c>null</c> where there is none.</summary>
    public static TableHeader? FindHeader(TableReader table) =>
        TableHeader.Find(table, null, name => TargetColumns.Find(name) is not null);

    /// <summary>Reads a table from its beginning to its end, or says why it holds no targets.</summary>
    public static bool TryRead(
        TableReader table,
        TableHeader? header,
        [NotNullWhen(true)] out TargetSheet? sheet,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        sheet = null;
        refusal = null;
        var columns = header?.Names.Select(TargetColumns.Find).ToImmutableArray() ?? [];
        if (header is null
            || (!columns.Contains(TargetColumns.NameVi, StringComparer.Ordinal)
                && !columns.Contains(TargetColumns.Indicator, StringComparer.Ordinal)))
        {
            refusal = new Refusal(ProblemCodes.InvalidTable, "The table holds no targets.", Hint);
            return false;
        }

        var rows = ImmutableArray.CreateBuilder<Line>();
        while (table.Read())
        {
            if (table.Line <= header.Line || IsBlank(table))
            {
                continue;
            }

            if (rows.Count == MaxRows)
            {
                refusal = new Refusal(
                    ProblemCodes.TooLarge,
                    string.Create(CultureInfo.InvariantCulture, $"The table has more than {MaxRows} rows."),
                    "Send the rows of one plan.");
                return false;
            }

            rows.Add(Line.Of(table, columns));
        }

        sheet = new TargetSheet(header, rows.DrainToImmutable(), table.Separator);
        return true;
    }

    private static bool IsBlank(TableReader table)
    {
        for (var column = 0; column < table.Count; column++)
        {
            if (!table[column].IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One row.</summary>
    /// <param name="Number">Its line, from 1.</param>
    /// <param name="IsMalformed">Whether it could not be taken apart.</param>
    /// <param name="Cells">The cells by what they hold; of two columns for the same, the first with a text.</param>
    internal sealed record Line(int Number, bool IsMalformed, ImmutableDictionary<string, TableCell> Cells)
    {
        /// <summary>The document that it is of; <c>null</c> where the table does not say.</summary>
        public string? Document => this[TargetColumns.Document] is { Length: > 0 } file
            ? file
            : this[TargetColumns.DocumentNumber] is { Length: > 0 } number ? number : null;

        /// <summary>The text of a cell; empty where there is none.</summary>
        public string this[string column] => Cells.GetValueOrDefault(column).Text ?? string.Empty;

        /// <summary>Takes the line that a table has just read.</summary>
        public static Line Of(TableReader table, ImmutableArray<string?> columns)
        {
            var cells = ImmutableDictionary.CreateBuilder<string, TableCell>(StringComparer.Ordinal);
            for (var column = 0; column < columns.Length; column++)
            {
                if (columns[column] is { } name && table[column] is { IsEmpty: false } cell)
                {
                    cells.TryAdd(name, cell);
                }
            }

            return new Line(table.Line, table.IsMalformed, cells.ToImmutable());
        }
    }
}
