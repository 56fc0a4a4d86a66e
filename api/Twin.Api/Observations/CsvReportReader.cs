using System.Text.Unicode;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>
/// Reads rows of RFC 4180, over the bytes as they come: a cell is a slice of the line unless it is quoted. A cell does
/// not span lines, so that a quote left open spoils its own row and none after it. For one thread.
/// </summary>
internal sealed class CsvReportReader(ReportRows rows)
{
    private readonly BreakdownText _breakdown = new();
    private CsvHeader? _header;
    private byte[] _unquoted = [];

    /// <summary>Takes a line; answers why the whole report cannot be read, or <c>null</c>.</summary>
    public Refusal? Read(int lineNumber, ReadOnlySpan<byte> line, bool isTooLong)
    {
        if (isTooLong)
        {
            rows.Reject(lineNumber, LineRefusals.TooLong);
            return null;
        }

        if (!Utf8.IsValid(line))
        {
            if (_header is null)
            {
                return LineRefusals.InvalidEncoding with { Code = ProblemCodes.InvalidEncoding };
            }

            rows.Reject(lineNumber, LineRefusals.InvalidEncoding);
            return null;
        }

        if (_header is null)
        {
            return line.IsEmpty ? null : ReadHeader(line);
        }

        ReadRow(lineNumber, line, _header);
        return null;
    }

    private Refusal? ReadHeader(ReadOnlySpan<byte> line)
    {
        if (!CsvHeader.TryRead(line, rows.Vocabulary, out _header, out var refusal))
        {
            return refusal;
        }

        if (_header.Separator == ';')
        {
            // Spreadsheets put semicolons between cells where the comma is taken by decimals.
            rows.AddEvidence(NumberConvention.Comma);
        }

        return null;
    }

    private void ReadRow(int lineNumber, ReadOnlySpan<byte> line, CsvHeader header)
    {
        var fields = default(RowFields);
        _breakdown.Clear();
        if (line.Contains((byte)'"'))
        {
            if (_unquoted.Length < line.Length)
            {
                _unquoted = new byte[line.Length * 2];
            }

            line.CopyTo(_unquoted);
            if (!TryReadQuoted(_unquoted.AsSpan(0, line.Length), header, ref fields))
            {
                rows.Reject(lineNumber, LineRefusals.OpenQuote);
                return;
            }
        }
        else if (!TryReadPlain(line, header, ref fields))
        {
            rows.Reject(lineNumber, LineRefusals.TooManyCells(header.Columns.Length));
            return;
        }

        fields.Breakdown = _breakdown.Text;
        if (!fields.IsEmpty)
        {
            rows.Add(lineNumber, fields);
        }
    }

    private bool TryReadPlain(ReadOnlySpan<byte> line, CsvHeader header, ref RowFields fields)
    {
        for (var column = 0; column < header.Columns.Length; column++)
        {
            var end = line.IndexOf(header.Separator);
            if (end < 0)
            {
                Set(header, column, line.Trim(" "u8), ref fields);
                return true;
            }

            Set(header, column, line[..end].Trim(" "u8), ref fields);
            line = line[(end + 1)..];
        }

        return line.Trim(header.Separator).Trim(" "u8).IsEmpty;
    }

    /// <summary>Reads cells of which some are quoted; doubled quotes are closed up in place.</summary>
    private bool TryReadQuoted(Span<byte> line, CsvHeader header, ref RowFields fields)
    {
        var column = 0;
        var start = 0;
        while (start <= line.Length)
        {
            var rest = line[start..];
            var indent = rest.Length - rest.TrimStart(" "u8).Length;
            int length;
            if (rest[indent..] is [(byte)'"', ..])
            {
                var body = rest[(indent + 1)..];
                if (!TryUnquote(body, out var written, out var used) || !IsCellEnd(body[used..], header.Separator))
                {
                    return false;
                }

                Set(header, column, body[..written], ref fields);
                var tail = body[used..].IndexOf(header.Separator);
                length = tail < 0 ? rest.Length : indent + 1 + used + tail;
            }
            else
            {
                var end = rest.IndexOf(header.Separator);
                length = end < 0 ? rest.Length : end;
                Set(header, column, rest[..length].Trim(" "u8), ref fields);
            }

            start += length + 1;
            column++;
        }

        return column <= header.Columns.Length;
    }

    /// <summary>Keeps the text of a cell, if its column is one that the header names.</summary>
    private void Set(CsvHeader header, int column, ReadOnlySpan<byte> text, ref RowFields fields)
    {
        if (column >= header.Columns.Length)
        {
            return;
        }

        switch (header.Columns[column])
        {
            case RowField.Breakdown:
                _breakdown.Add(text);
                break;
            case RowField.Dimension:
                _breakdown.Add(header.Dimensions[column], text);
                break;
            case var field:
                fields.Set(field, text);
                break;
        }
    }

    /// <summary>Closes up a quoted text in place. Answers how long it became and how many bytes it took.</summary>
    private static bool TryUnquote(Span<byte> body, out int written, out int used)
    {
        written = 0;
        for (used = 0; used < body.Length; used++)
        {
            if (body[used] == '"')
            {
                if (used + 1 >= body.Length || body[used + 1] != '"')
                {
                    used++;
                    return true;
                }

                used++;
            }

            body[written++] = body[used];
        }

        return false;
    }

    private static bool IsCellEnd(ReadOnlySpan<byte> tail, byte separator)
    {
        var trimmed = tail.TrimStart(" "u8);
        return trimmed.IsEmpty || trimmed[0] == separator;
    }
}
