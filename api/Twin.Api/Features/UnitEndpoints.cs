using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>Administrative units, as they stand on a day.</summary>
internal static class UnitEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapUnits(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/units").WithTags("Units");
        group.MapGet("/", GetUnits)
            .WithName("getUnits")
            .WithSummary("Administrative units as they stand on a day")
            .WithListQuery(
                QueryParameters.Date, QueryParameters.Level, QueryParameters.Upper, QueryParameters.Search)
            .Produces<ListAnswer<UnitAnswer>>();
        group.MapGet("/{code}", GetUnit)
            .WithName("getUnit")
            .WithSummary("One administrative unit")
            .WithDescription("404 when the code does not stand on that day; the hint lists the days on which it does.")
            .WithQuery(QueryParameters.Date)
            .Produces<UnitAnswer>();
        group.MapGet("/{code}/children", GetChildren)
            .WithName("getUnitChildren")
            .WithSummary("The units directly below a unit")
            .WithListQuery(QueryParameters.Date)
            .Produces<ListAnswer<UnitAnswer>>();
        group.MapGet("/{code}/successions", GetSuccessions)
            .WithName("getUnitSuccessions")
            .WithSummary("What a unit came from and what it became")
            .WithDescription("Of the version that stands on the date; shares are those that figures are divided by.")
            .WithListQuery(QueryParameters.Date)
            .Produces<ListAnswer<UnitSuccessionAnswer>>();
    }

    private static IResult GetSuccessions(
        string code, HttpContext context, CityDefinition city, BoundaryFlows flows, TimeProvider time)
    {
        var query = new QueryReader(context);
        var date = query.Date() ?? VietnamTime.Today(time);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        return UnitFinder.TryFind(city.Tree, code, date, out var unit, out var missing)
            ? UnitSuccessionAnswer.Of(flows, unit).ToPage(page, context.Request, one => one)
            : missing.ToResult();
    }

    private static IResult GetUnits(HttpContext context, CityDefinition city, UnitSearch search, TimeProvider time)
    {
        var query = new QueryReader(context);
        var date = query.Date() ?? VietnamTime.Today(time);
        var level = query.Level();
        var upper = query.Unit("upper", city.Tree);
        var text = query.Text("q");
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var tree = city.Tree.On(date);
        var units = upper is { } above ? tree.ChildrenOf(above) : tree.Units;
        IReadOnlyList<AdministrativeUnit> matched =
            level is { } wanted ? units.Where(unit => unit.Level == wanted).ToImmutableArray() : units;
        return (text is null ? matched : search.Find(matched, text)).ToPage(page, context.Request, UnitAnswer.Of);
    }

    private static IResult GetUnit(string code, HttpContext context, CityDefinition city, TimeProvider time)
    {
        var query = new QueryReader(context);
        var date = query.Date() ?? VietnamTime.Today(time);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        return UnitFinder.TryFind(city.Tree, code, date, out var unit, out var missing)
            ? TypedResults.Ok(UnitAnswer.Of(unit))
            : missing.ToResult();
    }

    private static IResult GetChildren(string code, HttpContext context, CityDefinition city, TimeProvider time)
    {
        var query = new QueryReader(context);
        var date = query.Date() ?? VietnamTime.Today(time);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        return UnitFinder.TryFind(city.Tree, code, date, out var unit, out var missing)
            ? city.Tree.On(date).ChildrenOf(unit.Code).ToPage(page, context.Request, UnitAnswer.Of)
            : missing.ToResult();
    }
}
