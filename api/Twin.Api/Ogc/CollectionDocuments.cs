using System.Globalization;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;

namespace Twin.Api.Ogc;

/// <summary>The documents about collections (OGC 17-069r4, 18-058r1 and 19-079r2). Stateless.</summary>
internal static class CollectionDocuments
{
    private const string QueryablesRel = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
    private const string TilesetsRel = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
    private const string Gregorian = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

    /// <summary>The list of collections.</summary>
    public static JsonObject Collections(
        OgcLinks links, IEnumerable<(IFeatureCollection Collection, Envelope Bounds)> collections, bool isHtml) => new()
        {
            ["title"] = "Collections",
            ["crs"] = Systems(),
            ["collections"] = new JsonArray(
                [.. collections.Select(one => Collection(links, one.Collection, one.Bounds))]),
            ["links"] = OgcAnswer.Links(links.SelfAndAlternate(isHtml)),
        };

    /// <summary>One collection.</summary>
    public static JsonObject Collection(OgcLinks links, IFeatureCollection collection, Envelope bounds)
    {
        var path = $"/collections/{collection.Id}";
        var spatial = new JsonObject { ["crs"] = CoordinateReferenceSystems.Crs84.Uri };
        spatial["bbox"] = bounds.IsNull
            ? new JsonArray(new JsonArray(-180, -90, 180, 90))
            : new JsonArray(new JsonArray(bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY));
        var first = collection.HasFirstDay
            ? collection.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z"
            : null;
        return new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["description"] = collection.Description,
            ["itemType"] = "feature",
            ["extent"] = new JsonObject
            {
                ["spatial"] = spatial,
                ["temporal"] = new JsonObject
                {
                    ["interval"] = new JsonArray(new JsonArray(first, null)),
                    ["trs"] = Gregorian,
                },
            },
            ["storageCrs"] = CoordinateReferenceSystems.Crs84.Uri,
            ["crs"] = Systems(),
            ["links"] = OgcAnswer.Links(
                links.To("self", path, collection.Title),
                links.To("items", $"{path}/items?f=json", "The features as GeoJSON", OgcMediaTypes.GeoJson),
                links.To("items", $"{path}/items?f=html", "The features as HTML", OgcFormat.HtmlMediaType),
                links.To(QueryablesRel, $"{path}/queryables", "What filters may use", OgcMediaTypes.SchemaJson),
                links.To(TilesetsRel, $"{path}/tiles", "The features as vector tiles")),
        };
    }

    /// <summary>What filters may use, as a JSON Schema.</summary>
    public static JsonObject Queryables(OgcLinks links, IFeatureCollection collection)
    {
        var properties = new JsonObject();
        foreach (var property in collection.Properties)
        {
            var schema = new JsonObject { ["title"] = property.Description, ["type"] = property.JsonType };
            if (property.Type is FilterType.Time)
            {
                schema["format"] = property.IsInstant ? "date-time" : "date";
            }

            properties[property.Name] = schema;
        }

        properties["geometry"] = new JsonObject
        {
            ["title"] = "The geometry",
            ["format"] = "geometry-any",
            ["x-ogc-role"] = "primary-geometry",
        };
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = links.Url($"/collections/{collection.Id}/queryables"),
            ["type"] = "object",
            ["title"] = collection.Title,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    private static JsonArray Systems() =>
        [.. CoordinateReferenceSystems.All.Select(system => JsonValue.Create(system.Uri))];
}
