using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model;

namespace Twin.Api.Exchange.Catalog;

/// <summary>Says what open data there is, for portals that gather such catalogues.</summary>
internal static class CatalogEndpoints
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/ld+json";

    /// <summary>Maps the endpoint.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/catalog", GetCatalogAsync)
        .WithTags("Exchange")
        .WithName("getCatalog")
        .WithSummary("The open datasets as a DCAT catalogue in JSON-LD")
        .WithDescription(
            "A dataset for the figures of each subsystem, and one each for units, boundaries, indicators, targets and "
            + "agencies, with their distributions, licence, publisher, periods and frequency.")
        .WithQuery()
        .Produces<JsonObject>(StatusCodes.Status200OK, MediaType);

    private static async Task<IResult> GetCatalogAsync(
        HttpContext context,
        CityDefinition city,
        CityPresentation presentation,
        DatasetTerms terms,
        IGrainFactory grains,
        TimeProvider time)
    {
        var today = VietnamTime.Today(time);
        var root = CityRoot.Of(city, today);
        var periods = await grains.GetGrain<IAdministrativeUnitGrain>(root.Value).GetPeriods(indicator: null);
        var request = context.Request;
        var shown = presentation with
        {
            IsSchematic = presentation.IsSchematic && !city.HasSurveyedMap(today),
        };
        var catalog = new DcatCatalog($"{request.Scheme}://{request.Host}", city, shown, terms);
        return TypedResults.Text(
            catalog.Make(root, periods).ToJsonString(DcatCatalog.Options), $"{MediaType}; charset=utf-8");
    }
}
