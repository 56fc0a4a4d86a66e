using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Tiles;
using Twin.Model;

namespace Twin.Api.Ogc;

/// <summary>Vector tiles of collections (OGC API Tiles 1.0, OGC 20-057).</summary>
internal static class TileEndpoints
{
    private const string UnknownPath = "/collections/{collectionId}/tiles";
    private const string TilePath = "/{tileMatrix}/{tileRow}/{tileCol}";

    /// <summary>The parameter of TileJSON beside the encodings that every resource has.</summary>
    public static readonly QueryParameter Format = OgcFormat.Parameter with
    {
        Values = [OgcFormat.Json, OgcFormat.Html, TilesetDocuments.TileJson],
    };

    /// <summary>Maps the endpoints.</summary>
    public static void MapOgcTiles(this IEndpointRouteBuilder endpoints, TileCollections collections)
    {
        endpoints.MapGet("/tileMatrixSets", GetMatrixSets).WithQuery(OgcFormat.Parameter);
        endpoints.MapGet("/tileMatrixSets/{tileMatrixSetId}", GetMatrixSet).WithQuery(OgcFormat.Parameter);
        foreach (var collection in collections.All)
        {
            var path = $"/collections/{collection.Id}/tiles";
            var handlers = new TileHandlers(collection);
            endpoints.MapGet(path, handlers.GetTilesetsAsync)
                .WithQuery([OgcFormat.Parameter, .. collection.Parameters]);
            endpoints.MapGet(path + "/{tileMatrixSetId}", handlers.GetTilesetAsync)
                .WithQuery([Format, .. collection.Parameters]);
            endpoints.MapGet(path + "/{tileMatrixSetId}" + TilePath, handlers.GetTileAsync)
                .WithQuery([.. collection.Parameters]);
        }

        endpoints.MapGet(UnknownPath, RefuseCollection).WithQuery(Format, DayInterval.Parameter);
        endpoints.MapGet(UnknownPath + "/{tileMatrixSetId}", RefuseCollection)
            .WithQuery(Format, DayInterval.Parameter);
        endpoints.MapGet(UnknownPath + "/{tileMatrixSetId}" + TilePath, RefuseCollection)
            .WithQuery(DayInterval.Parameter);
    }

    /// <summary>Why there is no such tile matrix set; <c>null</c> where there is.</summary>
    public static Refusal? FindMatrixSet(string id) => id.Equals(Tile.MatrixSet, StringComparison.Ordinal)
        ? null
        : Refusals.NotFound("tile matrix set", id, "/ogc/tileMatrixSets lists them.");

    private static IResult GetMatrixSets(HttpContext context)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        return query.Refusal?.ToResult()
            ?? OgcAnswer.Of(TilesetDocuments.MatrixSets(new OgcLinks(context.Request), isHtml), isHtml);
    }

    private static IResult GetMatrixSet(HttpContext context, string tileMatrixSetId)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var refusal = query.Refusal ?? FindMatrixSet(tileMatrixSetId);
        return refusal?.ToResult()
            ?? OgcAnswer.Of(TilesetDocuments.MatrixSet(new OgcLinks(context.Request), isHtml), isHtml);
    }

    private static ProblemResult RefuseCollection(string collectionId) =>
        Refusals.NotFound("collection", collectionId, "/ogc/collections lists them.").ToResult();
}
