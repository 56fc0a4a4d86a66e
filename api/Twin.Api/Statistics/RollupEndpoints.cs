using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>The figures of one unit: one of them, a series, the scorecard.</summary>
internal static class RollupEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapUnitFigures(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/units/{code}").WithTags("Figures");
        group.MapGet("/rollup", GetRollupAsync)
            .WithName("getRollup")
            .WithSummary("One figure of a unit, with coverage, freshness and targets")
            .WithDescription(
                "The value comes with its numerator and denominator, how many units below should have reported and "
                + "did, and how each target on it stands, with the arithmetic.")
            .WithQuery(
                QueryParameters.RequiredIndicator,
                QueryParameters.Period,
                QueryParameters.Breakdown,
                QueryParameters.AsOf,
                QueryParameters.MinSequence,
                QueryParameters.Boundaries,
                QueryParameters.Weight)
            .Produces<RollupAnswer>();
        group.MapGet("/series", GetSeriesAsync)
            .WithName("getSeries")
            .WithSummary("The figures of one indicator, oldest first")
            .WithListQuery(
                QueryParameters.RequiredIndicator,
                QueryParameters.Breakdown,
                QueryParameters.From,
                QueryParameters.To,
                QueryParameters.Boundaries,
                QueryParameters.Weight)
            .Produces<ListAnswer<FigureAnswer>>();
        group.MapGet("/breakdowns", BreakdownEndpoints.GetBreakdownsAsync)
            .WithName("getBreakdowns")
            .WithSummary("The parts of one figure, each with its coverage")
            .WithDescription(
                "Every part of which something was reported, by one dimension or several. Parts of one dimension and "
                + "the total need not agree where units report both; each stands as reported.")
            .WithListQuery(QueryParameters.RequiredIndicator, QueryParameters.Period, QueryParameters.AsOf)
            .Produces<ListAnswer<FigureAnswer>>();
        group.MapGet("/scorecard", GetScorecardAsync)
            .WithName("getScorecard")
            .WithSummary("Every target that binds a unit, held against its figures")
            .WithListQuery(
                QueryParameters.Period, QueryParameters.AsOf, QueryParameters.Boundaries, QueryParameters.Weight)
            .Produces<ListAnswer<ScorecardItemAnswer>>();
    }

    /// <summary>The indicator, which every such request names.</summary>
    public static Indicator? ReadIndicator(QueryReader query, CityDefinition city)
    {
        var indicator = query.Indicator(city.Indicators);
        query.Require("indicator", indicator is not null, "/v1/indicators lists the codes.");
        return indicator;
    }

    private static async Task<IResult> GetRollupAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        WriteBarrier barrier,
        RebasedFigures rebased,
        RebasedTargets rebasedTargets,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var query = new QueryReader(context);
        var indicator = ReadIndicator(query, city);
        var givenPeriod = query.Period("period");
        var breakdown = query.Breakdown(city.Indicators.Dimensions) ?? default;
        var asOf = query.PastInstant("asOf", now);
        var minSequence = query.Number("minSequence", 0, long.MaxValue);
        var boundaries = query.Boundaries();
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

        var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
        if (minSequence is { } sequence && await barrier.WaitAsync(sequence, grain, cancellationToken) is { } late)
        {
            return late.ToResult();
        }

        if (boundaries is not null)
        {
            if (city.Tree.Find(unit, boundaries.Date) is null)
            {
                return Refusals.UnitNotStanding(city.Tree, unit, boundaries.Date).ToResult();
            }

            var root = grains.GetGrain<IAdministrativeUnitGrain>(CityRoot.Of(city, boundaries.Date).Value);
            var then = givenPeriod ?? await PeriodChoice.LatestAsync(root, indicator!.Code, time); // Or refused above.
            var made = await rebased.OfPeriodAsync([unit], indicator!, then, boundaries, asOf, cancellationToken);
            var judged = await rebasedTargets.AssessAsync(
                unit, indicator!, then, boundaries, asOf, cancellationToken);
            return TypedResults.Ok(new RollupAnswer(made[0].Figure, judged, asOf, now, made[0].Note));
        }

        var period = givenPeriod ?? await PeriodChoice.LatestAsync(grain, indicator!.Code, time); // Or refused above.
        if (await grain.GetRollup(indicator!.Code, period, asOf, breakdown) is not { } figure)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, period.End).ToResult();
        }

        // A target is on the total.
        IReadOnlyList<TargetAssessment> targets = !breakdown.IsNone ? [] : asOf is { } instant
            ? await PastTargets.AssessAsync(grain, indicator, period, instant)
            : await grain.GetTargets(indicator.Code, period);
        return TypedResults.Ok(new RollupAnswer(figure, targets, asOf, now));
    }

    private static async Task<IResult> GetSeriesAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        RebasedFigures rebased,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var boundaries = query.Boundaries();
        var indicator = ReadIndicator(query, city);
        var breakdown = query.Breakdown(city.Indicators.Dimensions) ?? default;
        var first = query.Period("from");
        var last = query.Period("to");
        if (last < first)
        {
            query.Refuse("to", "The last period cannot come before the first.");
        }

        var page = query.Page();
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

        var now = time.GetUtcNow();
        var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
        // The indicator was refused above when absent.
        var series = boundaries is null
            ? (await grain.GetSeries(indicator!.Code, first, last, breakdown))
                .Select(figure => new FigureAnswer(figure, asOf: null, now)).ToArray()
            : (await rebased.SeriesAsync(unit, indicator!, first, last, boundaries, cancellationToken))
                .Select(one => new FigureAnswer(one.Figure, asOf: null, now, one.Note)).ToArray();
        // The cursor is a period and not a place, because a late report can put a new period before it.
        var rest = series.Where(figure => page.After is not { } after || KeyOf(figure) > after).ToArray();
        var items = rest.Take(page.Limit).ToArray();
        long? next = rest.Length > items.Length ? KeyOf(items[^1]) : null;
        return TypedResults.Ok(ListAnswers.Of(items, series.Length, next, context.Request));
    }

    private static async Task<IResult> GetScorecardAsync(
        string code,
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        RebasedTargets targets,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var query = new QueryReader(context);
        var period = query.Period("period");
        var asOf = query.PastInstant("asOf", now);
        var boundaries = query.Boundaries();
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!UnitFinder.TryFind(city.Tree, code, out AdministrativeUnitCode unit, out var unknown))
        {
            return unknown.ToResult();
        }

        if ((boundaries?.Date ?? period?.End) is { } day && city.Tree.Find(unit, day) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, unit, day).ToResult();
        }

        if (boundaries is not null)
        {
            var until = period?.End ?? VietnamTime.Today(time);
            var rebased = await targets.ScorecardAsync(unit, until, boundaries, asOf, cancellationToken);
            return rebased.ToPage(
                page, context.Request, one => ScorecardItemAnswer.Of(one.Assessment, now, asOf, one.Note));
        }

        var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
        var scorecard = asOf is { } instant
            ? await PastTargets.ScorecardAsync(grain, city.Indicators, period, instant, cancellationToken)
            : await grain.GetScorecard(period);
        return scorecard.ToPage(page, context.Request, assessment => ScorecardItemAnswer.Of(assessment, now, asOf));
    }

    private static long KeyOf(FigureAnswer figure) => TimePeriod.Parse(figure.Period, CultureInfo.InvariantCulture).Key;
}
