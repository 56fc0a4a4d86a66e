using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Explanations;

/// <summary>Why a figure is what it is.</summary>
internal static class ExplanationEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapExplanations(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/units/{code}/explanation", ExplainAsync)
        .WithTags("Figures")
        .WithName("getExplanation")
        .WithSummary("Why a figure is what it is: the figures it was made from, down to what was reported")
        .WithDescription(
            "One level by default: the figure, its arithmetic, and each figure below with what it brought. The link "
            + "self of each opens it in turn; depth opens several levels at once.")
        .WithQuery(
            QueryParameters.RequiredIndicator,
            QueryParameters.Period,
            QueryParameters.Breakdown,
            QueryParameters.AsOf,
            QueryParameters.Boundaries,
            QueryParameters.Weight,
            QueryParameters.Depth)
        .Produces<ExplanationAnswer>();

    private static async Task<IResult> ExplainAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        Explainer explainer,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var query = new QueryReader(context);
        var indicator = RollupEndpoints.ReadIndicator(query, city);
        var givenPeriod = query.Period("period");
        var breakdown = query.Breakdown(city.Indicators.Dimensions) ?? default;
        var asOf = query.PastInstant("asOf", now);
        var boundaries = query.Boundaries();
        var depth = query.Number("depth", 1, Explainer.MaxDepth) ?? 1;
        if (boundaries is not null && !breakdown.IsNone)
        {
            query.Refuse("breakdown", "Parts are not carried onto other boundaries; leave out one of the two.");
        }

        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!UnitFinder.TryFind(city.Tree, code, out AdministrativeUnitCode unit, out var unknown))
        {
            return unknown.ToResult();
        }

        if (boundaries is not null && city.Tree.Find(unit, boundaries.Date) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, boundaries.Date).ToResult();
        }

        // The indicator was refused above when absent. A unit of other boundaries may have no figures of its own.
        var asked = boundaries is null ? unit : CityRoot.Of(city, boundaries.Date);
        var period = givenPeriod ?? await PeriodChoice.LatestAsync(
            grains.GetGrain<IAdministrativeUnitGrain>(asked.Value), indicator!.Code, time);
        if (boundaries is null && city.Tree.Find(unit, period.End) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, period.End).ToResult();
        }

        var question = new FigureQuestion(unit, indicator!.Code, period, breakdown, asOf, boundaries);
        var root = await explainer.ExplainAsync(question, indicator, (int)depth, cancellationToken);
        return TypedResults.Ok(ExplanationAnswer.Of(root, city, now));
    }
}
