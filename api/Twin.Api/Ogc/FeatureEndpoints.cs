using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NetTopologySuite.Geometries;
using Twin.Api.Problems;
using Twin.Api.Requests;

namespace Twin.Api.Ogc;

/// <summary>Features of collections (OGC API Features, parts 1 to 3).</summary>
internal static class FeatureEndpoints
{
    private const string UnknownPath = "/collections/{collectionId}";

    /// <summary>Maps the endpoints. Each collection has its own, for each takes its own properties.</summary>
    public static void MapOgcFeatures(this IEndpointRouteBuilder endpoints, FeatureCollections collections)
    {
        endpoints.MapGet("/collections", GetCollectionsAsync).WithQuery(FeatureParameters.OfDocument);
        foreach (var collection in collections.All)
        {
            var path = $"/collections/{collection.Id}";
            var handlers = new FeatureHandlers(collection);
            endpoints.MapGet(path, handlers.GetCollectionAsync).WithQuery(FeatureParameters.OfDocument);
            endpoints.MapGet(path + "/queryables", handlers.GetQueryables).WithQuery(FeatureParameters.OfDocument);
            endpoints.MapGet(path + "/items", handlers.GetItemsAsync).WithQuery(FeatureParameters.OfItems(collection));
            endpoints.MapGet(path + "/items/{featureId}", handlers.GetItemAsync).WithQuery(FeatureParameters.OfItem);
        }

        endpoints.MapGet(UnknownPath, RefuseCollection).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet(UnknownPath + "/queryables", RefuseCollection).WithQuery(FeatureParameters.OfDocument);
        endpoints.MapGet(UnknownPath + "/items", RefuseCollection).WithQuery(FeatureParameters.OfAnyItems);
        endpoints.MapGet(UnknownPath + "/items/{featureId}", RefuseCollection).WithQuery(FeatureParameters.OfItem);
    }

    private static async Task<IResult> GetCollectionsAsync(
        HttpContext context, FeatureCollections collections, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var days = DayInterval.Read(query, VietnamTime.Today(time));
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var bounded = new List<(IFeatureCollection, Envelope)>();
        foreach (var collection in collections.All)
        {
            bounded.Add((collection, await collection.GetBoundsAsync(days.Last, cancellationToken)));
        }

        return OgcAnswer.Of(
            CollectionDocuments.Collections(new OgcLinks(context.Request), bounded, isHtml), isHtml);
    }

    private static ProblemResult RefuseCollection(string collectionId) =>
        Refusals.NotFound("collection", collectionId, "/ogc/collections lists them.").ToResult();
}
