using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>The figures of many units for one indicator and period: what colours a map.</summary>
internal static class RollupListEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapRollups(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/rollups", GetRollupsAsync)
        .WithTags("Figures")
        .WithName("getRollups")
        .WithSummary("The figures of all units of a level, for one indicator and period")
        .WithDescription(
            "By default all units of the level that reports the indicator, below the root, on the boundaries of the "
            + "period's last day. On other boundaries each unit's targets are those that bind it there, held against "
            + "figures that were carried onto them. Here the limit is 1,000 by default, so that a city's communes "
            + "come at once.")
        .WithListQuery(
            QueryParameters.Unit,
            QueryParameters.Level,
            QueryParameters.RequiredIndicator,
            QueryParameters.Breakdown,
            QueryParameters.Period,
            QueryParameters.Boundaries,
            QueryParameters.Weight)
        .Produces<ListAnswer<ListedRollupAnswer>>();

    private static async Task<IResult> GetRollupsAsync(
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        RebasedFigures rebased,
        RebasedTargets rebasedTargets,
        TimeProvider time,
        IOptions<TwinApiOptions> options,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var indicator = query.Indicator(city.Indicators);
        query.Require("indicator", indicator is not null, "/v1/indicators lists the codes.");
        var givenUnit = query.Unit("unit", city.Tree);
        var givenLevel = query.Level();
        var givenPeriod = query.Period("period");
        var boundaries = query.Boundaries();
        var breakdown = ReadBreakdown(query, city, boundaries is not null);
        var page = query.Page(Page.MaxLimit);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var root = givenUnit ?? CityRoot.Of(city, boundaries?.Date ?? VietnamTime.Today(time));
        var period = givenPeriod
            ?? await PeriodChoice.LatestAsync(Unit(grains, root), indicator!.Code, time); // Refused above when absent.
        var date = boundaries?.Date ?? period.End;
        var tree = city.Tree.On(date);
        if (givenUnit is { } asked && tree.Find(asked) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, asked, date).ToResult();
        }

        var level = givenLevel ?? indicator!.ReportingLevel; // Refused above when absent.
        var units = tree.SelfAndBelow(root).Where(unit => unit.Level == level).OrderBy(unit => unit.Code).ToArray();
        var now = time.GetUtcNow();
        var targets = city.Targets.Where(target => target.Indicator == indicator!.Code) // Likewise.
            .ToDictionary(target => target.Id, StringComparer.Ordinal);
        var question = new StandingsQuestion([indicator!.Code], period, IsExact: true);
        if (boundaries is not null)
        {
            AdministrativeUnitCode[] codes = [.. units.Slice(page).Select(unit => unit.Code)];
            var made = await rebased.OfPeriodAsync(
                codes, indicator!, period, boundaries, asOf: null, cancellationToken);
            var judged = await rebasedTargets.AssessAsync(codes, indicator!, period, boundaries, cancellationToken);
            return TypedResults.Ok(ListAnswers.Of(
                [.. made.Zip(judged, (one, targets) => ListedRollupAnswer.OfRebased(one, targets, now))],
                units.Length,
                ListAnswers.NextPlace(units.Length, page),
                context.Request));
        }

        var items = await FanOut.AskAsync(
            units.Slice(page),
            options.Value.MaxGrainCalls,
            unit => AskAsync(Unit(grains, unit.Code), question, breakdown),
            cancellationToken);
        return TypedResults.Ok(ListAnswers.Of(
            [
                .. items.Select(standings => ListedRollupAnswer.Of(standings, targets, now))
                    .OfType<ListedRollupAnswer>(),
            ],
            units.Length,
            ListAnswers.NextPlace(units.Length, page),
            context.Request));
    }

    /// <summary>The figure with its targets or, of a part, the figure alone: a target is on the total.</summary>
    private static Breakdown ReadBreakdown(QueryReader query, CityDefinition city, bool isRebased)
    {
        var breakdown = query.Breakdown(city.Indicators.Dimensions) ?? default;
        if (isRebased && !breakdown.IsNone)
        {
            query.Refuse("breakdown", "Parts are not carried onto other boundaries; leave out one of the two.");
        }

        return breakdown;
    }

    private static async Task<IndicatorStanding> AskAsync(
        IAdministrativeUnitGrain unit, StandingsQuestion question, Breakdown breakdown) => breakdown.IsNone
        ? (await unit.GetStandings(question))[0]
        : new IndicatorStanding(
            await unit.GetRollup(question.Indicators[0], question.Period, asOf: null, breakdown),
            []);

    private static IAdministrativeUnitGrain Unit(IGrainFactory grains, AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
