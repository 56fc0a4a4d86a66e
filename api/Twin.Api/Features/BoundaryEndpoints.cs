using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;

namespace Twin.Api.Features;

/// <summary>The boundaries of units.</summary>
internal static class BoundaryEndpoints
{
    /// <summary>The media type of GeoJSON (RFC 7946 §12).</summary>
    public const string GeoJsonMediaType = "application/geo+json";

    /// <summary>Maps the endpoint.</summary>
    public static void MapBoundaries(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/boundaries", GetBoundariesAsync)
        .WithTags("Units")
        .WithName("getBoundaries")
        .WithSummary("Boundaries of units as GeoJSON")
        .WithDescription("With an entity tag: ask again with If-None-Match and an unchanged collection answers 304.")
        .WithQuery(QueryParameters.Date, QueryParameters.Level, QueryParameters.Unit)
        .Produces(StatusCodes.Status200OK, contentType: GeoJsonMediaType)
        .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> GetBoundariesAsync(
        HttpContext context,
        CityDefinition city,
        BoundaryCache cache,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var date = query.Date() ?? VietnamTime.Today(time);
        var level = query.Level();
        var unit = query.Unit("unit", city.Tree);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (await cache.GetAsync(date, level, unit, cancellationToken) is not { } document)
        {
            return new Refusal(
                ProblemCodes.NotFound,
                string.Create(CultureInfo.InvariantCulture, $"There are no boundaries for {date:yyyy-MM-dd}."),
                "The member changeDates of /v1/city lists the first days of the trees that differ.").ToResult();
        }

        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(
            document.GeoJson, GeoJsonMediaType, entityTag: EntityTagHeaderValue.Parse(document.EntityTag));
    }
}
