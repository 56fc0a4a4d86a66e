using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;
using Twin.Geo.Formats;

namespace Twin.Api.Ogc;

/// <summary>Writes features as GeoJSON, in any reference system and with links. Stateless.</summary>
internal static class FeatureWriter
{
    // As everywhere in the API: Vietnamese and links stay readable.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A page of features.</summary>
    public static ReadOnlyMemory<byte> Write(
        IFeatureCollection collection,
        FeaturePage page,
        CoordinateReferenceSystem system,
        DateTimeOffset now,
        IEnumerable<JsonObject> links)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteNumber("numberMatched", page.NumberMatched);
            writer.WriteNumber("numberReturned", page.Features.Length);
            writer.WriteString(
                "timeStamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            WriteLinks(writer, links);
            writer.WriteStartArray("features");
            foreach (var feature in page.Features)
            {
                writer.WriteStartObject();
                WriteMembers(writer, collection, feature, system);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>One feature.</summary>
    public static ReadOnlyMemory<byte> Write(
        IFeatureCollection collection,
        CollectionFeature feature,
        CoordinateReferenceSystem system,
        IEnumerable<JsonObject> links)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            WriteMembers(writer, collection, feature, system);
            WriteLinks(writer, links);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteMembers(
        Utf8JsonWriter writer,
        IFeatureCollection collection,
        CollectionFeature feature,
        CoordinateReferenceSystem system)
    {
        writer.WriteString("type", "Feature");
        writer.WriteString("id", feature.Id);
        writer.WriteStartObject("properties");
        for (var i = 0; i < collection.Properties.Length; i++)
        {
            writer.WritePropertyName(collection.Properties[i].Name);
            WriteValue(writer, feature.ValueOf(i), collection.Properties[i].IsInstant);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        var isInside = ReferenceEquals(system, CoordinateReferenceSystems.Crs84);
        GeoJsonFeatureWriter.WriteGeometry(
            writer, isInside || feature.Geometry is null ? feature.Geometry : system.FromCrs84(feature.Geometry));
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, bool isInstant)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case FilterTime time when isInstant:
                writer.WriteStringValue(time.ToInstant().UtcDateTime.ToString(
                    "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
                break;
            case FilterTime time:
                writer.WriteStringValue(time.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteLinks(Utf8JsonWriter writer, IEnumerable<JsonObject> links)
    {
        writer.WriteStartArray("links");
        foreach (var link in links)
        {
            link.WriteTo(writer);
        }

        writer.WriteEndArray();
    }
}
