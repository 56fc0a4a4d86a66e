using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Twin.Api.Live;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;

namespace Twin.Api.Vessels;

/// <summary>Where all vessels are, for whoever draws them.</summary>
internal static class FleetPositionEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapFleetPositions(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/vessels/positions", GetPositionsAsync)
        .WithTags("Vessels")
        .WithName("getVesselPositions")
        .WithSummary("Where the vessels are, column by column, for a map")
        .WithDescription(
            "All vessels that were ever heard, in order of their ids; 100,000 of them are some 2 MB with gzip. With "
            + "since, the asOf of an earlier answer, those alone that were heard since or stand otherwise with contact "
            + "and papers; some may be told twice. What moves in between comes as event 'position' of /v1/events. With "
            + "an entity tag: ask again with If-None-Match, and an unchanged fleet answers 304.")
        .WithQuery(QueryParameters.Unit, VesselParameters.Box, VesselParameters.Since)
        .Produces<FleetPositionsAnswer>()
        .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> GetPositionsAsync(
        HttpContext context,
        CityDefinition city,
        FleetPicture picture,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var units = query.Unit("unit", city.Tree) is { } unit
            ? EventFilter.SelfAndEverBelow(city.Tree, unit)
            : null;
        var box = PositionBox.Read(query);
        var since = query.PastInstant("since", time.GetUtcNow());
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var (all, at) = await picture.GetAsync(since, cancellationToken);
        var chosen = FleetPicture.Choose(all, units, box);
        var tag = FleetPicture.Tag(chosen);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ETag = tag;
        return Has(context.Request.Headers.IfNoneMatch, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(FleetPositionsAnswer.Of(chosen, all.Gone, at));
    }

    private static bool Has(StringValues tags, string tag) =>
        EntityTagHeaderValue.TryParseList([.. tags.OfType<string>()], out var parsed)
        && parsed.Any(one => one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
