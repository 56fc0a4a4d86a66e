using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Tiles;
using Twin.Model;

namespace Twin.Api.Ogc;

/// <summary>Answers questions about the tiles of one collection. Safe for any number of threads.</summary>
internal sealed class TileHandlers(ITileCollection collection)
{
    /// <summary>The tilesets: one.</summary>
    public async Task<IResult> GetTilesetsAsync(
        HttpContext context, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var isHtml = OgcFormat.IsHtml(query, context.Request);
        return await collection.OpenAsync(query, VietnamTime.Today(time), cancellationToken) is { } view
            && query.Refusal is null
                ? OgcAnswer.Of(Documents(context).Tilesets(view, isHtml), isHtml)
                : Refused(query);
    }

    /// <summary>The tileset, also as TileJSON.</summary>
    public async Task<IResult> GetTilesetAsync(
        HttpContext context, string tileMatrixSetId, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var format = query.Choice(TileEndpoints.Format);
        var isHtml = format is OgcFormat.Html || (format is null && OgcFormat.IsHtml(query, context.Request));
        var view = await collection.OpenAsync(query, VietnamTime.Today(time), cancellationToken);
        if (query.Refusal is not null || view is null)
        {
            return Refused(query);
        }

        if (TileEndpoints.FindMatrixSet(tileMatrixSetId) is { } refusal)
        {
            return refusal.ToResult();
        }

        return format is TilesetDocuments.TileJson
            ? OgcAnswer.Of(Documents(context).AsTileJson(view), isHtml: false)
            : OgcAnswer.Of(Documents(context).Tileset(view), isHtml);
    }

    /// <summary>A tile.</summary>
    public async Task<IResult> GetTileAsync(
        HttpContext context,
        string tileMatrixSetId,
        string tileMatrix,
        string tileRow,
        string tileCol,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var view = await collection.OpenAsync(query, VietnamTime.Today(time), cancellationToken);
        if (query.Refusal is not null || view is null)
        {
            return Refused(query);
        }

        if (TileEndpoints.FindMatrixSet(tileMatrixSetId) is { } refusal)
        {
            return refusal.ToResult();
        }

        return TryReadTile(tileMatrix, tileRow, tileCol, out var tile)
            ? Send(context, await view.GetAsync(tile))
            : Refusals.NotFound(
                "tile",
                $"{tileMatrix}/{tileRow}/{tileCol}",
                "Tile matrices are 0 to 16; matrix z has rows and columns 0 to 2^z - 1.").ToResult();
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

    private static ProblemResult Refused(QueryReader query) => (query.Refusal ?? new Refusal(
        ProblemCodes.InvalidRequest,
        "The parameters cannot be read.",
        "/ogc/api says what this path takes.")).ToResult();

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

    /// <summary>The documents, whose links carry the query without the encoding: day and level.</summary>
    private TilesetDocuments Documents(HttpContext context) => new(
        new OgcLinks(context.Request),
        collection,
        new QueryBuilder(context.Request.Query.Where(pair => pair.Key is not "f")).ToQueryString().Value
            ?? string.Empty);
}
