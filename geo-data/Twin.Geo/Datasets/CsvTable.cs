using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Twin.Geo.Datasets;

/// <summary>Reads one CSV file (RFC 4180, UTF-8, a header) into rows, and reports what is wrong with it.</summary>
internal static class CsvTable
{
    // Strict: a legacy-encoded name must be refused, not turned into question marks.
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows that have all fields; an empty list where the file cannot be read at all.</summary>
    public static IReadOnlyList<CsvRow> Read(
        string directory, string file, string[] required, string[] optional, ProblemList problems)
    {
        var path = Path.Combine(directory, file);
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            problems.Add(file, 0, DatasetProblemCodes.MissingFile, $"There is no {file}.", "Add the file.");
            return [];
        }

        if (info.Length > DatasetReader.MaxFileBytes)
        {
            problems.Add(
                file, 0, DatasetProblemCodes.FileTooLarge, $"{file} has {info.Length} bytes.",
                $"At most {DatasetReader.MaxFileBytes} bytes are read.");
            return [];
        }

        try
        {
            using var reader = new StreamReader(path, StrictUtf8);
            return ReadRows(reader, file, required, optional, problems);
        }
        catch (DecoderFallbackException error)
        {
            problems.Add(
                file, 0, DatasetProblemCodes.NotUtf8, $"{file} is not UTF-8: {error.Message}", "Save it as UTF-8.");
            return [];
        }
    }

    /// <summary>The rows of a text that was sent and not read from a file of the dataset.</summary>
    public static IReadOnlyList<CsvRow> Parse(
        string text, string file, string[] required, string[] optional, ProblemList problems)
    {
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        return ReadRows(reader, file, required, optional, problems);
    }

    private static List<CsvRow> ReadRows(
        TextReader reader, string file, string[] required, string[] optional, ProblemList problems)
    {
        var isBad = false;
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => isBad = true });
        if (!parser.Read())
        {
            problems.Add(
                file, 0, DatasetProblemCodes.MalformedCsv, $"{file} is empty.",
                "Its first line must name the columns.");
            return [];
        }

        var columns = ReadHeader(parser.Record ?? [], file, required, optional, problems);
        if (columns is null)
        {
            return [];
        }

        var rows = new List<CsvRow>();
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            var fields = parser.Record ?? [];
            if (isBad || fields.Length != columns.Count)
            {
                isBad = false;
                problems.Add(
                    file, line, DatasetProblemCodes.MalformedCsv,
                    $"The row has {fields.Length} fields or a stray quote; the header has {columns.Count} columns.",
                    "Quote fields that hold commas, quotes or line breaks, and double the quotes inside.");
                continue;
            }

            if (rows.Count == DatasetReader.MaxRows)
            {
                problems.Add(
                    file, line, DatasetProblemCodes.TooManyRows, $"{file} has more than {rows.Count} rows.",
                    "Split the dataset.");
                break;
            }

            rows.Add(new CsvRow(file, line, columns, fields, problems));
        }

        return rows;
    }

    private static Dictionary<string, int>? ReadHeader(
        string[] names, string file, string[] required, string[] optional, ProblemList problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var isSound = true;
        for (var i = 0; i < names.Length; i++)
        {
            if (!required.Contains(names[i], StringComparer.Ordinal)
                && !optional.Contains(names[i], StringComparer.Ordinal))
            {
                problems.Add(
                    file, 1, DatasetProblemCodes.UnknownColumn, $"There is no column '{names[i]}' in {file}.",
                    $"The columns are {string.Join(", ", required.Concat(optional))}.");
                isSound = false;
            }

            if (!columns.TryAdd(names[i], i))
            {
                problems.Add(
                    file, 1, DatasetProblemCodes.DuplicateKey, $"The column '{names[i]}' stands twice.", "Drop one.");
                isSound = false;
            }
        }

        foreach (var name in required.Where(name => !columns.ContainsKey(name)))
        {
            problems.Add(
                file, 1, DatasetProblemCodes.MissingColumn, $"The column '{name}' is missing.", "Add the column.");
            isSound = false;
        }

        return isSound ? columns : null;
    }
}
