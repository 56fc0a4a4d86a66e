using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Formats;

/// <summary>
/// Writes GeoJSON as RFC 7946 asks: longitude first, exterior rings counter-clockwise, interior ones clockwise, no
/// <c>crs</c> member. Numbers are the shortest text that reads back as the same double. Stateless.
/// </summary>
public static class GeoJsonFeatureWriter
{
    /// <summary>Writes a feature collection, a feature a line, in UTF-8 without a byte order mark.</summary>
    /// <param name="features">The features.</param>
    /// <param name="crs">
    /// The URN of the reference system that they are in, for those who agreed on it (RFC 7946 §4); <c>null</c> for
    /// CRS84.
    /// </param>
    public static byte[] Write(IEnumerable<GeoJsonFeature> features, string? crs = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("{\"type\":\"FeatureCollection\","u8);
        if (crs is not null)
        {
            buffer.Write("\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"u8);
            buffer.Write(JsonSerializer.SerializeToUtf8Bytes(crs));
            buffer.Write("}},"u8);
        }

        buffer.Write("\"features\":["u8);
        var isFirst = true;
        foreach (var feature in features)
        {
            buffer.Write(isFirst ? "\n"u8 : ",\n"u8);
            isFirst = false;
            using var writer = new Utf8JsonWriter(buffer);
            WriteFeature(writer, feature);
        }

        buffer.Write("\n]}\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a text sequence (RFC 8142): a feature a line, each behind a record separator.</summary>
    public static void WriteSequence(IEnumerable<GeoJsonFeature> features, Stream output)
    {
        foreach (var feature in features)
        {
            output.WriteByte(GeoJsonSequenceReader.RecordSeparator);
            using (var writer = new Utf8JsonWriter(output))
            {
                WriteFeature(writer, feature);
            }

            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>Writes one feature.</summary>
    public static void WriteFeature(Utf8JsonWriter writer, GeoJsonFeature feature)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Feature"u8);
        if (feature.Id is not null)
        {
            writer.WriteString("id"u8, feature.Id);
        }

        writer.WriteStartObject("properties"u8);
        foreach (var (name, value) in feature.Properties)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("geometry"u8);
        WriteGeometry(writer, feature.Geometry);
        writer.WriteEndObject();
    }

    /// <summary>Writes a geometry; <c>null</c> and empty ones become JSON null.</summary>
    public static void WriteGeometry(Utf8JsonWriter writer, Geometry? geometry)
    {
        if (geometry is null || geometry.IsEmpty)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, geometry.GeometryType);
        if (geometry.OgcGeometryType == OgcGeometryType.GeometryCollection)
        {
            writer.WriteStartArray("geometries"u8);
            for (var i = 0; i < geometry.NumGeometries; i++)
            {
                WriteGeometry(writer, geometry.GetGeometryN(i));
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WritePropertyName("coordinates"u8);
            WriteCoordinates(writer, geometry);
        }

        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(writer, point.CoordinateSequence, 0);
                break;
            case LineString line:
                WriteLine(writer, line.CoordinateSequence, isReversed: false);
                break;
            case Polygon polygon:
                writer.WriteStartArray();
                WriteRing(writer, polygon.ExteriorRing, isCounterClockwise: true);
                foreach (var hole in polygon.InteriorRings)
                {
                    WriteRing(writer, hole, isCounterClockwise: false);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartArray();
                for (var i = 0; i < geometry.NumGeometries; i++)
                {
                    WriteCoordinates(writer, geometry.GetGeometryN(i));
                }

                writer.WriteEndArray();
                break;
        }
    }

    private static void WriteRing(Utf8JsonWriter writer, LineString ring, bool isCounterClockwise) =>
        WriteLine(
            writer, ring.CoordinateSequence, Orientation.IsCCW(ring.CoordinateSequence) != isCounterClockwise);

    private static void WriteLine(Utf8JsonWriter writer, CoordinateSequence sequence, bool isReversed)
    {
        writer.WriteStartArray();
        for (var i = 0; i < sequence.Count; i++)
        {
            WritePosition(writer, sequence, isReversed ? sequence.Count - 1 - i : i);
        }

        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, CoordinateSequence sequence, int index)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(sequence.GetX(index));
        writer.WriteNumberValue(sequence.GetY(index));
        writer.WriteEndArray();
    }
}
