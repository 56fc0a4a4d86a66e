using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Units;

namespace Twin.Api.Quality;

/// <summary>How good figures are: "đúng, đủ, sạch, sống".</summary>
internal static class QualityEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapQuality(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/quality", GetQualityAsync)
            .WithTags("Quality")
            .WithName("getQuality")
            .WithSummary("Units with four scores: correct, complete, clean, live")
            .WithDescription(
                "By default the units directly below the root, on the boundaries of the period's last day. Of each "
                + "indicator the figure is scored that was due last by the end of the period; the score of a unit is "
                + "the mean over what it and all below it report, and the worst of those beside it. Here the limit is "
                + "1,000 by default.")
            .WithListQuery(
                QueryParameters.Unit, QueryParameters.Level, QueryParameters.Period, QueryParameters.AsOf)
            .Produces<ListAnswer<UnitQualityAnswer>>();
        endpoints.MapGet("/units/{code}/quality", GetUnitQualityAsync)
            .WithTags("Quality")
            .WithName("getUnitQuality")
            .WithSummary("The scores of a unit, and what each of its own figures loses to which rule, in which row")
            .WithDescription(
                "Of what is reported in parts first the total and then each part, held against what the unit itself "
                + "reported of the same part before. The summary is of totals. As of an instant all is scored by what "
                + "the log held then: what came later is missing, and what was not due yet is not.")
            .WithQuery(
                QueryParameters.Period,
                QueryParameters.Indicator,
                QueryParameters.OnlyBreakdown,
                QueryParameters.AsOf)
            .Produces<UnitQualityDetailAnswer>();
    }

    private static async Task<IResult> GetQualityAsync(
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        ReportedMonths reported,
        TimeProvider time,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var givenUnit = query.Unit("unit", city.Tree);
        var givenLevel = query.Level();
        var givenPeriod = query.Period("period");
        var asOf = query.PastInstant("asOf", time.GetUtcNow());
        var page = query.Page(Page.MaxLimit);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var root = givenUnit ?? CityRoot.Of(city, VietnamTime.Today(time));
        var period = givenPeriod ?? await reported.LatestAsync(root);
        var tree = city.Tree.On(period.End);
        if (tree.Find(root) is not { } top)
        {
            return Refusals.UnitNotStanding(city.Tree, root, period.End).ToResult();
        }

        var level = givenLevel
            ?? tree.ChildrenOf(root).Select(child => child.Level).DefaultIfEmpty(top.Level).Min();
        AdministrativeUnit[] units =
            [.. tree.SelfAndBelow(root).Where(unit => unit.Level == level).OrderBy(unit => unit.Code)];
        var items = await FanOut.AskAsync(
            units.Slice(page),
            options.Value.MaxGrainCalls,
            async unit => UnitQualityAnswer.Of(
                await Unit(grains, unit.Code).GetQuality(period, asOf), unit, period, asOf),
            cancellationToken);
        return TypedResults.Ok(ListAnswers.Of(
            items, units.Length, ListAnswers.NextPlace(units.Length, page), context.Request));
    }

    private static async Task<IResult> GetUnitQualityAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        ReportedMonths reported,
        TimeProvider time)
    {
        var query = new QueryReader(context);
        var givenPeriod = query.Period("period");
        var indicator = query.Indicator(city.Indicators);
        var breakdown = query.Breakdown(city.Indicators.Dimensions);
        var asOf = query.PastInstant("asOf", time.GetUtcNow());
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!AdministrativeUnitCode.TryParse(code, out var unit) || !city.Tree.Contains(unit))
        {
            return Refusals.NotFound("unit", code, "/v1/units?q= finds codes by name.").ToResult();
        }

        var period = givenPeriod ?? await reported.LatestAsync(unit);
        if (city.Tree.Find(unit, period.End) is not { } version)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, period.End).ToResult();
        }

        var summary = await Unit(grains, unit).GetQuality(period, asOf);
        var values = await Unit(grains, unit).GetValueQuality(period, asOf);
        return TypedResults.Ok(new UnitQualityDetailAnswer(
            UnitQualityAnswer.Of(summary, version, period, asOf),
            [
                .. values.Where(value => indicator is null || value.Indicator == indicator.Code)
                    .Where(value => breakdown is null || value.Breakdown == breakdown)
                    .Select(value => ValueQualityAnswer.Of(value, city)),
            ]));
    }

    private static IAdministrativeUnitGrain Unit(IGrainFactory grains, AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
