using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Alerts;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Model;
using Twin.Model.Quality;

namespace Twin.Api.Quality;

/// <summary>Observations that are kept and do not count before somebody has decided.</summary>
internal static class QuarantineEndpoints
{
    private const string Hint = "/v1/quarantine lists the ids.";

    private static readonly QueryParameter State = new(
        "state", "Only those that stand so; several with commas.")
    {
        Example = "held",
    };

    private static readonly QueryParameter Rule = new("rule", "Only those that a rule holds.")
    {
        Example = "jump-far",
    };

    private static readonly (string Path, QuarantineDecisionKind Kind, string Summary)[] Decisions =
    [
        ("release", QuarantineDecisionKind.Release, "Let a held observation count as it is"),
        ("correct", QuarantineDecisionKind.Correct, "Let another number count in its place"),
        ("discard", QuarantineDecisionKind.Discard, "Never let it count"),
    ];

    /// <summary>Maps the endpoints.</summary>
    public static void MapQuarantine(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/quarantine").WithTags("Quality");
        group.MapGet(string.Empty, GetQuarantineAsync)
            .WithName("getQuarantine")
            .WithSummary("Observations that were held, the latest first, and what was decided about them")
            .WithListQuery(QueryParameters.Unit, State, Rule)
            .Produces<ListAnswer<HeldAnswer>>();
        group.MapGet("/{id}", GetHeldAsync)
            .WithName("getHeld").WithSummary("One of them").WithQuery().Produces<HeldAnswer>();
        foreach (var (path, kind, summary) in Decisions)
        {
            group.MapPost(
                    $"/{{id}}/{path}",
                    (string id, HttpContext http, CityDefinition city, QuarantineCollector at, CancellationToken end) =>
                        DecideAsync(id, kind, http, city, at, end))
                .WithName($"{path}Held")
                .WithSummary(summary)
                .WithDescription(
                    "The decision is an entry of the log, durable before the answer, with name, time and comment. "
                    + "Figures as of an instant before it are as they were.")
                .Accepts<QuarantineRequest>("application/json")
                .Produces<HeldAnswer>();
        }
    }

    private static async Task<IResult> GetQuarantineAsync(
        HttpContext context,
        CityDefinition city,
        QuarantineCollector collector,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var unit = query.Unit("unit", city.Tree);
        var states = query.ReadNames<QuarantineState>("state");
        var rule = query.Text("rule");
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var root = unit ?? CityRoot.Of(city, VietnamTime.Today(time));
        var entries = await collector.ListAsync(root, cancellationToken);
        return entries
            .Where(entry => states.Count == 0 || states.Contains(entry.State))
            .Where(entry => rule is null
                || string.Equals(entry.Observation.Notes?.Held?.Rule, rule, StringComparison.Ordinal))
            .ToArray()
            .ToPage(page, context.Request, entry => HeldAnswer.Of(entry, city));
    }

    private static async Task<IResult> GetHeldAsync(string id, CityDefinition city, QuarantineCollector collector) =>
        await collector.FindAsync(id) is { } entry ? TypedResults.Ok(HeldAnswer.Of(entry, city)) : Unknown(id);

    private static async Task<IResult> DecideAsync(
        string id,
        QuarantineDecisionKind kind,
        HttpContext context,
        CityDefinition city,
        QuarantineCollector collector,
        CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<QuarantineRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var comment = string.Empty;
        refusal = PersonText.ReadName(body.By, "by", out var by)
            ?? PersonText.ReadText(body.Comment, "comment", isRequired: true, out comment);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var answer = await collector.DecideAsync(id, kind, by, comment, body.Value, body.Denominator);
        if (answer is null)
        {
            return Unknown(id);
        }

        return answer.Entry is { } entry
            ? TypedResults.Ok(HeldAnswer.Of(entry, city))
            : AsProblem(answer.Refusal!).ToResult(); // One of the two is there.
    }

    /// <summary>What is wrong with a corrected number has the code of a row; here all of it is refused.</summary>
    private static Refusal AsProblem(Refusal refusal) =>
        refusal.Code is ProblemCodes.Conflict or ProblemCodes.NotFound or ProblemCodes.InvalidRequest
            or ProblemCodes.MissingParameter
            ? refusal
            : refusal with { Code = ProblemCodes.ChangeRefused };

    private static ProblemResult Unknown(string id) => Refusals.NotFound("held observation", id, Hint).ToResult();
}
