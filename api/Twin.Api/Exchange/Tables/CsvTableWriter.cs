using System.Buffers;
using System.Globalization;
using System.Text;

namespace Twin.Api.Exchange.Tables;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8 with a mark, which Excel needs to see that it is UTF-8). Texts that a
/// spreadsheet would take for a formula get an apostrophe before them.
/// </summary>
/// <param name="stream">Where it goes; it stays open.</param>
/// <param name="separator">What stands between cells.</param>
/// <param name="decimalMark">What stands before decimals.</param>
internal sealed class CsvTableWriter(Stream stream, char separator, char decimalMark) : ITableWriter
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    private readonly StreamWriter _text = new(
        stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 64 << 10, leaveOpen: true)
    {
        NewLine = "\r\n",
    };

    private readonly SearchValues<char> _quoted = SearchValues.Create([separator, '"', '\r', '\n']);

    /// <inheritdoc/>
    public int MaxRows => int.MaxValue;

    /// <inheritdoc/>
    public void Begin(string name, IReadOnlyList<(string Name, int Width)> columns) =>
        Write([.. columns.Select(column => (object?)column.Name)]);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _text.Write(separator);
            }

            Write(cells[i]);
        }

        _text.WriteLine();
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case double number:
                var digits = number.ToString("R", CultureInfo.InvariantCulture);
                WriteText(decimalMark == '.' ? digits : digits.Replace('.', decimalMark));
                break;
            case IFormattable number and (int or long):
                _text.Write(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                WriteText(Harmless(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty));
                break;
        }
    }

    private void WriteText(string text)
    {
        if (!text.AsSpan().ContainsAny(_quoted))
        {
            _text.Write(text);
            return;
        }

        _text.Write('"');
        _text.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        _text.Write('"');
    }

    private static string Harmless(string text) => text switch
    {
        ['=' or '+' or '@' or '\t' or '\r', ..] => $"'{text}",
        ['-', var next, ..] when !char.IsAsciiDigit(next) => $"'{text}",
        _ => text,
    };
}
