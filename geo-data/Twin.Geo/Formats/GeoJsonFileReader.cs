using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads GeoJSON (RFC 7946): a collection, one feature or one geometry. The file is held in memory and its features are
/// taken apart one at a time. A member <c>crs</c>, as GeoJSON had it before 2016, is heeded.
/// </summary>
internal sealed class GeoJsonFileReader : MapFileReader
{
    internal const string Hint = "Write GeoJSON as in RFC 7946: longitude then latitude in degrees, rings closed.";

    private static readonly string[] GeometryTypes =
    [
        "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ];

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly string? _type;
    private readonly string? _crs;
    private readonly int _features = -1;
    private readonly JsonReaderState _state;

    /// <summary>Takes the whole file; throws where it is no JSON.</summary>
    public GeoJsonFileReader(ReadOnlyMemory<byte> utf8, MapReadOptions options)
        : base(options)
    {
        _utf8 = Checked(utf8);
        try
        {
            var reader = new Utf8JsonReader(_utf8.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new MapFileException("malformed_geojson", "The file is no JSON object.", Hint);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "type" when reader.TokenType == JsonTokenType.String:
                        _type = reader.GetString();
                        break;
                    case "crs" when reader.TokenType == JsonTokenType.StartObject:
                        _crs = NameOf(JsonElement.ParseValue(ref reader));
                        break;
                    case "features" when reader.TokenType == JsonTokenType.StartArray && _features < 0:
                        _features = (int)reader.BytesConsumed;
                        _state = reader.CurrentState;
                        reader.Skip();
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            // Reads on to the end, so that what follows the object is found as well.
            reader.Read();
        }
        catch (JsonException exception)
        {
            throw Malformed(exception);
        }
    }

    /// <inheritdoc/>
    public override MapFormat Format => MapFormat.GeoJson;

    /// <inheritdoc/>
    public override string? DeclaredCrs => _crs;

    /// <inheritdoc/>
    protected override CoordinateReferenceSystem DefaultCrs => CoordinateReferenceSystems.Crs84;

    /// <summary>The text without its byte order mark; throws where it is no UTF-8, which JSON has to be.</summary>
    internal static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        return Utf8.IsValid(text.Span) ? text : throw new MapFileException(
            "wrong_encoding", "The file is not in UTF-8.", "Save the file as UTF-8 (RFC 8259 §8.1).");
    }

    /// <summary>Reads one text of GeoJSON as a feature.</summary>
    internal static MapFeature ReadFeature(JsonElement element, int number, int line, MapReadOptions options)
    {
        try
        {
            var shapes = ShapeBuilder.Lenient(options.MaxVertices);
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("The feature is no JSON object.");
            }

            var feature = GeoJsonFeatureReader.ReadFeature(element, shapes);
            return MapFeature.Of(number, line, feature, shapes.Notes);
        }
        catch (MapFileException exception)
        {
            return new MapFeature(number, line, null, exception.Refusal, []);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            // JsonElement throws InvalidOperationException where a member has another type than the one asked for.
            return MapFeature.Refused(number, line, "malformed_geojson", error.Message, Hint);
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<MapFeature> ReadFeatures()
    {
        if (string.Equals(_type, "FeatureCollection", StringComparison.Ordinal) && _features >= 0)
        {
            var cursor = new Cursor(_utf8, _features, _state);
            for (var number = 1; cursor.TryRead(out var element); number++)
            {
                yield return ReadFeature(element, number, cursor.Line, Options);
            }

            yield break;
        }

        using var document = JsonDocument.Parse(_utf8);
        yield return _type switch
        {
            "Feature" => ReadFeature(document.RootElement, 1, 1, Options),
            { } type when GeometryTypes.Contains(type, StringComparer.Ordinal) =>
                ReadFeature(Wrap(document.RootElement), 1, 1, Options),
            _ => throw new MapFileException(
                "malformed_geojson",
                $"The type '{Cut(_type ?? string.Empty)}' is no FeatureCollection with features, Feature or geometry.",
                Hint),
        };
    }

    private static JsonElement Wrap(JsonElement geometry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("{\"type\":\"Feature\",\"properties\":null,\"geometry\":"u8);
        buffer.Write(Encoding.UTF8.GetBytes(geometry.GetRawText()));
        buffer.Write("}"u8);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static string? NameOf(JsonElement crs) =>
        crs.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    private static MapFileException Malformed(JsonException exception) => new(
        "malformed_geojson",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Line {(exception.LineNumber ?? 0) + 1}, byte {(exception.BytePositionInLine ?? 0) + 1} is no JSON."),
        Hint,
        exception);

    /// <summary>
    /// Goes through the features; a reader of JSON cannot be kept from one to the next, its state can.
    /// </summary>
    private sealed class Cursor(ReadOnlyMemory<byte> utf8, int offset, JsonReaderState state)
    {
        private int _lineOffset;
        private int _offset = offset;
        private JsonReaderState _state = state;

        /// <summary>The line that the feature last read begins on.</summary>
        public int Line { get; private set; } = 1;

        public bool TryRead(out JsonElement element)
        {
            element = default;
            var reader = new Utf8JsonReader(utf8.Span[_offset..], isFinalBlock: true, _state);
            reader.Read();
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return false;
            }

            var start = _offset + (int)reader.TokenStartIndex;
            Line += utf8.Span[_lineOffset..start].Count((byte)'\n');
            _lineOffset = start;
            element = JsonElement.ParseValue(ref reader);
            _offset += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            return true;
        }
    }
}
