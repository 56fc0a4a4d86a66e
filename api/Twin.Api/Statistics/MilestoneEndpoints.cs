using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>What the plans want done by a day.</summary>
internal static class MilestoneEndpoints
{
    private static readonly QueryParameter Unit = new("unit", "The unit that they bind; the root by default.")
    {
        Example = "31",
    };

    private static readonly QueryParameter Day = new(
        "date", "How they stood on that day, by the figures of periods that had ended; today in Vietnam by default.")
    {
        Format = "date",
        Example = "2022-06-30",
    };

    /// <summary>Maps the endpoint.</summary>
    public static void MapMilestones(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/milestones", GetMilestonesAsync)
        .WithTags("Figures")
        .WithName("getMilestones")
        .WithSummary("The milestones that bind a unit: done on time or late, due soon, overdue; owner and due date")
        .WithListQuery(Unit, Day)
        .Produces<MilestonesAnswer>();

    private static async Task<IResult> GetMilestonesAsync(
        HttpContext context, CityDefinition city, IGrainFactory grains, TimeProvider time)
    {
        var query = new QueryReader(context);
        var givenUnit = query.Unit("unit", city.Tree);
        var day = query.Date() ?? VietnamTime.Today(time);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var code = givenUnit ?? CityRoot.Of(city, day);
        if (city.Tree.Find(code, day) is null)
        {
            return Refusals.UnitNotStanding(city.Tree, code, day).ToResult();
        }

        var unit = grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
        var standings = new List<MilestoneStanding>();
        foreach (var target in TargetBinding.On(city, [.. city.Tree.On(day).PathUp(code)])
            .Where(target => target.Kind == TargetKind.Milestone && target.IsMeasurable))
        {
            if (city.Indicators.TryGet(target.Indicator.GetValueOrDefault(), out var indicator))
            {
                var series = await unit.GetSeries(indicator.Code, null, null);
                standings.Add(MilestoneRules.Stand(target, indicator, series, day));
            }
        }

        MilestoneStanding[] ordered = [.. standings.Order(MilestoneRules.MostPressingFirst)];
        var list = ListAnswers.Of(
            [.. ordered.Slice(page).Select(MilestoneAnswer.Of)],
            ordered.Length,
            ListAnswers.NextPlace(ordered.Length, page),
            context.Request);
        return TypedResults.Ok(new MilestonesAnswer(
            MilestoneSummaryAnswer.Of(ordered), list.Items, list.NumberMatched, list.Links));
    }
}
