using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Tiles;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Ogc;

/// <summary>Vector tiles of the units of any day (OGC API Tiles 1.0, OGC 20-057).</summary>
internal static class TileEndpoints
{
    private const string TilesetPath = "/collections/{collectionId}/tiles/{tileMatrixSetId}";

    /// <summary>The parameter of TileJSON beside the encodings that every resource has.</summary>
    public static readonly QueryParameter Format = OgcFormat.Parameter with
    {
        Values = [OgcFormat.Json, OgcFormat.Html, TilesetDocuments.TileJson],
    };

    /// <summary>Maps the endpoints.</summary>
    public static void MapOgcTiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/tileMatrixSets", GetMatrixSets).WithQuery(OgcFormat.Parameter);
        endpoints.MapGet("/tileMatrixSets/{tileMatrixSetId}", GetMatrixSet).WithQuery(OgcFormat.Parameter);
        endpoints.MapGet("/collections/{collectionId}/tiles", GetTilesetsAsync)
            .WithQuery(OgcFormat.Parameter, DayInterval.Parameter, QueryParameters.Level);
        endpoints.MapGet(TilesetPath, GetTilesetAsync)
            .WithQuery(Format, DayInterval.Parameter, QueryParameters.Level);
        endpoints.MapGet(TilesetPath + "/{tileMatrix}/{tileRow}/{tileCol}", GetTileAsync)
            .WithQuery(DayInterval.Parameter, QueryParameters.Level);
    }

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

    private static async Task<IResult> GetTilesetsAsync(
        HttpContext context,
        string collectionId,
        UnitLayers layers,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        var (day, _) = ReadTileset(query, time);
        if ((query.Refusal ?? FindCollection(collectionId)) is { } refusal)
        {
            return refusal.ToResult();
        }

        var layer = await layers.OnAsync(day, cancellationToken);
        return OgcAnswer.Of(
            TilesetDocuments.Tilesets(new OgcLinks(context.Request), layer, Filter(context.Request), isHtml), isHtml);
    }

    private static async Task<IResult> GetTilesetAsync(
        HttpContext context,
        string collectionId,
        string tileMatrixSetId,
        UnitLayers layers,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var format = query.Choice(Format);
        var isHtml = format is OgcFormat.Html || (format is null && OgcFormat.IsHtml(query, context.Request));
        var (day, _) = ReadTileset(query, time);
        if ((query.Refusal ?? FindCollection(collectionId) ?? FindMatrixSet(tileMatrixSetId)) is { } refusal)
        {
            return refusal.ToResult();
        }

        var layer = await layers.OnAsync(day, cancellationToken);
        var links = new OgcLinks(context.Request);
        return format is TilesetDocuments.TileJson
            ? OgcAnswer.Of(TilesetDocuments.AsTileJson(links, layer, Filter(context.Request)), isHtml: false)
            : OgcAnswer.Of(TilesetDocuments.Tileset(links, layer, Filter(context.Request)), isHtml);
    }

    private static async Task<IResult> GetTileAsync(
        HttpContext context,
        string collectionId,
        string tileMatrixSetId,
        string tileMatrix,
        string tileRow,
        string tileCol,
        UnitLayers layers,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var (day, level) = ReadTileset(query, time);
        if ((query.Refusal ?? FindCollection(collectionId) ?? FindMatrixSet(tileMatrixSetId)) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!TryReadTile(tileMatrix, tileRow, tileCol, out var tile))
        {
            return Refusals.NotFound(
                "tile", $"{tileMatrix}/{tileRow}/{tileCol}",
                "Tile matrices are 0 to 16; matrix z has rows and columns 0 to 2^z - 1.").ToResult();
        }

        var layer = await layers.OnAsync(day, cancellationToken);
        return Send(context, layer.Tiles.Get(level, tile));
    }

    private static IResult Send(HttpContext context, TileDocument? document)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        if (document is null)
        {
            return TypedResults.NoContent();
        }

        var isCompressed = AcceptsGzip(context.Request);
        headers.Vary = HeaderNames.AcceptEncoding;
        if (isCompressed)
        {
            headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(
            isCompressed ? document.Compressed : document.Plain,
            OgcMediaTypes.VectorTile,
            entityTag: EntityTagHeaderValue.Parse(document.EntityTag));
    }

    private static bool AcceptsGzip(HttpRequest request)
    {
        foreach (var accepted in request.GetTypedHeaders().AcceptEncoding)
        {
            if (accepted.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase))
            {
                return accepted.Quality is not <= 0;
            }
        }

        return false;
    }

    /// <summary>The query without the encoding: day and level, for the links to tiles.</summary>
    private static string Filter(HttpRequest request) =>
        new QueryBuilder(request.Query.Where(pair => pair.Key is not "f")).ToQueryString().Value ?? string.Empty;

    private static (DateOnly Day, AdministrativeLevel? Level) ReadTileset(
        QueryReader query, TimeProvider time)
    {
        var interval = DayInterval.Read(query, VietnamTime.Today(time));
        if (!interval.IsDay)
        {
            query.Refuse(DayInterval.Parameter.Name, "A map shows one day: give a day such as 2024-12-31.");
        }

        return (interval.First, query.Level());
    }

    private static Refusal? FindCollection(string id) => id.Equals(UnitTiles.LayerName, StringComparison.Ordinal)
        ? null
        : Refusals.NotFound("collection", id, "/ogc/collections lists them.");

    private static Refusal? FindMatrixSet(string id) => id.Equals(Tile.MatrixSet, StringComparison.Ordinal)
        ? null
        : Refusals.NotFound("tile matrix set", id, "/ogc/tileMatrixSets lists them.");

    private static bool TryReadTile(string matrix, string row, string column, out Tile tile)
    {
        tile = default;
        if (!TryReadPlace(matrix, out var z) || !TryReadPlace(row, out var y) || !TryReadPlace(column, out var x))
        {
            return false;
        }

        tile = new Tile(z, y, x);
        return z <= VectorTileset.MaxMatrix && tile.IsValid;
    }

    private static bool TryReadPlace(string text, out int place) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out place);
}
