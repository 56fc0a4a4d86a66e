using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Catalogues;
using Twin.Api.Features;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>The dimensions that figures are broken down by, and the parts of a figure.</summary>
internal static class BreakdownEndpoints
{
    /// <summary>Maps the code lists.</summary>
    public static void MapDimensions(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/dimensions", GetDimensions)
        .WithTags("Catalogues")
        .WithName("getDimensions")
        .WithSummary("The dimensions that figures are broken down by, with their code lists")
        .WithListQuery()
        .Produces<ListAnswer<DimensionAnswer>>();

    /// <summary>The parts of one figure of a unit.</summary>
    public static async Task<IResult> GetBreakdownsAsync(
        string code, HttpContext context, CityDefinition city, IGrainFactory grains, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var query = new QueryReader(context);
        var indicator = RollupEndpoints.ReadIndicator(query, city);
        var givenPeriod = query.Period("period");
        var asOf = query.PastInstant("asOf", now);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!UnitFinder.TryFind(city.Tree, code, out AdministrativeUnitCode unit, out var unknown))
        {
            return unknown.ToResult();
        }

        var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
        var period = givenPeriod ?? await PeriodChoice.LatestAsync(grain, indicator!.Code, time); // Or refused above.
        if (city.Tree.Find(unit, period.End) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, period.End).ToResult();
        }

        var parts = await grain.GetBreakdowns(indicator!.Code, period, asOf);
        return parts.ToPage(page, context.Request, part => new FigureAnswer(part, asOf, now));
    }

    private static IResult GetDimensions(HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : city.Indicators.Dimensions.Items.ToPage(page, context.Request, DimensionAnswer.Of);
    }
}
