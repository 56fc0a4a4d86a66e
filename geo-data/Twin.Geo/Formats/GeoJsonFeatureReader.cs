using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Model;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads GeoJSON (RFC 7946): a feature collection or one feature. A third coordinate is dropped; coordinates must be
/// degrees of CRS84, longitude first. Stateless.
/// </summary>
public static class GeoJsonFeatureReader
{
    /// <summary>How deep geometry collections may nest.</summary>
    public const int MaxDepth = 8;

    private const string Hint = "Write GeoJSON as in RFC 7946: longitude then latitude in degrees, rings closed.";

    private static readonly GeometryFactory Factory = new();

    /// <summary>Reads the features of a document, or says why not.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8,
        out ImmutableArray<GeoJsonFeature> features,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        features = [];
        refusal = null;
        try
        {
            using var document = JsonDocument.Parse(SkipByteOrderMark(utf8));
            var root = document.RootElement;
            features = Member(root, "type").GetString() switch
            {
                "FeatureCollection" => [.. Member(root, "features").EnumerateArray().Select(ReadFeature)],
                "Feature" => [ReadFeature(root)],
                var type => throw new FormatException($"The type '{type}' is neither FeatureCollection nor Feature."),
            };
            return true;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            // JsonElement throws InvalidOperationException where a member has another type than the one asked for.
            refusal = new Refusal("malformed_geojson", error.Message, Hint);
            return false;
        }
    }

    /// <summary>
    /// Reads a geometry whose coordinates may be in any reference system, longitude and latitude or not; throws
    /// <see cref="FormatException"/>, or what <see cref="JsonElement"/> throws, where it is none.
    /// </summary>
    public static Geometry ReadGeometry(JsonElement geometry) => ReadGeometry(geometry, 0, isDegrees: false);

    private static ReadOnlyMemory<byte> SkipByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static GeoJsonFeature ReadFeature(JsonElement feature)
    {
        var id = feature.TryGetProperty("id", out var given) ? given.ToString() : null;
        ImmutableArray<KeyValuePair<string, JsonElement>> properties =
            feature.TryGetProperty("properties", out var members) && members.ValueKind == JsonValueKind.Object
                // Cloned: the document that they belong to is disposed when reading ends.
                ? [.. members.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Clone()))]
                : [];
        var geometry = Member(feature, "geometry");
        return new GeoJsonFeature(
            id,
            geometry.ValueKind == JsonValueKind.Null ? null : ReadGeometry(geometry, 0, isDegrees: true),
            properties);
    }

    private static Geometry ReadGeometry(JsonElement geometry, int depth, bool isDegrees)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"Geometry collections nest deeper than {MaxDepth}.");
        }

        var type = Member(geometry, "type").GetString();
        if (string.Equals(type, "GeometryCollection", StringComparison.Ordinal))
        {
            return Factory.CreateGeometryCollection(
                [
                    .. Member(geometry, "geometries").EnumerateArray()
                        .Select(one => ReadGeometry(one, depth + 1, isDegrees)),
                ]);
        }

        var coordinates = Member(geometry, "coordinates");
        return type switch
        {
            "Point" => Factory.CreatePoint(ReadPosition(coordinates, isDegrees)),
            "MultiPoint" => Factory.CreateMultiPointFromCoords(ReadLine(coordinates, isDegrees)),
            "LineString" => Factory.CreateLineString(AtLeast(2, ReadLine(coordinates, isDegrees))),
            "MultiLineString" => Factory.CreateMultiLineString(
                [
                    .. coordinates.EnumerateArray().Select(
                        line => Factory.CreateLineString(AtLeast(2, ReadLine(line, isDegrees)))),
                ]),
            "Polygon" => ReadPolygon(coordinates, isDegrees),
            "MultiPolygon" => Factory.CreateMultiPolygon(
                [.. coordinates.EnumerateArray().Select(polygon => ReadPolygon(polygon, isDegrees))]),
            _ => throw new FormatException($"The geometry type '{type}' is unknown."),
        };
    }

    private static Polygon ReadPolygon(JsonElement coordinates, bool isDegrees)
    {
        LinearRing[] rings = [.. coordinates.EnumerateArray().Select(ring => ReadRing(ring, isDegrees))];
        return rings.Length == 0
            ? throw new FormatException("A polygon has no ring.")
            : Factory.CreatePolygon(rings[0], rings[1..]);
    }

    private static LinearRing ReadRing(JsonElement coordinates, bool isDegrees)
    {
        var ring = AtLeast(4, ReadLine(coordinates, isDegrees));
        return ring[0].Equals2D(ring[^1])
            ? Factory.CreateLinearRing(ring)
            : throw new FormatException($"A ring starts at {ring[0]} and ends at {ring[^1]}.");
    }

    private static Coordinate[] ReadLine(JsonElement coordinates, bool isDegrees) =>
        [.. coordinates.EnumerateArray().Select(position => ReadPosition(position, isDegrees))];

    private static Coordinate[] AtLeast(int count, Coordinate[] line) => line.Length >= count
        ? line
        : throw new FormatException(string.Create(
            CultureInfo.InvariantCulture, $"A line or ring has {line.Length} positions; it needs {count}."));

    private static Coordinate ReadPosition(JsonElement position, bool isDegrees)
    {
        if (position.GetArrayLength() < 2)
        {
            throw new FormatException($"The position {position} has fewer than two numbers.");
        }

        var (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
        return !isDegrees || (Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90)
            ? new Coordinate(longitude, latitude)
            : throw new FormatException($"The position {position} is outside ±180°, ±90°: is it in another CRS?");
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : throw new FormatException($"The member '{name}' is missing.");
}
