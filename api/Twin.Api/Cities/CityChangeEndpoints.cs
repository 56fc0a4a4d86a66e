using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model.Cities;

namespace Twin.Api.Cities;

/// <summary>What the city is, and how that changes.</summary>
internal static class CityChangeEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapCityChanges(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/city/changes").WithTags("City");
        group.MapGet("/", GetChangesAsync)
            .WithName("getCityChanges")
            .WithSummary("The changes of what the city is, latest first")
            .WithListQuery()
            .Produces<ListAnswer<CityChangeAnswer>>();
        group.MapGet("/{sequence}", GetChangeAsync)
            .WithName("getCityChange")
            .WithSummary("One change, with what is changed")
            .Produces<CityChangeAnswer>();
        group.MapPost("/", PostChangeAsync)
            .WithName("postCityChange")
            .WithSummary("Change what the city is, or see what that would make different")
            .WithDescription(
                "With dryRun nothing is changed. The answer comes when the change is on disk and the figures follow "
                + "it. A change that the city does not allow answers 422 with every reason; one made for another "
                + "revision than the current one answers 409.")
            .Accepts<CityChangeRequest>("application/json")
            .Produces<ChangeReportAnswer>()
            .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType)
            .Produces<ChangeProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);
        group.MapPost("/{sequence}/undo", PostUndoAsync)
            .WithName("postCityChangeUndo")
            .WithSummary("Take a change back")
            .WithDescription(
                "Takes by, reason, dryRun and revision. Refused while a later change rests on it. Takes back an undo "
                + "as well.")
            .Accepts<CityChangeRequest>("application/json")
            .Produces<ChangeReportAnswer>()
            .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType)
            .Produces<ChangeProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);
    }

    private static async Task<IResult> GetChangesAsync(
        HttpContext context, LiveCity live, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var current = await live.CatchUpAsync(cancellationToken);
        // The cursor is a sequence and not a place, because a new change comes before all others.
        var rest = current.Entries.Reverse()
            .Where(entry => page.After is not { } after || entry.Change.Sequence < after).ToArray();
        var items = rest.Take(page.Limit).ToArray();
        long? next = rest.Length > items.Length ? items[^1].Change.Sequence : null;
        return TypedResults.Ok(ListAnswers.Of(
            [.. items.Select(entry => CityChangeAnswer.Of(entry, withPayload: false))],
            current.Entries.Length,
            next,
            context.Request));
    }

    private static async Task<IResult> GetChangeAsync(
        string sequence, LiveCity live, CancellationToken cancellationToken)
    {
        var current = await live.CatchUpAsync(cancellationToken);
        return TryReadSequence(sequence, out var number)
            && current.Entries.FirstOrDefault(entry => entry.Change.Sequence == number) is { } found
                ? TypedResults.Ok(CityChangeAnswer.Of(found, withPayload: true))
                : UnknownChange(sequence);
    }

    private static async Task<IResult> PostChangeAsync(
        HttpContext context, CityChangeDesk desk, CancellationToken cancellationToken) =>
        await HandleAsync(context, desk, null, cancellationToken);

    private static async Task<IResult> PostUndoAsync(
        string sequence, HttpContext context, CityChangeDesk desk, CancellationToken cancellationToken) =>
        TryReadSequence(sequence, out var undoes)
            ? await HandleAsync(context, desk, undoes, cancellationToken)
            : UnknownChange(sequence);

    private static async Task<IResult> HandleAsync(
        HttpContext context, CityChangeDesk desk, long? undoes, CancellationToken cancellationToken)
    {
        var (request, unreadable) = await CityChangeReader.ReadAsync(context.Request, cancellationToken);
        if (request is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        var isGood = undoes is { } undone
            ? CityChangeReader.TryDraftUndo(request, undone, out var draft, out var refusal)
            : CityChangeReader.TryDraft(request, out draft, out refusal);
        return isGood
            ? await desk.HandleAsync(draft!, cancellationToken) // One of the two is there.
            : refusal!.ToResult();
    }

    private static bool TryReadSequence(string text, out long sequence) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sequence);

    private static ProblemResult UnknownChange(string sequence) =>
        Refusals.NotFound("change", sequence, "/v1/city/changes lists the changes.").ToResult();
}
