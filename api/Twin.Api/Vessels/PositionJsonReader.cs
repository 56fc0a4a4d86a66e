using System.Globalization;
using System.Text.Json;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Reads one JSON object a line. For one thread.</summary>
internal sealed class PositionJsonReader(string feed)
{
    private readonly PositionDraft _draft = new(feed);
    private byte[] _text = new byte[256];

    /// <summary>The report of a line, or why there is none; neither for a blank line.</summary>
    public PositionReport? Read(ReadOnlySpan<byte> line, out Refusal? refusal)
    {
        refusal = null;
        var text = line.Trim(" \t"u8);
        if (text.IsEmpty)
        {
            return null;
        }

        if (text is not [(byte)'{', .., (byte)'}'])
        {
            refusal = LineRefusals.NotAnObject;
            return null;
        }

        _draft.Clear();
        try
        {
            refusal = ReadMembers(text);
        }
        catch (JsonException exception)
        {
            refusal = new Refusal(
                RowCodes.InvalidJson,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The line is not valid JSON at byte {(exception.BytePositionInLine ?? 0) + 1}."),
                "Check quotes, commas and braces there.");
        }
        catch (InvalidOperationException)
        {
            refusal = LineRefusals.InvalidEncoding;
        }

        return refusal is null ? _draft.Make(out refusal) : null;
    }

    private Refusal? ReadMembers(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!; // A name is a text.
            if (PositionFields.Find(name) is not { } field)
            {
                return new Refusal(
                    RowCodes.UnknownMember,
                    $"The member '{Refusals.Shown(name)}' is not known.",
                    "Members are vessel, phenomenonTime, longitude, latitude, speedOverGroundKnots, "
                    + "courseOverGroundDegrees, trueHeadingDegrees, navigationalStatus and receiver.");
            }

            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return LineRefusals.NotAnObject;
            }

            if (reader.TokenType is not JsonTokenType.Null)
            {
                _draft.Set(field, Text(ref reader));
            }
        }

        return reader.Read() ? LineRefusals.NotAnObject : null;
    }

    private ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String || !reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        if (_text.Length < reader.ValueSpan.Length)
        {
            _text = new byte[reader.ValueSpan.Length * 2];
        }

        return _text.AsSpan(0, reader.CopyString(_text));
    }
}
