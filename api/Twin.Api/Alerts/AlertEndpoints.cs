using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Grains.Alerts;
using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>What needs somebody, and what is done about it.</summary>
internal static class AlertEndpoints
{
    private static readonly (string Path, AlertEventKind Kind, string Summary)[] Actions =
    [
        ("acknowledge", AlertEventKind.Acknowledged, "Say that you know of it"),
        ("assign", AlertEventKind.Assigned, "Give it to somebody"),
        ("comment", AlertEventKind.Commented, "Say something about it"),
        ("resolve", AlertEventKind.Resolved, "Say that it is over"),
        ("reopen", AlertEventKind.Reopened, "Say that it is not over after all"),
    ];

    /// <summary>Maps the endpoints.</summary>
    public static void MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/alerts").WithTags("Alerts");
        group.MapGet(string.Empty, GetAlertsAsync)
            .WithName("getAlerts")
            .WithSummary("The alerts of a unit and all below it, latest change first")
            .WithListQuery(
                QueryParameters.Unit,
                AlertParameters.State,
                AlertParameters.Severity,
                AlertParameters.Kind,
                AlertParameters.Agency)
            .Produces<ListAnswer<AlertAnswer>>();
        group.MapGet("/rules", GetRules)
            .WithName("getAlertRules")
            .WithSummary("When alerts are raised, and when they clear")
            .WithListQuery()
            .Produces<ListAnswer<AlertRuleAnswer>>();
        group.MapGet("/{id}", GetAlertAsync)
            .WithName("getAlert").WithSummary("One alert").Produces<AlertAnswer>();
        foreach (var (path, kind, summary) in Actions)
        {
            group.MapPost(
                    $"/{{id}}/{path}",
                    (string id, HttpContext http, CityDefinition city, AlertCollector all, CancellationToken cancel) =>
                        ActAsync(id, kind, http, city, all, cancel))
                .WithName($"{path}Alert")
                .WithSummary(summary)
                .Accepts<AlertActionRequest>("application/json")
                .Produces<AlertAnswer>();
        }
    }

    private static async Task<IResult> GetAlertsAsync(
        HttpContext context,
        CityDefinition city,
        AlertCollector collector,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var unit = query.Unit("unit", city.Tree);
        var states = query.ReadNames<AlertState>("state");
        var severities = query.ReadNames<AlertSeverity>("severity");
        var kinds = query.ReadNames<AlertRuleKind>("kind");
        var agency = query.Text("agency");
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var root = unit ?? CityRoot.Of(city, VietnamTime.Today(time));
        var alerts = await collector.AlertsAsync(root, cancellationToken);
        return alerts
            .Where(alert => states.Count == 0 || states.Contains(alert.State))
            .Where(alert => severities.Count == 0 || alert.Severity >= severities.Min())
            .Where(alert => kinds.Count == 0 || kinds.Contains(alert.Kind))
            .Where(alert => agency is null || string.Equals(alert.OwnerAgencyId, agency, StringComparison.Ordinal))
            .ToArray()
            .ToPage(page, context.Request, alert => AlertAnswer.Of(alert, city));
    }

    private static IResult GetRules(HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        return query.Refusal is { } refusal
            ? refusal.ToResult()
            : city.AlertRules.ToPage(page, context.Request, AlertRuleAnswer.Of);
    }

    private static async Task<IResult> GetAlertAsync(string id, CityDefinition city, AlertCollector collector)
    {
        var alerts = collector.Of(id) is { } grain ? await grain.GetAlerts() : [];
        return alerts.FirstOrDefault(alert => string.Equals(alert.Id, id, StringComparison.Ordinal)) is { } found
            ? TypedResults.Ok(AlertAnswer.Of(found, city))
            : Unknown(id);
    }

    private static async Task<IResult> ActAsync(
        string id,
        AlertEventKind kind,
        HttpContext context,
        CityDefinition city,
        AlertCollector collector,
        CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<AlertActionRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var text = string.Empty;
        refusal = PersonText.ReadName(body.By, "by", out var by)
            ?? PersonText.ReadText(body.Text, "text", kind == AlertEventKind.Commented, out text)
            ?? ReadAssignee(body, kind, ref text);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        if (collector.Of(id) is not { } grain)
        {
            return Unknown(id);
        }

        var answer = await grain.Act(new AlertAction(id, kind, by, text));
        return answer.Alert is { } alert
            ? TypedResults.Ok(AlertAnswer.Of(alert, city))
            : answer.Refusal!.ToResult(); // One of the two is there.
    }

    private static Refusal? ReadAssignee(AlertActionRequest body, AlertEventKind kind, ref string text) =>
        kind == AlertEventKind.Assigned ? PersonText.ReadName(body.Assignee, "assignee", out text) : null;

    private static ProblemResult Unknown(string id) =>
        Refusals.NotFound("alert", id, "/v1/alerts lists the ids.").ToResult();
}
