using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>Reads one JSON object a line. A bad line spoils itself alone. For one thread.</summary>
internal sealed class NdJsonReportReader(ReportRows rows)
{
    private readonly JsonRowReader _row = new(rows.Vocabulary);

    /// <summary>Takes a line.</summary>
    public void Read(int lineNumber, ReadOnlySpan<byte> line, bool isTooLong)
    {
        var text = line.Trim(" \t"u8);
        if (isTooLong)
        {
            rows.Reject(lineNumber, LineRefusals.TooLong);
        }
        else if (!Utf8.IsValid(text))
        {
            rows.Reject(lineNumber, LineRefusals.InvalidEncoding);
        }
        else if (text is [(byte)'{', .., (byte)'}'])
        {
            ReadObject(lineNumber, text);
        }
        else if (!text.IsEmpty)
        {
            // Seen at once, because an exception for each of a million lines would take a minute.
            rows.Reject(lineNumber, LineRefusals.NotAnObject);
        }
    }

    private void ReadObject(int lineNumber, ReadOnlySpan<byte> text)
    {
        var fields = default(RowFields);
        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            var refusal = _row.Read(ref reader, ref fields);
            if (reader.Read())
            {
                refusal = LineRefusals.NotAnObject;
            }

            if (refusal is not null)
            {
                rows.Reject(lineNumber, refusal);
                return;
            }
        }
        catch (JsonException exception)
        {
            rows.Reject(lineNumber, new Refusal(
                RowCodes.InvalidJson,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The line is not valid JSON at byte {(exception.BytePositionInLine ?? 0) + 1}."),
                "Check quotes, commas and braces there."));
            return;
        }

        rows.Add(lineNumber, fields);
    }
}
