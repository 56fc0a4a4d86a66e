using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Time;

namespace Twin.Api.Observations;

/// <summary>What a unit has reported, every version of it.</summary>
internal static class HistoryEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapHistory(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/observations", GetObservationsAsync)
        .WithTags("Observations")
        .WithName("getObservations")
        .WithSummary("What a unit has reported, in the order in which it was recorded")
        .WithDescription(
            "Every version: a correction is a new observation of the same period, and isCurrent tells the one that "
            + "stands, now or as of an instant.")
        .WithListQuery(
            QueryParameters.RequiredUnit,
            QueryParameters.Indicator,
            QueryParameters.OnlyBreakdown,
            QueryParameters.From,
            QueryParameters.To,
            QueryParameters.AsOf)
        .Produces<ListAnswer<HistoryItemAnswer>>();

    private static async Task<IResult> GetObservationsAsync(
        HttpContext context,
        CityDefinition city,
        IObservationLog log,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var unit = query.Unit("unit", city.Tree);
        query.Require("unit", unit is not null, "/v1/units?q= finds codes by name.");
        var indicator = query.Indicator(city.Indicators);
        var breakdown = query.Breakdown(city.Indicators.Dimensions);
        var first = query.Period("from");
        var last = query.Period("to");
        if (last?.End < first?.Start)
        {
            query.Refuse("to", "The last period cannot come before the first.");
        }

        var asOf = query.PastInstant("asOf", time.GetUtcNow());
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var filter = new Filter(indicator?.Code, breakdown, first?.Start, last?.End, asOf);
        var history = log.ReadUnitAsync(unit.GetValueOrDefault(), cancellationToken); // Refused above when absent.
        return TypedResults.Ok(await ReadPageAsync(history, filter, page, context.Request));
    }

    /// <summary>
    /// One pass over the unit's log: the page's items are kept, of all others only which one stands. The cursor is a
    /// sequence number, so that what is reported meanwhile moves no item to another page.
    /// </summary>
    private static async Task<ListAnswer<HistoryItemAnswer>> ReadPageAsync(
        IAsyncEnumerable<LoggedBatch> history, Filter filter, Page page, HttpRequest request)
    {
        var standing = new Dictionary<
            (IndicatorCode, TimePeriod, Breakdown), (DateTimeOffset ResultTime, long Sequence)>();
        var kept = new List<(LoggedBatch Logged, int Place)>();
        var matched = 0L;
        var hasMore = false;
        await foreach (var logged in history)
        {
            if (logged.RecordedAt > filter.AsOf)
            {
                break; // Recorded times never go back along the log.
            }

            for (var place = 0; place < logged.Batch.Observations.Length; place++)
            {
                var observation = logged.Batch.Observations[place];
                if (!filter.Matches(observation))
                {
                    continue;
                }

                matched++;
                var sequence = logged.FirstSequence + place;
                var key = (observation.Indicator, observation.Period, observation.Breakdown);
                if (observation.Counts
                    && (!standing.TryGetValue(key, out var held) || observation.ResultTime >= held.ResultTime))
                {
                    standing[key] = (observation.ResultTime, sequence);
                }

                var isOnPage = sequence > (page.After ?? 0);
                hasMore |= isOnPage && kept.Count == page.Limit;
                if (isOnPage && kept.Count < page.Limit)
                {
                    kept.Add((logged, place));
                }
            }
        }

        var items = kept.ConvertAll(item => HistoryItemAnswer.Of(
            item.Logged, item.Place, IsStanding(item.Logged, item.Place)));
        return ListAnswers.Of(items, matched, hasMore ? items[^1].Sequence : null, request);

        bool IsStanding(LoggedBatch logged, int place)
        {
            var observation = logged.Batch.Observations[place];
            var key = (observation.Indicator, observation.Period, observation.Breakdown);
            return standing.TryGetValue(key, out var held) && held.Sequence == logged.FirstSequence + place;
        }
    }

    private readonly record struct Filter(
        IndicatorCode? Indicator, Breakdown? Breakdown, DateOnly? FirstDay, DateOnly? LastDay, DateTimeOffset? AsOf)
    {
        public bool Matches(in Observation observation) =>
            (Indicator is not { } code || observation.Indicator == code)
            && (Breakdown is not { } part || observation.Breakdown == part)
            && !(observation.Period.Start < FirstDay)
            && !(observation.Period.End > LastDay);
    }
}
