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
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>The units of a level in the order of one indicator, with the working.</summary>
internal static class RankingEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapRanking(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/ranking", GetRankingAsync)
        .WithTags("Figures")
        .WithName("getRanking")
        .WithSummary("The units of a level, best first, with place, numerator, denominator and distance to target")
        .WithDescription(
            "Equal figures share the better place and the places after it are left out: 1, 2, 2, 4. Units without a "
            + "value come last and have no place. Here the limit is 1,000 by default.")
        .WithListQuery(
            QueryParameters.Unit,
            QueryParameters.Level,
            QueryParameters.RequiredIndicator,
            QueryParameters.Period,
            QueryParameters.AsOf,
            QueryParameters.Boundaries,
            QueryParameters.Weight)
        .Produces<ListAnswer<RankedFigureAnswer>>();

    private static async Task<IResult> GetRankingAsync(
        HttpContext context,
        CityDefinition city,
        IGrainFactory grains,
        OtherRankings others,
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
        var now = time.GetUtcNow();
        var asOf = query.PastInstant("asOf", now);
        var boundaries = query.Boundaries();
        var page = query.Page(Page.MaxLimit);
        if (query.Refusal is not null || indicator is null)
        {
            return query.Refusal!.ToResult(); // Without an indicator there is one.
        }

        var root = givenUnit ?? CityRoot.Of(city, boundaries?.Date ?? VietnamTime.Today(time));
        var period = givenPeriod ?? await PeriodChoice.LatestAsync(Unit(grains, root), indicator.Code, time);
        var day = boundaries?.Date ?? period.End;
        if (city.Tree.Find(root, day) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, root, day).ToResult();
        }

        var level = givenLevel ?? indicator.ReportingLevel;
        if (boundaries is not null || asOf is not null)
        {
            var (ofThen, count) = await others.RankAsync(
                root, level, indicator, period, boundaries, asOf, page, cancellationToken);
            return TypedResults.Ok(ListAnswers.Of(
                ofThen, count, ListAnswers.NextPlace(count, page), context.Request));
        }

        var ranked = await Unit(grains, root).GetRanking(indicator.Code, period, level);
        var targets = city.Targets.Where(target => target.Indicator == indicator.Code)
            .ToDictionary(target => target.Id, StringComparer.Ordinal);
        var question = new StandingsQuestion([indicator.Code], period, IsExact: true);
        var items = await FanOut.AskAsync(
            ranked.Slice(page),
            options.Value.MaxGrainCalls,
            async held => RankedFigureAnswer.Of(
                held, (await Unit(grains, held.Figure.Unit).GetStandings(question))[0], targets, now),
            cancellationToken);
        return TypedResults.Ok(ListAnswers.Of(
            items, ranked.Length, ListAnswers.NextPlace(ranked.Length, page), context.Request));
    }

    private static IAdministrativeUnitGrain Unit(IGrainFactory grains, AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
