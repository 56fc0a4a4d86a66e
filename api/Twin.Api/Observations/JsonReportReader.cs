using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>
/// Reads a JSON document: a list of rows, an object with a list <c>observations</c> and perhaps a <c>reporter</c>, or
/// one row. A row's line is its place in the list. For one thread.
/// </summary>
internal sealed class JsonReportReader(ReportRows rows)
{
    private const string Hint =
        "Send [{\"unit\": …, \"indicator\": …, \"period\": …, \"value\": …}, …], or {\"observations\": […]}.";

    private readonly JsonRowReader _row = new(rows.Vocabulary);

    /// <summary>The reporter that the document names; <c>null</c> when it names none.</summary>
    public string? Reporter { get; private set; }

    /// <summary>Takes the document; answers why it cannot be read, or <c>null</c>.</summary>
    public Refusal? Read(ReadOnlySpan<byte> document)
    {
        if (!Utf8.IsValid(document))
        {
            return new Refusal(
                ProblemCodes.InvalidEncoding, "The document is not UTF-8.", "JSON is UTF-8 (RFC 8259 §8.1).");
        }

        try
        {
            // The whole document is read once before any row is taken, so that half of one never counts.
            var check = new Utf8JsonReader(document);
            while (check.Read())
            {
            }

            var reader = new Utf8JsonReader(document);
            return reader.Read() ? ReadRoot(ref reader) : Invalid("The body is empty.");
        }
        catch (JsonException exception)
        {
            return new Refusal(
                ProblemCodes.InvalidJson,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The document is not valid JSON at line {(exception.LineNumber ?? 0) + 1}, byte "
                    + $"{(exception.BytePositionInLine ?? 0) + 1}."),
                "Check quotes, commas and braces there.");
        }
    }

    private Refusal? ReadRoot(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                ReadList(ref reader);
                return null;
            case JsonTokenType.StartObject when IsRow(reader):
                ReadRow(ref reader, 1);
                return null;
            case JsonTokenType.StartObject:
                return ReadEnvelope(ref reader);
            default:
                return Invalid("The document is neither a list nor an object.");
        }
    }

    /// <summary>Whether the object is a row: it has a member of one and none that only an envelope has.</summary>
    private static bool IsRow(Utf8JsonReader reader)
    {
        var isRow = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("observations"u8))
            {
                return false;
            }

            isRow |= JsonRowReader.FieldOf(ref reader) != RowField.Ignored;
            reader.Skip();
        }

        return isRow;
    }

    private Refusal? ReadEnvelope(ref Utf8JsonReader reader)
    {
        var hasRows = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("observations"u8) && !hasRows)
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    return Invalid("The member 'observations' is not a list.");
                }

                ReadList(ref reader);
                hasRows = true;
            }
            else if (reader.ValueTextEquals("reporter"u8))
            {
                reader.Read();
                if (!TryReadReporter(ref reader, out var refusal))
                {
                    return refusal;
                }
            }
            else
            {
                var name = Refusals.Shown(Encoding.UTF8.GetString(reader.ValueSpan));
                return Invalid($"The member '{name}' is not known, or there twice.");
            }
        }

        return hasRows ? null : Invalid("There is no member 'observations'.");
    }

    private bool TryReadReporter(ref Utf8JsonReader reader, [NotNullWhen(false)] out Refusal? refusal)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            refusal = Invalid("The member 'reporter' is not a text.");
            return false;
        }

        var name = (reader.GetString() ?? string.Empty).Trim().Normalize(NormalizationForm.FormC);
        refusal = ReportHeaders.CheckReporter(name);
        Reporter = name.Length == 0 ? null : name;
        return refusal is null;
    }

    private void ReadList(ref Utf8JsonReader reader)
    {
        for (var place = 1; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadRow(ref reader, place);
            }
            else
            {
                rows.Reject(place, new Refusal(
                    RowCodes.MalformedRow, "The item is not an object.", "Each item of the list is one row."));
                reader.Skip();
            }
        }
    }

    private void ReadRow(ref Utf8JsonReader reader, int place)
    {
        var fields = default(RowFields);
        if (_row.Read(ref reader, ref fields) is { } refusal)
        {
            rows.Reject(place, refusal);
        }
        else
        {
            rows.Add(place, fields);
        }
    }

    private static Refusal Invalid(string detail) => new(ProblemCodes.InvalidJson, detail, Hint);
}
