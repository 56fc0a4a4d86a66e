using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Problems;
using Twin.Geo.Datasets;
using Twin.Model.Cities;
using Twin.Model.Plans;

namespace Twin.Api.Cities;

/// <summary>Loads the tables of a plan into the city, and withdraws a plan.</summary>
internal static class PlanEndpoints
{
    private const long MaxBodyBytes = 16L << 20;

    /// <summary>Maps the endpoints.</summary>
    public static void MapPlanChanges(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/plans").WithTags("City");
        group.MapPost("/", PostPlanAsync)
            .WithName("postPlan")
            .WithSummary("Load a plan from its tables")
            .WithDescription(
                "multipart/form-data with the files plans and targets, and agencies where they are new, as "
                + "UTF-8 CSV with the columns of a dataset's. Fields: by, reason, dryRun, keepGoodRows, revision. "
                + "Every bad row is listed; nothing is loaded while there are any, unless keepGoodRows says so.")
            .Produces<PlanReportAnswer>()
            .Produces<PlanProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType)
            .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType);
        group.MapPost("/{id}/withdraw", PostWithdrawAsync)
            .WithName("postPlanWithdraw")
            .WithSummary("Withdraw a plan with its targets and agencies")
            .WithDescription("Takes by, reason, dryRun and revision. Taken back like any change of the city.")
            .Accepts<CityChangeRequest>("application/json")
            .Produces<ChangeReportAnswer>()
            .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType)
            .Produces<ChangeProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);
    }

    private static async Task<IResult> PostPlanAsync(
        HttpContext context, CityChangeDesk desk, LiveCity live, CancellationToken cancellationToken)
    {
        var (form, refusal) = await PlanForm.ReadAsync(context.Request, MaxBodyBytes, cancellationToken);
        if (form is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        if (!CityChangeReader.TryDraft(form.Request, PlanChangeKind.Name, "{}", out var draft, out var invalid))
        {
            return invalid.ToResult();
        }

        var city = (await live.CatchUpAsync(cancellationToken)).Definition;
        var tables = PlanTablesReader.Read(form.Plans, form.Targets, form.Agencies, city);
        var isWanted = tables.Problems.IsEmpty || form.KeepGoodRows || form.Request.DryRun;
        if (tables.Plans.IsEmpty || !isWanted)
        {
            return new PlanProblemResult(tables);
        }

        var payload = PlanChangeKind.Write(new PlanPayload
        {
            Plans = tables.Plans,
            Targets = tables.Targets,
            Agencies = tables.Agencies,
        });
        var (report, refused) = await desk.MakeAsync(draft with { Payload = payload }, cancellationToken);
        return report is null
            ? new ChangeProblemResult(refused)
            : TypedResults.Ok(PlanReportAnswer.Of(report, tables));
    }

    private static async Task<IResult> PostWithdrawAsync(
        string id, HttpContext context, CityChangeDesk desk, LiveCity live, CancellationToken cancellationToken)
    {
        var (request, unreadable) = await CityChangeReader.ReadAsync(context.Request, cancellationToken);
        if (request is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        if (!live.Definition.Plans.Any(plan => string.Equals(plan.Id, id, StringComparison.Ordinal)))
        {
            return Refusals.NotFound("plan", id, "/v1/plans lists the plans that are loaded.").ToResult();
        }

        var payload = PlanChangeKind.Write(new PlanPayload { Withdraw = [id] });
        return CityChangeReader.TryDraft(request, PlanChangeKind.Name, payload, out var draft, out var refusal)
            ? await desk.HandleAsync(draft, cancellationToken)
            : refusal.ToResult();
    }
}
