using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Agencies;
using Twin.Model;
using Twin.Model.Agencies;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Api.Catalogues;

/// <summary>What the city's plans lay down: indicators, targets, plans, agencies.</summary>
internal static class CatalogueEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapCatalogues(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(string.Empty).WithTags("Catalogues");
        group.MapGet("/indicators", GetIndicators)
            .WithName("getIndicators").WithSummary("The indicators, by code")
            .WithListQuery().Produces<ListAnswer<IndicatorAnswer>>();
        group.MapGet("/indicators/{code}", GetIndicator)
            .WithName("getIndicator").WithSummary("One indicator").Produces<IndicatorAnswer>();
        group.MapGet("/targets", GetTargets)
            .WithName("getTargets").WithSummary("The rows of the loaded plans, in the order of the plans")
            .WithListQuery(QueryParameters.Plan, QueryParameters.Indicator, QueryParameters.TargetUnit)
            .Produces<ListAnswer<TargetAnswer>>();
        group.MapGet("/targets/{id}", GetTarget)
            .WithName("getTarget").WithSummary("One row of a plan").Produces<TargetAnswer>();
        group.MapGet("/plans", GetPlans)
            .WithName("getPlans").WithSummary("The plans that are loaded")
            .WithListQuery().Produces<ListAnswer<PlanAnswer>>();
        group.MapGet("/agencies", GetAgencies)
            .WithName("getAgencies").WithSummary("The agencies that the loaded plans name")
            .WithListQuery(QueryParameters.Plan).Produces<ListAnswer<AgencyAnswer>>();
        group.MapGet("/agencies/{id}", GetAgencyAsync)
            .WithName("getAgency").WithSummary("One agency, its indicators, and how its targets stand")
            .Produces<AgencyProfileAnswer>();
    }

    private static IResult GetIndicators(HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : city.Indicators.Items.ToPage(page, context.Request, IndicatorAnswer.Of);
    }

    private static IResult GetIndicator(string code, CityDefinition city) =>
        IndicatorCode.TryParse(code, out var parsed) && city.Indicators.TryGet(parsed, out var indicator)
            ? TypedResults.Ok(IndicatorAnswer.Of(indicator))
            : Refusals.NotFound("indicator", code, "/v1/indicators lists the codes.").ToResult();

    private static IResult GetTargets(HttpContext context, CityDefinition city, TimeProvider time)
    {
        var query = new QueryReader(context);
        var plan = ReadPlan(query, city);
        var indicator = query.Indicator(city.Indicators);
        var unit = query.Unit("unit", city.Tree);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var binding = unit is { } code
            ? TargetBinding.On(city, PathUp(city.Tree, code, VietnamTime.Today(time)))
            : city.Targets;
        var targets = binding
            .Where(target => plan is null || IsSame(target.PlanId, plan.Id))
            .Where(target => indicator is null || target.Indicator == indicator.Code);
        return targets.ToImmutableArray().ToPage(page, context.Request, TargetAnswer.Of);
    }

    private static IResult GetTarget(string id, CityDefinition city) =>
        city.Targets.FirstOrDefault(target => IsSame(target.Id, id)) is { } found
            ? TypedResults.Ok(TargetAnswer.Of(found))
            : Refusals.NotFound("target", id, "/v1/targets lists the ids.").ToResult();

    private static IResult GetPlans(HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : city.Plans.ToPage(
                page,
                context.Request,
                plan => PlanAnswer.Of(plan, city.Targets.Count(
                    target => IsSame(target.PlanId, plan.Id) && target.OriginId is null)));
    }

    private static IResult GetAgencies(HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var plan = ReadPlan(query, city);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : city.Agencies.Where(agency => plan is null || IsSame(agency.PlanId, plan.Id)).ToImmutableArray()
                .ToPage(page, context.Request, agency => new AgencyAnswer(agency));
    }

    private static async Task<IResult> GetAgencyAsync(
        string id, CityDefinition city, IGrainFactory grains, TimeProvider time)
    {
        // Looked up first, so that made-up ids wake no grains.
        Agency? known = city.Agencies.FirstOrDefault(agency => IsSame(agency.Id, id));
        return known is not null && await grains.GetGrain<IAgencyGrain>(known.Id).GetProfile() is { } profile
            ? TypedResults.Ok(new AgencyProfileAnswer(profile, time.GetUtcNow()))
            : Refusals.NotFound("agency", id, "/v1/agencies lists the ids.").ToResult();
    }

    private static Plan? ReadPlan(QueryReader query, CityDefinition city)
    {
        if (query.Text("plan") is not { } id)
        {
            return null;
        }

        var plan = city.Plans.FirstOrDefault(plan => IsSame(plan.Id, id));
        if (plan is null)
        {
            query.Refuse("plan", "/v1/plans lists the ids of the plans that are loaded.");
        }

        return plan;
    }

    /// <summary>The unit and those above it today; for one that has ended, when it was last made.</summary>
    private static ImmutableArray<AdministrativeUnit> PathUp(
        AdministrativeTree tree, AdministrativeUnitCode code, DateOnly today)
    {
        var date = tree.Find(code, today) is null ? tree.VersionsOf(code)[^1].ValidFrom : today;
        return [.. tree.On(date).PathUp(code)];
    }

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
