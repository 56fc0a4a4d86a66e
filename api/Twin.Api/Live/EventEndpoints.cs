using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;

namespace Twin.Api.Live;

/// <summary>What changes, as it changes.</summary>
internal static class EventEndpoints
{
    private const string LastEventIdHeader = "Last-Event-ID";

    /// <summary>Maps the endpoint.</summary>
    public static void MapEvents(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/events", GetEvents)
        .WithTags("Events")
        .WithName("getEvents")
        .WithSummary("What changes, as it changes (server-sent events)")
        .WithDescription(
            "Event 'rollup' carries {unit, changes, total}: the new figures of one unit. Event 'alert' carries "
            + "{id, kind, alert}: what happened to an alert, and the alert after it. Event 'case' carries a case that "
            + "was opened or taken further, as /v1/cases has it. Event 'city' carries {revision, "
            + "kind, by, reason}: units, boundaries or targets have changed. Event 'position', which only those get "
            + "who name it, carries the vessels that moved as /v1/vessels/positions has them, each once. Ids only "
            + "grow; a client that comes back with Last-Event-ID gets what it missed, or the event 'reset', upon "
            + "which it must ask for everything anew. A comment comes every 15 seconds when nothing else does.")
        .WithQuery(QueryParameters.Unit, QueryParameters.Kinds, QueryParameters.LastEventId)
        .Produces(StatusCodes.Status200OK, contentType: EventStreamResult.MediaType);

    private static IResult GetEvents(
        HttpContext context, CityDefinition city, EventHub hub, IHostApplicationLifetime lifetime)
    {
        var query = new QueryReader(context);
        var unit = query.Unit("unit", city.Tree);
        var kinds = ReadKinds(query);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var units = unit is { } code ? EventFilter.SelfAndEverBelow(city.Tree, code) : null;
        var filter = new EventFilter(kinds, units, unit?.Value);
        return hub.TrySubscribe(filter, ReadLastEventId(context.Request)) is { } subscription
            ? new EventStreamResult(hub, subscription, lifetime.ApplicationStopping)
            : new Refusal(
                ProblemCodes.Unavailable,
                "As many clients follow the events as may.",
                "Ask for figures from time to time instead, or try again later.").ToResult();
    }

    private static FrozenSet<string> ReadKinds(QueryReader query)
    {
        if (query.Text("kinds") is not { } text)
        {
            return EventFilter.DefaultKinds;
        }

        var kinds = text.Split(',', StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
        if (!kinds.IsSubsetOf(EventFilter.AllKinds))
        {
            var all = string.Join(", ", EventFilter.AllKinds.Order(StringComparer.Ordinal));
            query.Refuse("kinds", $"Use some of: {all}.");
        }

        return kinds;
    }

    /// <summary>
    /// The last event that a returning client has. One that is no number cannot be resumed from and reads as the
    /// oldest of all, which is answered with a reset: a browser would send it again for ever.
    /// </summary>
    private static long? ReadLastEventId(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(LastEventIdHeader, out var values)
            && !request.Query.TryGetValue(QueryParameters.LastEventId.Name, out values))
        {
            return null;
        }

        return long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
    }
}
