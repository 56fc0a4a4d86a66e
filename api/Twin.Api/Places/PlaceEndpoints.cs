using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Places;
using Twin.Model.Units;

namespace Twin.Api.Places;

/// <summary>Telecom sites, and who changed which place.</summary>
internal static class PlaceEndpoints
{
    private static readonly PlaceSchema Sites = PlaceSchemas.Of(PlaceLayer.Sites);

    private static readonly QueryParameter Operator = new("operator", "Only sites that this operator sends from.")
    {
        Example = "viettel",
    };

    private static readonly QueryParameter Technology = new("technology", "Only sites of that technology.")
    {
        Values = Sites.Find(SiteProperties.Technology)!.Values, // The schema has it.
    };

    private static readonly QueryParameter Status = new("status", "Only sites that far.")
    {
        Values = Sites.Find(SiteProperties.Status)!.Values, // The schema has it.
    };

    /// <summary>Maps the endpoints.</summary>
    public static void MapSitesAndPlaces(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sites", GetSitesAsync)
            .WithTags("Places")
            .WithName("getSites")
            .WithSummary("Telecom sites as they are on a day, by id")
            .WithListQuery(QueryParameters.Unit, QueryParameters.Date, Operator, Technology, Status)
            .Produces<ListAnswer<SiteAnswer>>();
        endpoints.MapGet("/places/{layer}/{id}", GetPlaceAsync)
            .WithTags("Places")
            .WithName("getPlace")
            .WithSummary("A place on all days: its versions, and who changed what, when and why")
            .WithDescription(
                "Layers are sites, facilities, zones and routes. A place that was ended has its trail still. Features "
                + "with geometry are at /ogc/collections.")
            .WithQuery()
            .Produces<PlaceHistoryAnswer>();
    }

    private static async Task<IResult> GetSitesAsync(
        HttpContext context,
        CityDefinition city,
        PlaceViews views,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var unit = query.Unit(QueryParameters.Unit.Name, city.Tree);
        var day = query.Date() ?? VietnamTime.Today(time);
        var (by, technology, status) = (
            query.Text(Operator.Name), query.Choice(Technology), query.Choice(Status));
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var view = await views.GetAsync(PlaceLayer.Sites, new DayInterval(day, day), cancellationToken);
        var tree = city.Tree.On(day);
        return view.Items.Where(Matches).ToArray().ToPage(page, context.Request, SiteAnswer.Of);

        bool Matches(PlaceItem item) =>
            (unit is not { } upper || IsWithin(tree, item.Unit, upper))
            && (by is null || item.Place.Texts(SiteProperties.Operators).Contains(by, StringComparer.Ordinal))
            && Is(item, SiteProperties.Technology, technology)
            && Is(item, SiteProperties.Status, status);
    }

    private static async Task<IResult> GetPlaceAsync(
        string layer, string id, IPlaceStore store, CancellationToken cancellationToken)
    {
        if (PlaceSchemas.Find(layer) is not { } schema)
        {
            return Refusals.NotFound(
                "layer", layer, $"Use one of: {string.Join(", ", PlaceSchemas.All.Select(one => one.Id))}.").ToResult();
        }

        return PlaceId.TryParse(id, out var parsed)
            && await store.FindAsync(schema.Layer, parsed, cancellationToken) is { } place
            ? TypedResults.Ok(PlaceHistoryAnswer.Of(place))
            : Refusals.NotFound("place", id, $"/ogc/collections/{schema.Id}/items lists the ids.").ToResult();
    }

    private static bool IsWithin(TreeOfDate tree, string? code, AdministrativeUnitCode upper) =>
        AdministrativeUnitCode.TryParse(code, out var unit) && tree.PathUp(unit).Any(above => above.Code == upper);

    private static bool Is(PlaceItem item, string property, string? wanted) =>
        wanted is null || wanted.Equals(item.Place.Text(property), StringComparison.Ordinal);
}
