using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Coordinates;
using Twin.Model;

namespace Twin.Api.Ogc;

/// <summary>Features of collections (OGC API Features, parts 1 to 3).</summary>
internal static class FeatureEndpoints
{
    private const string CollectionPath = "/collections/{collectionId}";

    /// <summary>Maps the endpoints.</summary>
    public static void MapOgcFeatures(this IEndpointRouteBuilder endpoints, IFeatureCollection collection)
    {
        endpoints.MapGet("/collections", GetCollectionsAsync).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet(CollectionPath, GetCollectionAsync).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet(CollectionPath + "/queryables", GetQueryables).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet(CollectionPath + "/items", GetItemsAsync).WithQuery(FeatureParameters.OfItems(collection));
        endpoints.MapGet(CollectionPath + "/items/{featureId}", GetItemAsync).WithQuery(FeatureParameters.OfItem);
    }

    private static async Task<IResult> GetCollectionsAsync(
        HttpContext context, IFeatureCollection collection, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var days = DayInterval.Read(query, VietnamTime.Today(time));
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var links = new OgcLinks(context.Request);
        var bounds = await collection.GetBoundsAsync(days.Last, cancellationToken);
        return OgcAnswer.Of(CollectionDocuments.Collections(links, [(collection, bounds)], isHtml), isHtml);
    }

    private static async Task<IResult> GetCollectionAsync(
        HttpContext context,
        string collectionId,
        IFeatureCollection collection,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var days = DayInterval.Read(query, VietnamTime.Today(time));
        if ((query.Refusal ?? Find(collection, collectionId)) is { } refusal)
        {
            return refusal.ToResult();
        }

        var links = new OgcLinks(context.Request);
        var bounds = await collection.GetBoundsAsync(days.Last, cancellationToken);
        var document = CollectionDocuments.Collection(links, collection, bounds);
        document["links"]!.AsArray().Insert( // Every collection has links.
            0, links.SelfAndAlternate(isHtml).Last());
        return OgcAnswer.Of(document, isHtml);
    }

    private static IResult GetQueryables(HttpContext context, string collectionId, IFeatureCollection collection)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        return (query.Refusal ?? Find(collection, collectionId))?.ToResult() ?? OgcAnswer.Of(
            CollectionDocuments.Queryables(new OgcLinks(context.Request), collection),
            isHtml,
            OgcMediaTypes.SchemaJson);
    }

    private static Task<IResult> GetItemsAsync(
        HttpContext context,
        string collectionId,
        IFeatureCollection collection,
        FeatureGate gate,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        gate.RunAsync(() => GetPageAsync(context, collectionId, collection, time, cancellationToken));

    private static async Task<IResult> GetPageAsync(
        HttpContext context,
        string collectionId,
        IFeatureCollection collection,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var reader = new FeatureQueryReader(query, collection);
        var wanted = reader.Read(VietnamTime.Today(time));
        if ((Find(collection, collectionId) ?? reader.Refusal) is { } refusal)
        {
            return refusal.ToResult();
        }

        var page = FeaturePage.Of(await collection.GetAsync(wanted.Days, cancellationToken), wanted);
        var links = new OgcLinks(context.Request);
        var json = FeatureWriter.Write(
            collection, page, wanted.System, time.GetUtcNow(), PageLinks(links, collection, page, isHtml));
        return Send(context, json, wanted.System, isHtml);
    }

    private static async Task<IResult> GetItemAsync(
        HttpContext context,
        string collectionId,
        string featureId,
        IFeatureCollection collection,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var days = DayInterval.Read(query, VietnamTime.Today(time));
        var system = query.ReadCrs();
        if ((query.Refusal ?? Find(collection, collectionId)) is { } refusal)
        {
            return refusal.ToResult();
        }

        var features = await collection.GetAsync(days, cancellationToken);
        if (features.FirstOrDefault(one => one.Id.Equals(featureId, StringComparison.Ordinal)) is not { } feature)
        {
            return Refusals.NotFound(
                "feature", featureId, "It may stand on another day: give datetime, such as 2024-12-31.").ToResult();
        }

        var links = new OgcLinks(context.Request);
        IEnumerable<JsonObject> all =
        [
            .. links.SelfAndAlternate(isHtml, OgcMediaTypes.GeoJson),
            links.To("collection", $"/collections/{collection.Id}", collection.Title),
        ];
        return Send(context, FeatureWriter.Write(collection, feature, system, all), system, isHtml);
    }

    private static IEnumerable<JsonObject> PageLinks(
        OgcLinks links, IFeatureCollection collection, FeaturePage page, bool isHtml)
    {
        foreach (var link in links.SelfAndAlternate(isHtml, OgcMediaTypes.GeoJson))
        {
            yield return link;
        }

        yield return links.To("collection", $"/collections/{collection.Id}", collection.Title);
        if (page.Next is { } last)
        {
            yield return OgcLinks.Link(
                "next",
                links.WithParameter("cursor", FeatureQueryReader.Cursor(last)),
                isHtml ? OgcFormat.HtmlMediaType : OgcMediaTypes.GeoJson,
                "The next page");
        }
    }

    private static IResult Send(
        HttpContext context, ReadOnlyMemory<byte> json, CoordinateReferenceSystem system, bool isHtml)
    {
        context.Response.Headers["Content-Crs"] = $"<{system.Uri}>";
        context.Response.Headers.CacheControl = "no-cache";
        return isHtml
            ? OgcAnswer.Of(JsonNode.Parse(json.Span)!.AsObject(), isHtml: true) // We have just written an object.
            : TypedResults.Bytes(json, OgcMediaTypes.GeoJson);
    }

    private static Refusal? Find(IFeatureCollection collection, string id) =>
        id.Equals(collection.Id, StringComparison.Ordinal)
            ? null
            : Refusals.NotFound("collection", id, "/ogc/collections lists them.");
}
