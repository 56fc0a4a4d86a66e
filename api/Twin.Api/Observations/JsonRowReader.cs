using System.Text;
using System.Text.Json;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>Reads one JSON object as a row. For one thread.</summary>
internal sealed class JsonRowReader(ReportVocabulary vocabulary)
{
    private readonly BreakdownText _breakdown = new();
    private byte[] _unescaped = [];

    /// <summary>
    /// Reads the object that the reader stands at the beginning of, to its end. Answers why its members are not a row,
    /// or <c>null</c>. Throws <see cref="JsonException"/> where the text is not JSON.
    /// </summary>
    public Refusal? Read(scoped ref Utf8JsonReader reader, scoped ref RowFields fields)
    {
        Refusal? refusal = null;
        var seen = 0;
        var used = 0;
        _breakdown.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            var dimension = field == RowField.Ignored ? vocabulary.FindDimension(reader.ValueSpan) : null;
            field = dimension is null ? field : RowField.Dimension;
            refusal ??= CheckName(ref reader, field, ref seen);
            reader.Read();
            if (field == RowField.Breakdown && reader.TokenType == JsonTokenType.StartObject)
            {
                refusal = ReadMembers(ref reader) ?? refusal;
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                refusal ??= NotAValue(field);
                reader.Skip();
            }
            else if (refusal is null)
            {
                Set(ref reader, field, dimension, ref fields, ref used);
            }
        }

        fields.Breakdown = _breakdown.Text;
        return refusal;
    }

    /// <summary>What a member says; ignored where no member is called so.</summary>
    public static RowField FieldOf(ref Utf8JsonReader reader) => reader switch
    {
        _ when reader.ValueTextEquals("unit"u8) => RowField.Unit,
        _ when reader.ValueTextEquals("indicator"u8) => RowField.Indicator,
        _ when reader.ValueTextEquals("period"u8) => RowField.Period,
        _ when reader.ValueTextEquals("value"u8) => RowField.Value,
        _ when reader.ValueTextEquals("numerator"u8) => RowField.Value,
        _ when reader.ValueTextEquals("denominator"u8) => RowField.Denominator,
        _ when reader.ValueTextEquals("status"u8) => RowField.Status,
        _ when reader.ValueTextEquals("resultTime"u8) => RowField.ResultTime,
        _ when reader.ValueTextEquals("source"u8) => RowField.Source,
        _ when reader.ValueTextEquals("breakdown"u8) => RowField.Breakdown,
        _ => RowField.Ignored,
    };

    private static Refusal? CheckName(ref Utf8JsonReader reader, RowField field, ref int seen)
    {
        if (field == RowField.Ignored)
        {
            return new Refusal(
                RowCodes.UnknownMember,
                $"The member '{Refusals.Shown(Encoding.UTF8.GetString(reader.ValueSpan))}' is not known.",
                "Members are unit, indicator, period, value or numerator, denominator, status, resultTime, source, "
                + "breakdown, and the codes of dimensions.");
        }

        // Of two members of one dimension the breakdown itself is refused.
        var bit = field == RowField.Dimension ? 0 : 1 << (int)field;
        if ((seen & bit) != 0)
        {
            return new Refusal(
                RowCodes.DuplicateMember,
                $"The member '{Encoding.UTF8.GetString(reader.ValueSpan)}' is there twice, or value beside numerator.",
                "Give each member once.");
        }

        seen |= bit;
        return null;
    }

    private static Refusal NotAValue(RowField field) => new(
        RowCodes.MalformedRow,
        $"The member '{field.ToString().ToLowerInvariant()}' is a list or an object.",
        "Give a text or a number.");

    private void Set(
        scoped ref Utf8JsonReader reader,
        RowField field,
        byte[]? dimension,
        scoped ref RowFields fields,
        scoped ref int used)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        var text = reader.ValueIsEscaped ? Unescape(ref reader, ref used) : reader.ValueSpan;
        if (field is RowField.Breakdown or RowField.Dimension)
        {
            AddBreakdown(dimension, text.Trim(" "u8));
            return;
        }

        fields.Set(field, text.Trim(" "u8));
        fields.IsValueJson |= field == RowField.Value && reader.TokenType == JsonTokenType.Number;
        fields.IsDenominatorJson |= field == RowField.Denominator && reader.TokenType == JsonTokenType.Number;
    }

    private void AddBreakdown(byte[]? dimension, ReadOnlySpan<byte> text)
    {
        if (dimension is null)
        {
            _breakdown.Add(text);
        }
        else
        {
            _breakdown.Add(dimension, text);
        }
    }

    /// <summary>Reads a breakdown that is an object of dimensions and their members, to its end.</summary>
    private Refusal? ReadMembers(scoped ref Utf8JsonReader reader)
    {
        Refusal? refusal = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var dimension = Encoding.UTF8.GetBytes(reader.GetString() ?? string.Empty);
            reader.Read();
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null)
            {
                _breakdown.Add(dimension, Encoding.UTF8.GetBytes(reader.GetString() ?? string.Empty));
            }
            else
            {
                refusal = NotAValue(RowField.Breakdown);
                reader.Skip();
            }
        }

        return refusal;
    }

    /// <summary>Texts unescaped earlier in the row stay where they are, so that their fields stay valid.</summary>
    private ReadOnlySpan<byte> Unescape(scoped ref Utf8JsonReader reader, scoped ref int used)
    {
        if (_unescaped.Length - used < reader.ValueSpan.Length)
        {
            // The old array lives as long as the fields that point into it.
            _unescaped = new byte[Math.Max(1024, 2 * reader.ValueSpan.Length)];
            used = 0;
        }

        var length = reader.CopyString(_unescaped.AsSpan(used));
        var text = _unescaped.AsSpan(used, length);
        used += length;
        return text;
    }
}
