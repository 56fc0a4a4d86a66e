using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;

namespace Twin.Api.Space;

/// <summary>What lies in an area that somebody has drawn.</summary>
internal static class AreaEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapAreas(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/space/summary", PostSummaryAsync)
        .WithTags("Space")
        .WithName("postAreaSummary")
        .WithSummary("Units, people, vessels, places and figures in an area")
        .WithDescription(
            "A polygon, or anything with a radius around it; a unit; or a place of /ogc/collections, such as a zone, "
            + "or a route with a radius around it. Units that lie in it whole count in full; of others the "
            + "share of their people, where those of the units below are known, or of their area. Each figure says how "
            + "much of it was divided so and what it can be at least and at most. Vessels count by their positions, "
            + "sites, facilities, zones and routes where they meet the area.")
        .Accepts<AreaRequest>("application/json")
        .Produces<AreaAnswer>();

    private static Task<IResult> PostSummaryAsync(
        HttpContext context,
        CityDefinition city,
        AreaFinder finder,
        AreaDesk desk,
        FeatureGate gate,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        gate.RunAsync(context, () => AnswerAsync(context, city, finder, desk, time, cancellationToken));

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        CityDefinition city,
        AreaFinder finder,
        AreaDesk desk,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<AreaRequest>(
            context, AreaReader.MaxBodyBytes, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        (var area, refusal) = await finder.FindAsync(body, cancellationToken);
        if (area is null)
        {
            return refusal!.ToResult(); // Likewise.
        }

        return AreaQuestionReader.TryRead(body, area, city, time.GetUtcNow(), out var question, out refusal)
            ? TypedResults.Ok(await desk.AnswerAsync(question, cancellationToken))
            : refusal.ToResult();
    }
}
