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

namespace Twin.Api.Exchange.Print;

/// <summary>Gives out what is printed and signed: a unit's scorecard on A4.</summary>
internal static class PrintEndpoints
{
    private const string MediaType = "text/html; charset=utf-8";

    /// <summary>Maps the endpoint.</summary>
    public static void MapPrint(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/units/{code}/scorecard/print", GetPrintAsync)
        .WithTags("Exchange")
        .WithName("getPrintedScorecard")
        .WithSummary("A unit's scorecard as a page to print on A4, or to save as PDF from the browser")
        .WithDescription(
            "By month, quarter, half-year or year: figures of periods that end no later than the one asked for.")
        .WithQuery(QueryParameters.Period, ExchangeParameters.Language)
        .Produces(StatusCodes.Status200OK, contentType: "text/html");

    private static async Task<IResult> GetPrintAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        CityPresentation presentation,
        IGrainFactory grains,
        ReportedMonths reported,
        TimeProvider time)
    {
        var query = new QueryReader(context);
        var asked = query.Period("period");
        var isVietnamese = query.Choice(ExchangeParameters.Language) is not "en";
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!UnitFinder.TryFind(city.Tree, code, out AdministrativeUnitCode unit, out var unknown))
        {
            return unknown.ToResult();
        }

        var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
        var period = asked ?? await reported.LatestAsync(unit);
        if (city.Tree.Find(unit, period.End) is not { } version)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, period.End).ToResult();
        }

        var scorecard = await grain.GetScorecard(period);
        var page = new PrintedScorecard(version, period, scorecard, city, presentation, isVietnamese);
        return TypedResults.Text(page.Make(time.GetUtcNow().ToOffset(VietnamTime.Offset)), MediaType);
    }
}
