using System.Text.Json.Nodes;
using Twin.Api.Places;
using Twin.Api.Problems;
using Twin.Api.Requests;

namespace Twin.Api.Ogc;

/// <summary>
/// Describes the OGC APIs in OpenAPI 3.0, which their conformance class asks for, from the same parameters that the
/// endpoints read. Paths count from <c>/ogc</c>, as clients such as GDAL expect. Stateless.
/// </summary>
internal static class OgcDescription
{
    private static readonly QueryParameter[] FormatOnly = [OgcFormat.Parameter];
    private static readonly QueryParameter[] OfDocument = [.. FeatureParameters.OfDocument];
    private static readonly string[] Tags = ["Start", "Features", "Tiles"];

    /// <summary>The document.</summary>
    public static JsonObject Of(OgcLinks links, FeatureCollections features, TileCollections tiles)
    {
        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "Twin: geodata of the city",
                ["version"] = "1",
                ["description"] = "OGC API Features, parts 1 to 4, and OGC API Tiles. Unknown parameters are refused.",
                ["contact"] = new JsonObject { ["name"] = "The operator of this twin" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = links.Url(string.Empty) }),
            ["tags"] = new JsonArray(
                [.. Tags.Select(name => new JsonObject
                {
                    ["name"] = name,
                    ["description"] = $"{name}.",
                })]),
            ["paths"] = Paths(features, tiles),
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject { ["Problem"] = ProblemSchema() },
            },
        };
    }

    private static JsonObject Paths(FeatureCollections features, TileCollections tiles)
    {
        var paths = new JsonObject
        {
            ["/"] = Path("getLanding", "Start", "Landing page", OfDocument),
            ["/conformance"] = Path("getConformance", "Start", "Conformance classes", OfDocument),
            ["/api"] = Path("getDescription", "Start", "This document", OfDocument, OgcMediaTypes.OpenApi),
            ["/collections"] = Path("getCollections", "Features", "Collections", OfDocument),
            ["/tileMatrixSets"] = Path("getTileMatrixSets", "Tiles", "Tile matrix sets", FormatOnly),
            ["/tileMatrixSets/WebMercatorQuad"] = Path(
                "getTileMatrixSet", "Tiles", "WebMercatorQuad", FormatOnly),
        };
        foreach (var collection in features.All)
        {
            AddFeatures(paths, collection);
            if (collection is PlaceCollection)
            {
                var items = $"/collections/{collection.Id}/items";
                PlaceEditDescription.AddTo(
                    paths[items]!.AsObject(), paths[items + "/{featureId}"]!.AsObject(), EndOf(collection.Id));
            }
        }

        foreach (var collection in tiles.All)
        {
            AddTiles(paths, collection);
        }

        return paths;
    }

    private static void AddFeatures(JsonObject paths, IFeatureCollection collection)
    {
        var (path, of) = ($"/collections/{collection.Id}", EndOf(collection.Id));
        paths[path] = Path("getCollection" + of, "Features", collection.Title, OfDocument);
        paths[path + "/queryables"] = Path(
            "getQueryables" + of,
            "Features",
            $"{collection.Title}: what filters may use",
            OfDocument,
            OgcMediaTypes.SchemaJson);
        paths[path + "/items"] = Path(
            "getItems" + of,
            "Features",
            $"{collection.Title}: features",
            FeatureParameters.OfItems(collection),
            OgcMediaTypes.GeoJson);
        paths[path + "/items/{featureId}"] = Path(
            "getItem" + of,
            "Features",
            $"{collection.Title}: one feature",
            FeatureParameters.OfItem,
            OgcMediaTypes.GeoJson,
            "featureId");
    }

    private static void AddTiles(JsonObject paths, ITileCollection collection)
    {
        var (path, of) = ($"/collections/{collection.Id}/tiles", EndOf(collection.Id));
        paths[path] = Path(
            "getTilesets" + of, "Tiles", $"{collection.Title}: tilesets", [.. FormatOnly, .. collection.Parameters]);
        paths[path + "/WebMercatorQuad"] = Path(
            "getTileset" + of,
            "Tiles",
            $"{collection.Title}: the tileset",
            [TileEndpoints.Format, .. collection.Parameters]);
        paths[path + "/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}"] = Path(
            "getTile" + of,
            "Tiles",
            $"{collection.Title}: a vector tile; 204 where nothing is in it",
            collection.Parameters,
            OgcMediaTypes.VectorTile,
            "tileMatrix",
            "tileRow",
            "tileCol");
    }

    /// <summary>The end of the ids of a collection's operations.</summary>
    private static string EndOf(string collectionId) =>
        $"Of{char.ToUpperInvariant(collectionId[0])}{collectionId[1..]}";

    private static JsonObject Path(
        string id,
        string tag,
        string summary,
        IReadOnlyList<QueryParameter> parameters,
        string mediaType = OgcMediaTypes.Json,
        params IEnumerable<string> inPath)
    {
        var isTile = mediaType is OgcMediaTypes.VectorTile;
        var content = new JsonObject
        {
            [mediaType] = new JsonObject
            {
                ["schema"] = Schema(isTile ? "string" : "object", isTile ? "binary" : null),
            },
        };
        if (!isTile)
        {
            content[OgcFormat.HtmlMediaType] = new JsonObject { ["schema"] = Schema("string", null) };
        }

        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["tags"] = new JsonArray(tag),
                ["summary"] = summary,
                ["description"] = $"{summary}.",
                ["parameters"] = new JsonArray([.. inPath.Select(InPath), .. parameters.Select(InQuery)]),
                ["responses"] = new JsonObject
                {
                    ["200"] = new JsonObject { ["description"] = summary, ["content"] = content },
                    ["400"] = Refused("A parameter cannot be accepted, or is not known."),
                    ["404"] = Refused("There is nothing under that path."),
                    ["default"] = Refused("Any other error."),
                },
            },
        };
    }

    /// <summary>A parameter in the path.</summary>
    public static JsonObject InPath(string name) => new()
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["description"] = name is "featureId" ? "The id of the feature." : "A place in the tile matrix set.",
        ["schema"] = Schema("string", null),
    };

    /// <summary>A parameter in the query.</summary>
    public static JsonObject InQuery(QueryParameter parameter)
    {
        var schema = Schema(parameter.IsInteger ? "integer" : "string", parameter.Format);
        if (!parameter.Values.IsEmpty)
        {
            schema["enum"] = new JsonArray([.. parameter.Values.Select(value => JsonValue.Create(value))]);
        }

        if (parameter.Name is "bbox")
        {
            schema = new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 4,
                ["maxItems"] = 6,
                ["items"] = Schema("number", null),
            };
        }

        if (parameter.Name is "limit")
        {
            schema["minimum"] = 1;
            schema["maximum"] = Lists.Page.MaxLimit;
            schema["default"] = Lists.Page.DefaultLimit;
        }

        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["required"] = parameter.IsRequired,
            ["description"] = parameter.Description,
            ["style"] = "form",
            ["explode"] = false,
            ["schema"] = schema,
        };
    }

    /// <summary>The schema of a plain value.</summary>
    public static JsonObject Schema(string type, string? format)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    /// <summary>An answer that is a problem.</summary>
    public static JsonObject Refused(string description) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject
        {
            [ProblemResult.MediaType] = new JsonObject
            {
                ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
            },
        },
    };

    private static JsonObject ProblemSchema()
    {
        var properties = new JsonObject { ["status"] = Schema("integer", null) };
        foreach (var name in new[] { "type", "title", "detail", "instance", "code", "hint" })
        {
            properties[name] = Schema("string", null);
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Problem details (RFC 9457) with a stable code and a hint.",
            ["properties"] = properties,
        };
    }
}
