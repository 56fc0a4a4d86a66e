using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>Who reports what, by when, and who has not.</summary>
internal static class DutyEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapDuties(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/duties").WithTags("Duties");
        group.MapGet(string.Empty, GetDutiesAsync)
            .WithName("getDuties")
            .WithSummary("Reports that units and agencies owe, by the day they are due")
            .WithDescription(
                "Each is a duty, who owes it, and a period. Where it stands follows from the log, the calendar of "
                + "working days and the clock; asOf shows it as it stood then.")
            .WithListQuery([.. DutyParameters.Common, DutyParameters.State])
            .Produces<ListAnswer<DutyAnswer>>();
        group.MapGet("/summary", GetSummaryAsync)
            .WithName("getDutySummary")
            .WithSummary("The same, counted: by unit, agency, duty, cadence, indicator or month")
            .WithDescription(
                "Units are those directly below the one asked about, each with all below it, and that one itself.")
            .WithListQuery([.. DutyParameters.Common, DutyParameters.By])
            .Produces<ListAnswer<DutySummaryAnswer>>();
        group.MapGet("/calendar", GetCalendarAsync)
            .WithName("getDutyCalendar")
            .WithSummary("What is due, day by day, with holidays")
            .WithQuery([.. DutyParameters.Common, DutyParameters.State])
            .Produces<DutyCalendarAnswer>();
        group.MapGet("/calendar.ics", GetCalendarFileAsync)
            .WithName("getDutyCalendarFile")
            .WithSummary("The same for a calendar program (iCalendar, RFC 5545)")
            .WithQuery([.. DutyParameters.Common, DutyParameters.State, DutyParameters.Language])
            .Produces(StatusCodes.Status200OK, contentType: CalendarFile.MediaType);
        group.MapGet("/definitions", GetDefinitions)
            .WithName("getDutyDefinitions")
            .WithSummary("The duties: who reports what, how often, and by when")
            .WithListQuery()
            .Produces<ListAnswer<DutyDefinitionAnswer>>();
        group.MapGet("/{id}", GetDutyAsync)
            .WithName("getDuty")
            .WithSummary("One report that is owed")
            .WithQuery(QueryParameters.AsOf)
            .Produces<DutyAnswer>();
        group.MapPost("/{id}/marks", MarkDutyAsync)
            .WithName("markDuty")
            .WithSummary("Waive, return, reinstate a report, or note that a document has come")
            .WithDescription("It is kept with name, time and reason, and never taken back; a later one goes before it.")
            .Accepts<DutyMarkRequest>("application/json")
            .Produces<DutyAnswer>();
    }

    private static async Task<IResult> GetDutiesAsync(
        HttpContext context,
        CityDefinition city,
        DutyCollector collector,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var ask = DutyAsk.Read(query, city, time);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var occurrences = await collector.ListAsync(ask, cancellationToken);
        return occurrences.ToPage(page, context.Request, one => DutyAnswer.Of(one, city));
    }

    private static async Task<IResult> GetSummaryAsync(
        HttpContext context,
        CityDefinition city,
        DutyCollector collector,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var ask = DutyAsk.Read(query, city, time);
        var grouping = ReadGrouping(query);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var groups = await collector.CountAsync(ask, grouping, cancellationToken);
        return DutySummary.Of(ask, grouping, groups, city).ToPage(page, context.Request, answer => answer);
    }

    private static async Task<IResult> GetCalendarAsync(
        HttpContext context,
        CityDefinition city,
        DutyCollector collector,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var ask = DutyAsk.Read(query, city, time);
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : TypedResults.Ok(DutyCalendar.Of(ask, await collector.ListAsync(ask, cancellationToken), city));
    }

    private static async Task<IResult> GetCalendarFileAsync(
        HttpContext context,
        CityDefinition city,
        DutyCollector collector,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var ask = DutyAsk.Read(query, city, time);
        var language = query.Text("lang");
        if (language is not (null or "vi" or "en"))
        {
            query.Refuse("lang", "Use vi or en.");
        }

        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var occurrences = await collector.ListAsync(ask, cancellationToken);
        var text = CalendarFile.Write(occurrences, city, ask.Root.Value, language is not "en", time.GetUtcNow());
        return TypedResults.Text(text, $"{CalendarFile.MediaType}; charset=utf-8");
    }

    private static IResult GetDefinitions(HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : city.Duties.Items.ToPage(page, context.Request, DutyDefinitionAnswer.Of);
    }

    private static async Task<IResult> GetDutyAsync(
        string id, HttpContext context, CityDefinition city, DutyCollector collector, TimeProvider time)
    {
        var query = new QueryReader(context);
        var now = time.GetUtcNow();
        var at = query.PastInstant("asOf", now) ?? now;
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        return DutyKey.TryParse(id, out var key) && await collector.FindAsync(key, at) is { } found
            ? TypedResults.Ok(DutyAnswer.Of(found, city))
            : Refusals.NotFound("report owed", id, "/v1/duties lists the ids.").ToResult();
    }

    private static async Task<IResult> MarkDutyAsync(
        string id,
        HttpContext context,
        CityDefinition city,
        DutyCollector collector,
        CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<DutyMarkRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var reason = string.Empty;
        refusal = PersonText.ReadName(body.By, "by", out var by)
            ?? PersonText.ReadText(body.Reason, "reason", isRequired: true, out reason)
            ?? (body.Kind is null
                ? new Refusal(
                    ProblemCodes.MissingParameter, "The member 'kind' is required.", "Say what is decided.")
                : null);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        if (!DutyKey.TryParse(id, out var key)
            || await collector.MarkAsync(key, body.Kind.GetValueOrDefault(), by, reason) is not { } answer)
        {
            return Refusals.NotFound("report owed", id, "/v1/duties lists the ids.").ToResult();
        }

        return answer.Occurrence is { } marked
            ? TypedResults.Ok(DutyAnswer.Of(marked, city))
            : answer.Refusal!.ToResult(); // One of the two is there.
    }

    private static DutyGrouping ReadGrouping(QueryReader query)
    {
        if (query.Text("by") is not { } text)
        {
            return DutyGrouping.Unit;
        }

        if (!DutyParameters.By.Values.Contains(text, StringComparer.Ordinal))
        {
            query.Refuse("by", $"Use one of: {string.Join(", ", DutyParameters.By.Values)}.");
            return DutyGrouping.Unit;
        }

        return Enum.Parse<DutyGrouping>(text, ignoreCase: true);
    }
}
