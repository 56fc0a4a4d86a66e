using System.Globalization;
using System.Text;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>
/// One row of a table. Each getter reports a bad cell once and gives a value that lets reading go on, so that one read
/// shows everything that is wrong.
/// </summary>
internal sealed class CsvRow(
    string file, int line, IReadOnlyDictionary<string, int> columns, string[] fields, ProblemList problems)
{
    public string File => file;

    public int Line => line;

    public void Report(string code, string detail, string hint) => problems.Add(file, line, code, detail, hint);

    /// <summary>The text of a cell, or <c>null</c> where it is empty or the table lacks the column.</summary>
    public string? Optional(string column)
    {
        if (!columns.TryGetValue(column, out var index) || fields[index].Length == 0)
        {
            return null;
        }

        var text = fields[index];
        if (text.Length > DatasetReader.MaxFieldLength)
        {
            Invalid(column, text[..40] + " …", $"Write at most {DatasetReader.MaxFieldLength} characters.");
        }
        else if (!text.IsNormalized(NormalizationForm.FormC))
        {
            Report(
                DatasetProblemCodes.NotNormalized, $"The {column} '{text}' is not in Unicode NFC.",
                "Normalize the file to NFC: a letter and its marks must be one character.");
        }

        return text;
    }

    public string Text(string column)
    {
        if (Optional(column) is { } text)
        {
            return text;
        }

        Report(DatasetProblemCodes.MissingValue, $"The {column} is empty.", "Fill it in.");
        return string.Empty;
    }

    public double? Number(string column, double minimum = double.MinValue, double maximum = double.MaxValue)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Invalid(column, text, "Write a number with a decimal point, inside the bounds of the column.");
        return null;
    }

    public double RequiredNumber(string column, double minimum = double.MinValue, double maximum = double.MaxValue)
    {
        if (Optional(column) is null)
        {
            Text(column);
        }

        return Number(column, minimum, maximum) ?? 0;
    }

    public long? Count(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        Invalid(column, text, "Write a whole number without separators.");
        return null;
    }

    public DateOnly? Date(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Invalid(column, text, "Write a date as 2025-07-01.");
        return null;
    }

    public DateOnly RequiredDate(string column)
    {
        if (Optional(column) is null)
        {
            Text(column);
        }

        return Date(column) ?? DateOnly.MinValue;
    }

    public bool Flag(string column) => Choice(column, ("true", true), ("false", false));

    /// <summary>The value of the word in the cell; the first choice where it is none of them.</summary>
    public T Choice<T>(string column, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var text = Text(column);
        foreach (var (word, value) in choices)
        {
            if (string.Equals(word, text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        if (text.Length > 0)
        {
            var words = new StringBuilder();
            foreach (var (word, _) in choices)
            {
                words.Append(words.Length == 0 ? string.Empty : ", ").Append(word);
            }

            Invalid(column, text, $"Write one of: {words}.");
        }

        return choices[0].Value;
    }

    public AdministrativeUnitCode? UnitCode(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (AdministrativeUnitCode.TryParse(text, out var code))
        {
            return code;
        }

        Invalid(column, text, "Write a unit code: ASCII letters, digits and hyphens.");
        return null;
    }

    public AdministrativeUnitCode RequiredUnitCode(string column)
    {
        if (Optional(column) is null)
        {
            Text(column);
        }

        return UnitCode(column) ?? default;
    }

    public IndicatorCode? IndicatorCode(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (Model.Indicators.IndicatorCode.TryParse(text, out var code))
        {
            return code;
        }

        Invalid(column, text, "Write an indicator code: ASCII letters, digits and hyphens.");
        return null;
    }

    public void Invalid(string column, string text, string hint) => Report(
        DatasetProblemCodes.InvalidValue, $"The {column} '{text}' is not valid.", hint);
}
