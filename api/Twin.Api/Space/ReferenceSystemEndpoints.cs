using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Geo.Coordinates;
using Twin.Model;
using Twin.Model.Space;

namespace Twin.Api.Space;

/// <summary>Reference systems, and positions carried from one to another.</summary>
internal static class ReferenceSystemEndpoints
{
    // As many as the page draws with.
    private const int MaxPositions = 2_000;

    private const string CrsHint = "Use a URI of /v1/space/systems.";

    /// <summary>Maps the endpoints.</summary>
    public static void MapReferenceSystems(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/space/systems", GetSystems)
            .WithTags("Space")
            .WithName("listReferenceSystems")
            .WithSummary("The reference systems that positions may be in")
            .WithDescription("VN-2000 with all its zones among them; one of them may be that of the city's surveys.")
            .WithListQuery()
            .Produces<ListAnswer<ReferenceSystemAnswer>>();
        endpoints.MapPost("/space/transform", TransformAsync)
            .WithTags("Space")
            .WithName("transformPositions")
            .WithSummary("Positions carried from one reference system to another")
            .WithDescription("Up to 2,000 pairs at a time, within 1 mm; numbers come in the order of the axes.")
            .Accepts<TransformRequest>("application/json")
            .Produces<TransformAnswer>();
    }

    private static IResult GetSystems(HttpContext context, CityPresentation city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : CoordinateReferenceSystems.All.ToPage(page, context.Request, system => new ReferenceSystemAnswer(
                system.Uri,
                system.Name,
                system.Axes,
                string.Equals(system.Uri, city.SurveyCrs, StringComparison.Ordinal)));
    }

    private static async Task<IResult> TransformAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<TransformRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        if (!TryFind(body.From, out var from) || !TryFind(body.To, out var to))
        {
            return Refuse("from or to is not a known reference system.", CrsHint);
        }

        if (body.Positions is not { Count: > 0 } positions)
        {
            return Refuse("There are no positions.", "Give 1 to 2000 pairs of numbers.");
        }

        if (positions.Count > MaxPositions)
        {
            return new Refusal(
                ProblemCodes.TooLarge, "There are too many positions.", "Give 1 to 2000 at a time.").ToResult();
        }

        var carried = new double[positions.Count][];
        for (var i = 0; i < carried.Length; i++)
        {
            if (positions[i] is not [var first, var second] || !from.TryToCrs84(first, second, out var position))
            {
                return Refuse(
                    string.Create(CultureInfo.InvariantCulture, $"Position {i + 1} does not lie in {from.Name}."),
                    $"Pairs of numbers: {from.AxesHint}.");
            }

            carried[i] = Write(to, position);
        }

        return TypedResults.Ok(new TransformAnswer(to.Uri, carried));
    }

    private static bool TryFind(string? uri, out CoordinateReferenceSystem system)
    {
        system = CoordinateReferenceSystems.Crs84;
        if (uri is null)
        {
            return true;
        }

        var isFound = CoordinateReferenceSystems.TryFind(uri, out var found);
        system = found ?? system;
        return isFound;
    }

    private static double[] Write(CoordinateReferenceSystem system, GeoPosition position)
    {
        var (first, second) = system.FromCrs84(position);
        return [Math.Round(first, system.Decimals), Math.Round(second, system.Decimals)];
    }

    private static ProblemResult Refuse(string detail, string hint) =>
        new Refusal(ProblemCodes.InvalidRequest, detail, hint).ToResult();
}
