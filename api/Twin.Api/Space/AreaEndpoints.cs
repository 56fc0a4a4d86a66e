using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Api.Space;

/// <summary>What lies in an area that somebody has drawn.</summary>
internal static class AreaEndpoints
{
    private const int MaxIndicators = 20;

    /// <summary>Maps the endpoint.</summary>
    public static void MapAreas(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/space/summary", PostSummaryAsync)
        .WithTags("Space")
        .WithName("postAreaSummary")
        .WithSummary("Units, people and figures in a drawn area")
        .WithDescription(
            "A polygon, or anything with a radius around it. Units that lie in it whole count in full, others by the "
            + "share of their area that does; each figure says how much of it was divided so and what it can be at "
            + "least and at most.")
        .Accepts<AreaRequest>("application/json")
        .Produces<AreaAnswer>();

    private static Task<IResult> PostSummaryAsync(
        HttpContext context,
        CityDefinition city,
        AreaDesk desk,
        FeatureGate gate,
        CancellationToken cancellationToken) =>
        gate.RunAsync(() => AnswerAsync(context, city, desk, cancellationToken));

    private static async Task<IResult> AnswerAsync(
        HttpContext context, CityDefinition city, AreaDesk desk, CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<AreaRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        if (!AreaReader.TryRead(body, out var area, out refusal))
        {
            return refusal.ToResult();
        }

        TimePeriod? period = null;
        if (body.Period is { } text)
        {
            if (!TimePeriod.TryParse(text, out var read))
            {
                return Refuse($"The period '{Refusals.Shown(text)}' is none.", "Use an SDMX period such as 2024-12.");
            }

            period = read;
        }

        var indicators = new List<Indicator>();
        foreach (var code in (body.Indicators ?? []).Take(MaxIndicators + 1))
        {
            if (indicators.Count == MaxIndicators || !IndicatorCode.TryParse(code, out var parsed)
                || !city.Indicators.TryGet(parsed, out var indicator))
            {
                return Refuse(
                    $"The indicator '{Refusals.Shown(code ?? string.Empty)}' is not known, or one too many.",
                    "/v1/indicators lists the codes; ask for at most 20.");
            }

            indicators.Add(indicator);
        }

        return TypedResults.Ok(await desk.AnswerAsync(area, body.Date, indicators, period, cancellationToken));
    }

    private static ProblemResult Refuse(string detail, string hint) =>
        new Refusal(ProblemCodes.InvalidRequest, detail, hint).ToResult();
}
