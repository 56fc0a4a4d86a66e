using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Features;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Api.Vessels;
using Twin.Grains.Alerts;
using Twin.Model;
using Twin.Model.Alerts;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Api.Alerts;

/// <summary>What people work on until it is done.</summary>
internal static class CaseEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapCases(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/cases").WithTags("Cases");
        group.MapGet(string.Empty, GetCasesAsync)
            .WithName("getCases")
            .WithSummary("The cases of a unit and all below it, latest change first")
            .WithListQuery(
                QueryParameters.Unit, AlertParameters.Stage, AlertParameters.Vessel, AlertParameters.Concern)
            .Produces<ListAnswer<CaseAnswer>>();
        group.MapPost(string.Empty, OpenCaseAsync)
            .WithName("openCase")
            .WithSummary("Open a case, from an alert, for a vessel or by hand")
            .Accepts<CaseRequest>("application/json")
            .Produces<CaseAnswer>(StatusCodes.Status201Created);
        group.MapGet("/{id}", GetCaseAsync)
            .WithName("getCase").WithSummary("One case").Produces<CaseAnswer>();
        group.MapPost("/{id}/events", ChangeCaseAsync)
            .WithName("changeCase")
            .WithSummary("Take a case further: stage, assignee, deadline, a call, a comment, how it ended")
            .Accepts<CaseRequest>("application/json")
            .Produces<CaseAnswer>();
    }

    private static async Task<IResult> GetCasesAsync(
        HttpContext context,
        CityDefinition city,
        AlertCollector collector,
        FleetReader fleet,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var unit = query.Unit("unit", city.Tree);
        var stages = query.ReadNames<CaseStage>("stage");
        var kinds = query.ReadNames<VesselConcernKind>("kind");
        var vessel = query.Text("vessel");
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        VesselId? id = null;
        if (vessel is not null && (id = await fleet.ResolveAsync(vessel)) is null)
        {
            return UnknownVessel(vessel);
        }

        var root = unit ?? CityRoot.Of(city, VietnamTime.Today(time));
        var cases = await collector.CasesAsync(root, cancellationToken);
        return cases.Where(one => stages.Count == 0 || stages.Contains(one.Stage))
            .Where(one => kinds.Count == 0 || (one.Subject?.Kind is { } kind && kinds.Contains(kind)))
            .Where(one => id is null || one.Subject?.Vessel == id)
            .ToArray()
            .ToPage(page, context.Request, CaseAnswer.Of);
    }

    private static async Task<IResult> GetCaseAsync(string id, AlertCollector collector)
    {
        var cases = collector.Of(id) is { } grain ? await grain.GetCases() : [];
        return cases.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal)) is { } found
            ? TypedResults.Ok(CaseAnswer.Of(found))
            : Unknown(id);
    }

    private static async Task<IResult> OpenCaseAsync(
        HttpContext context,
        CityDefinition city,
        AlertCollector collector,
        FleetReader fleet,
        IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<CaseRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        Alert? alert = null;
        if (body.Alert is { } id)
        {
            var alerts = collector.Of(id) is { } owner ? await owner.GetAlerts() : [];
            alert = alerts.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
            if (alert is null)
            {
                return Refusals.NotFound("alert", id, "/v1/alerts lists the ids.").ToResult();
            }
        }

        var vessel = body.Vessel is { } called ? await VesselAsync(fleet, called) : null;
        if (vessel is null && body.Vessel is not null)
        {
            return UnknownVessel(body.Vessel);
        }

        var unitText = alert?.Unit.Value ?? body.Unit ?? vessel?.HomeUnit?.Value ?? string.Empty;
        if (!UnitFinder.TryFind(city.Tree, unitText, out AdministrativeUnitCode unit, out refusal))
        {
            return refusal.ToResult();
        }

        var title = string.Empty;
        refusal = CaseTerms.Read(body, isOpening: true, out var terms)
            ?? PersonText.ReadText(body.Title ?? alert?.ReasonVi, "title", isRequired: true, out title);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var answer = await grains.GetGrain<IAlertGrain>(unit.Value).ActOnCase(new CaseAction(
            null,
            title,
            alert is null ? [] : [alert.Id],
            terms.By,
            null,
            body.Assignee,
            body.Deadline,
            terms.Text,
            Subject: vessel is null ? null : new CaseSubject(vessel.Id)));
        return answer.Case is { } opened
            ? TypedResults.Created($"/v1/cases/{opened.Id}", CaseAnswer.Of(opened))
            : answer.Refusal!.ToResult(); // One of the two is there.
    }

    private static async Task<Vessel?> VesselAsync(FleetReader fleet, string called) =>
        VesselId.TryParse(called, out var name) ? (await fleet.FindAsync(name))?.Vessel : null;

    private static async Task<IResult> ChangeCaseAsync(
        string id, HttpContext context, AlertCollector collector, CancellationToken cancellationToken)
    {
        var (body, refusal) = await JsonBody.ReadAsync<CaseRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        refusal = CaseTerms.Read(body, isOpening: false, out var terms);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        if (collector.Of(id) is not { } grain)
        {
            return Unknown(id);
        }

        var answer = await grain.ActOnCase(new CaseAction(
            id,
            null,
            [],
            terms.By,
            body.Stage,
            body.Assignee,
            body.Deadline,
            terms.Text,
            terms.Contact,
            body.Resolution));
        return answer.Case is { } changed
            ? TypedResults.Ok(CaseAnswer.Of(changed))
            : answer.Refusal!.ToResult(); // One of the two is there.
    }

    private static ProblemResult Unknown(string id) =>
        Refusals.NotFound("case", id, "/v1/cases lists the ids.").ToResult();

    private static ProblemResult UnknownVessel(string id) =>
        Refusals.NotFound(
            "vessel", id, "Use a registration number or an MMSI; /v1/vessels lists them.").ToResult();
}
