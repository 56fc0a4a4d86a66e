using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;

namespace Twin.Api.Space.Moving;

/// <summary>Vessels by where they are.</summary>
internal static class VesselSearchEndpoints
{
    private const string Path = "/space/vessels";

    /// <summary>Maps the endpoints.</summary>
    public static void MapVesselSearch(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, GetVesselsAsync)
            .WithTags("Space")
            .WithName("getVesselsInSpace")
            .WithSummary("Vessels in a box, within a radius, in a unit, or nearest to a position")
            .WithDescription(
                "Where vessels are now, or were at an instant. Everything counts that lies in the area or on its edge. "
                + "POST takes polygons, lines and buffers.")
            .WithListQuery(VesselSearchParameters.All)
            .Produces<ListAnswer<VesselPlaceAnswer>>();
        endpoints.MapPost(Path, PostVesselsAsync)
            .WithTags("Space")
            .WithName("searchVesselsInSpace")
            .WithSummary("Vessels in a polygon, around a route, along a line, or nearest to a point")
            .WithDescription(
                "A polygon, or anything with a radius around it; a unit; or the vessels nearest to a point. The next "
                + "page takes the same body.")
            .WithListQuery()
            .Accepts<VesselSearchRequest>("application/json")
            .Produces<ListAnswer<VesselPlaceAnswer>>();
    }

    private static Task<IResult> GetVesselsAsync(
        HttpContext context,
        VesselSearchReader reader,
        FleetMap map,
        FeatureGate gate,
        CancellationToken cancellationToken) =>
        gate.RunAsync(context, async () =>
        {
            var (search, refusal) = await reader.ReadAsync(context, cancellationToken);
            return search is null
                ? refusal!.ToResult() // One of the two is there.
                : await AnswerAsync(context.Request, map, search, cancellationToken);
        });

    private static Task<IResult> PostVesselsAsync(
        HttpContext context,
        VesselSearchReader reader,
        FleetMap map,
        FeatureGate gate,
        CancellationToken cancellationToken) =>
        gate.RunAsync(context, async () =>
        {
            var (body, refusal) = await JsonBody.ReadAsync<VesselSearchRequest>(
                context, AreaReader.MaxBodyBytes, cancellationToken);
            if (body is null)
            {
                return refusal!.ToResult(); // One of the two is there.
            }

            (var search, refusal) = await reader.ReadAsync(context, body, cancellationToken);
            return search is null
                ? refusal!.ToResult() // Likewise.
                : await AnswerAsync(context.Request, map, search, cancellationToken);
        });

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, FleetMap map, VesselSearch search, CancellationToken cancellationToken)
    {
        const string MediaType = "application/json";

        var hits = await map.FindAsync(search, cancellationToken);
        var links = new List<LinkAnswer>(2)
        {
            new("self", $"{request.PathBase}{request.Path}{request.QueryString}", MediaType),
        };
        if (hits.Next is { } next)
        {
            var query = new QueryBuilder(request.Query.Where(p => !p.Key.Equals("cursor", StringComparison.Ordinal)))
            {
                { "cursor", next.Format() },
            };
            links.Add(new LinkAnswer("next", $"{request.PathBase}{request.Path}{query.ToQueryString()}", MediaType));
        }

        return new VesselListResult(hits, links);
    }
}
