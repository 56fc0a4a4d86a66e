using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
    public static Geometry ReadGeometry(JsonElement geometry) =>
        ReadGeometry(geometry, 0, ShapeBuilder.Strict(isDegrees: false));

    /// <summary>
    /// Reads a feature as the builder takes it; throws as <see cref="ReadGeometry(JsonElement)"/> does.
    /// </summary>
    internal static GeoJsonFeature ReadFeature(JsonElement feature, ShapeBuilder shapes)
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
            geometry.ValueKind == JsonValueKind.Null ? null : ReadGeometry(geometry, 0, shapes),
            properties);
    }

    private static ReadOnlyMemory<byte> SkipByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static GeoJsonFeature ReadFeature(JsonElement feature) =>
        ReadFeature(feature, ShapeBuilder.Strict(isDegrees: true));

    private static Geometry ReadGeometry(JsonElement geometry, int depth, ShapeBuilder shapes)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"Geometry collections nest deeper than {MaxDepth}.");
        }

        var type = Member(geometry, "type").GetString();
        if (string.Equals(type, "GeometryCollection", StringComparison.Ordinal))
        {
            return ShapeBuilder.Factory.CreateGeometryCollection(
                [
                    .. Member(geometry, "geometries").EnumerateArray()
                        .Select(one => ReadGeometry(one, depth + 1, shapes)),
                ]);
        }

        var coordinates = Member(geometry, "coordinates");
        return type switch
        {
            "Point" => ShapeBuilder.Factory.CreatePoint(ReadPosition(coordinates, shapes)),
            "MultiPoint" => ShapeBuilder.Factory.CreateMultiPointFromCoords(ReadLine(coordinates, shapes)),
            "LineString" => shapes.Line(ReadLine(coordinates, shapes)) ?? ShapeBuilder.Factory.CreateLineString(),
            "MultiLineString" => shapes.Lines(coordinates.EnumerateArray().Select(line => ReadLine(line, shapes))),
            "Polygon" => ReadPolygon(coordinates, shapes),
            "MultiPolygon" => shapes.Polygons(
                coordinates.EnumerateArray().Select(polygon => ReadPolygon(polygon, shapes))),
            _ => throw new FormatException($"The geometry type '{type}' is unknown."),
        };
    }

    private static Polygon ReadPolygon(JsonElement coordinates, ShapeBuilder shapes) =>
        shapes.Polygon(coordinates.EnumerateArray().Select(ring => ReadLine(ring, shapes)));

    private static Coordinate[] ReadLine(JsonElement coordinates, ShapeBuilder shapes) =>
        [.. coordinates.EnumerateArray().Select(position => ReadPosition(position, shapes))];

    private static Coordinate ReadPosition(JsonElement position, ShapeBuilder shapes) =>
        position.GetArrayLength() < 2
            ? throw new FormatException($"The position {position} has fewer than two numbers.")
            : shapes.Position(position[0].GetDouble(), position[1].GetDouble());

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : throw new FormatException($"The member '{name}' is missing.");
}
