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
        .WithSummary("Units, people, vessels and figures in a drawn area")
        .WithDescription(
            "A polygon, or anything with a radius around it. Units that lie in it whole count in full; of others the "
            + "share of their people, where those of the units below are known, or of their area. Each figure says how "
            + "much of it was divided so and what it can be at least and at most. Vessels count by their positions.")
        .Accepts<AreaRequest>("application/json")
        .Produces<AreaAnswer>();

    private static Task<IResult> PostSummaryAsync(
        HttpContext context,
        CityDefinition city,
        AreaDesk desk,
        FeatureGate gate,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        gate.RunAsync(() => AnswerAsync(context, city, desk, time, cancellationToken));

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        CityDefinition city,
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

        if (!AreaReader.TryRead(body, out var area, out refusal))
        {
            return refusal.ToResult();
        }

        return AreaQuestionReader.TryRead(body, area, city, time.GetUtcNow(), out var question, out refusal)
            ? TypedResults.Ok(await desk.AnswerAsync(question, cancellationToken))
            : refusal.ToResult();
    }
}
