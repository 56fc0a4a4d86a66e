using System.Text.Json;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads GeoJSON text sequences (RFC 8142), each text behind a record separator, or a file with a feature a line. A
/// text that is no JSON spoils itself alone, as RFC 7464 §2.1 asks.
/// </summary>
internal sealed class GeoJsonSequenceReader(ReadOnlyMemory<byte> utf8, MapReadOptions options) : MapFileReader(options)
{
    /// <summary>What stands before each text.</summary>
    public const byte RecordSeparator = 0x1E;

    private readonly ReadOnlyMemory<byte> _utf8 = GeoJsonFileReader.Checked(utf8);

    /// <inheritdoc/>
    public override MapFormat Format => MapFormat.GeoJsonSequence;

    /// <inheritdoc/>
    protected override CoordinateReferenceSystem DefaultCrs => CoordinateReferenceSystems.Crs84;

    /// <summary>Whether a text that begins like JSON is a feature a line: its first line is a whole feature.</summary>
    public static bool IsLines(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.IndexOf((byte)'\n');
        if (end < 0 || utf8[end..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8[..end]);
            while (reader.Read())
            {
                // Only whether it is whole is asked.
            }

            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<MapFeature> ReadFeatures()
    {
        var separator = _utf8.Span.TrimStart(" \t\r\n"u8) is [RecordSeparator, ..] ? RecordSeparator : (byte)'\n';
        var (start, line, number) = (0, 1, 0);
        while (start < _utf8.Length)
        {
            var length = _utf8.Span[start..].IndexOf(separator);
            var text = length < 0 ? _utf8[start..] : _utf8.Slice(start, length);
            if (!text.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                yield return ReadText(text, ++number, line);
            }

            line += text.Span.Count((byte)'\n') + (separator == (byte)'\n' ? 1 : 0);
            start += text.Length + 1;
        }
    }

    private MapFeature ReadText(ReadOnlyMemory<byte> text, int number, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return GeoJsonFileReader.ReadFeature(document.RootElement, number, line, Options);
        }
        catch (JsonException)
        {
            return MapFeature.Refused(
                number, line, "malformed_geojson", "The text is no JSON.",
                "Write each feature as one whole JSON text.");
        }
    }
}
