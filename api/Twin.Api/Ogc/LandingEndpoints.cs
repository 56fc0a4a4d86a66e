using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Requests;

namespace Twin.Api.Ogc;

/// <summary>Where clients of OGC APIs start: landing page, conformance, description.</summary>
internal static class LandingEndpoints
{
    private const string Features1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    private const string Features2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
    private const string Features3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";
    private const string Features4 = "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/";
    private const string Cql2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
    private const string Tiles = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

    // docs/reference/conformance.md names the tests of each.
    private static readonly string[] Classes =
    [
        "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
        Features1 + "core",
        Features1 + "oas30",
        Features1 + "html",
        Features1 + "geojson",
        Features2 + "crs",
        Features3 + "queryables",
        Features3 + "queryables-query-parameters",
        Features3 + "filter",
        Features3 + "features-filter",
        Features4 + "create-replace-delete",
        Features4 + "update",
        Features4 + "optimistic-locking-etags",
        Features4 + "features",
        Cql2 + "cql2-text",
        Cql2 + "cql2-json",
        Cql2 + "basic-cql2",
        Cql2 + "advanced-comparison-operators",
        Cql2 + "case-insensitive-comparison",
        Cql2 + "accent-insensitive-comparison",
        Cql2 + "basic-spatial-functions",
        Cql2 + "basic-spatial-functions-plus",
        Cql2 + "spatial-functions",
        Cql2 + "temporal-functions",
        Cql2 + "property-property",
        Cql2 + "arithmetic",
        Tiles + "core",
        Tiles + "tileset",
        Tiles + "tilesets-list",
        Tiles + "geodata-tilesets",
        Tiles + "mvt",
    ];

    /// <summary>Maps the endpoints.</summary>
    public static void MapOgcLanding(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", GetLanding).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet("/conformance", GetConformance).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet("/api", GetDescription).WithQuery(FeatureParameters.OfDocument);
    }

    private static IResult GetLanding(HttpContext context)
    {
        var links = new OgcLinks(context.Request);
        return Answer(context, isHtml => new JsonObject
        {
            ["title"] = "Twin: geodata of the city",
            ["description"] = 
                "The city on any day: units with their boundaries, telecom sites, facilities, zones, routes and more, "
                + "as features and as vector tiles.",
            ["links"] = OgcAnswer.Links(
            [
                .. links.SelfAndAlternate(isHtml),
                links.To("service-desc", "/api?f=json", "The description of this API", OgcMediaTypes.OpenApi),
                links.To("service-doc", "/api?f=html", "The description for people", OgcFormat.HtmlMediaType),
                links.To("conformance", "/conformance", "What this API conforms to"),
                links.To("data", "/collections", "The collections"),
                links.To(
                    "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", "/tileMatrixSets", "Tile matrix sets"),
            ]),
        });
    }

    private static IResult GetConformance(HttpContext context)
    {
        var links = new OgcLinks(context.Request);
        return Answer(context, isHtml => new JsonObject
        {
            ["title"] = "Conformance",
            ["conformsTo"] = new JsonArray([.. Classes.Select(name => JsonValue.Create(name))]),
            ["links"] = OgcAnswer.Links(links.SelfAndAlternate(isHtml)),
        });
    }

    private static IResult GetDescription(
        HttpContext context, FeatureCollections features, TileCollections tiles) => Answer(
            context, _ => OgcDescription.Of(new OgcLinks(context.Request), features, tiles), OgcMediaTypes.OpenApi);

    private static IResult Answer(
        HttpContext context, Func<bool, JsonObject> make, string mediaType = OgcMediaTypes.Json)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        return query.Refusal is { } refusal
            ? Problems.Refusals.ToResult(refusal)
            : OgcAnswer.Of(make(isHtml), isHtml, mediaType);
    }
}
