using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Twin.Api.Problems;
using Twin.Api.Text;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>The columns of a CSV report: what stands between them, and what each says.</summary>
/// <param name="Separator">Comma, semicolon or tab.</param>
/// <param name="Columns">What each column says, in order.</param>
/// <param name="Dimensions">For each column the code of the dimension that it is of; empty for the others.</param>
internal sealed record CsvHeader(
    byte Separator, ImmutableArray<RowField> Columns, ImmutableArray<byte[]> Dimensions)
{
    private const int MaxColumns = 100;

    private const string Hint =
        "The first line names the columns: unit, indicator, period, value and, as needed, denominator, status, "
        + "resultTime, source, breakdown or a dimension's code; or in Vietnamese mã đơn vị, mã chỉ tiêu, kỳ, tử số, "
        + "mẫu số, trạng thái, thời điểm, nguồn, phân tổ or a dimension's name.";

    private static readonly FrozenDictionary<string, RowField> FieldsByName = Names(
        (RowField.Unit, ["unit", "unit code", "ma don vi", "don vi", "ma dvhc", "ma don vi hanh chinh"]),
        (RowField.Indicator, ["indicator", "indicator code", "chi tieu", "ma chi tieu"]),
        (RowField.Period, ["period", "time period", "ky", "ky bao cao"]),
        (RowField.Value, ["value", "numerator", "tu so", "gia tri"]),
        (RowField.Denominator, ["denominator", "mau so"]),
        (RowField.Status, ["status", "trang thai"]),
        (RowField.ResultTime, ["resulttime", "result time", "thoi diem", "ngay bao cao"]),
        (RowField.Source, ["source", "nguon", "nguon so lieu"]),
        (RowField.Breakdown, ["breakdown", "phan to"]),
        // What spreadsheets carry beside the codes for their readers.
        (RowField.Ignored,
        [
            "unit name", "ten don vi", "indicator name", "ten chi tieu", "unit of measure", "don vi tinh", "dvt",
            "note", "ghi chu", "stt", "no",
        ]));

    private static readonly ImmutableArray<char> Separators = [',', ';', '\t'];

    private static readonly ImmutableArray<RowField> Required =
        [RowField.Unit, RowField.Indicator, RowField.Period, RowField.Value];

    /// <summary>What a column of that folded name says; <c>null</c> for a name that is not known.</summary>
    public static RowField? FieldOf(string foldedName) =>
        FieldsByName.TryGetValue(foldedName, out var field) ? field : null;

    /// <summary>Reads the first line, or says why it is no header.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> line,
        ReportVocabulary vocabulary,
        [NotNullWhen(true)] out CsvHeader? header,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        header = null;
        var text = Encoding.UTF8.GetString(line);
        var best = Separators.Select(separator => (Separator: separator, Cells: Split(text, separator)))
            .MaxBy(split => split.Cells.Count(cell => FieldsByName.ContainsKey(FoldedText.Fold(cell))));
        var columns = best.Cells.ConvertAll(cell => Column(cell, vocabulary));
        refusal = Check(best.Cells, columns);
        if (refusal is not null)
        {
            return false;
        }

        header = new CsvHeader(
            (byte)best.Separator,
            [.. columns.Select(column => column!.Value.Field)], // Check refuses a column that is not known.
            [.. columns.Select(column => column!.Value.Dimension)]);
        return true;
    }

    /// <summary>What a column says; <c>null</c> where it is not known.</summary>
    private static (RowField Field, byte[] Dimension)? Column(string cell, ReportVocabulary vocabulary)
    {
        var name = FoldedText.Fold(cell);
        if (FieldsByName.TryGetValue(name, out var field))
        {
            return (field, []);
        }

        return vocabulary.FindDimensionByName(name) is { } dimension ? (RowField.Dimension, dimension) : null;
    }

    private static Refusal? Check(List<string> cells, List<(RowField Field, byte[] Dimension)?> columns)
    {
        if (cells.Count > MaxColumns)
        {
            return Invalid($"The first line has more than {MaxColumns} cells.");
        }

        var seen = new HashSet<(RowField, byte[])>();
        foreach (var (cell, column) in cells.Zip(columns))
        {
            if (column is not { } known)
            {
                return Invalid($"The column '{Refusals.Shown(cell)}' is not known.");
            }

            if (known.Field != RowField.Ignored && !seen.Add(known))
            {
                return Invalid($"The column '{Refusals.Shown(cell)}' is there twice.");
            }
        }

        return Required.FirstOrDefault(field => !seen.Contains((field, []))) is var missing and not RowField.Ignored
            ? Invalid($"There is no column '{missing.ToString().ToLowerInvariant()}'.")
            : null;
    }

    private static Refusal Invalid(string detail) => new(ProblemCodes.InvalidCsv, detail, Hint);

    // A name holds no separator, so the quotes around one can simply go.
    private static List<string> Split(string text, char separator) =>
        [.. text.Split(separator).Select(cell => cell.Trim().Trim('"').Trim())];

    private static FrozenDictionary<string, RowField> Names(params (RowField Field, string[] Names)[] fields) => fields
        .SelectMany(field => field.Names.Select(name => (name, field.Field)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Field, StringComparer.Ordinal);
}
