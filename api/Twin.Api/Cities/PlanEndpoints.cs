using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Plans;
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
                "multipart/form-data. Either the files plans and targets, and agencies where they are new, UTF-8 "
                + "CSV with a dataset's columns; or the file targets alone, CSV or workbook, with the document in "
                + "the fields planId, number, date, titleVi, titleEn, place, unit and, as needed, document, sheet, "
                + "encoding, indicators and replace. Fields of both: by, reason, dryRun, keepGoodRows, revision. "
                + "Every bad row is listed; nothing is loaded while there are any, unless keepGoodRows says so.")
            .Produces<PlanReportAnswer>()
            .Produces<PlanProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType)
            .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType);
        group.MapPost("/inspection", PostInspectionAsync)
            .WithName("postPlanInspection")
            .WithSummary("Look at a table of targets: its columns, rows and the documents that it holds rows of")
            .WithDescription("multipart/form-data with the file targets and, as needed, the fields sheet and encoding.")
            .Produces<PlanInspectionAnswer>();
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
        var city = (await live.CatchUpAsync(cancellationToken)).Definition;
        var (form, refusal) = await PlanForm.ReadAsync(context.Request, city, MaxBodyBytes, cancellationToken);
        if (form is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        if (!CityChangeReader.TryDraft(form.Request, PlanChangeKind.Name, "{}", out var draft, out var invalid))
        {
            return invalid.ToResult();
        }

        var (reading, unreadable) = form.Sheet is { } sheet
            ? new PlanSheetReader(sheet, form.Agencies, city).Read()
            : (PlanReading.Of(PlanTablesReader.Read(form.Plans!, form.Targets!, form.Agencies, city)), null);
        if (reading is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        var isWanted = reading.Tables.Problems.IsEmpty || form.KeepGoodRows || form.Request.DryRun;
        if (reading.Tables.Plans.IsEmpty || !isWanted)
        {
            return new PlanProblemResult(reading.Tables);
        }

        var payload = PlanChangeKind.Write(reading.Payload);
        var (report, refused) = await desk.MakeAsync(draft with { Payload = payload }, cancellationToken);
        return report is null
            ? new ChangeProblemResult(refused)
            : TypedResults.Ok(PlanReportAnswer.Of(report, reading));
    }

    private static async Task<IResult> PostInspectionAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (form, unreadable) = await PlanForm.OpenAsync(context.Request, MaxBodyBytes, cancellationToken);
        if (form is null)
        {
            return unreadable!.ToResult(); // One of the two is there.
        }

        var (table, fileName, refusal) = PlanFields.ReadTable(form);
        if (table is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var name = form["sheet"].ToString();
        var (sheet, wrong) = PlanSheetReader.Open(table, name.Length > 0 ? name : null);
        return sheet is null
            ? wrong!.ToResult() // One of the two is there.
            : TypedResults.Ok(new PlanInspectionAnswer
            {
                FileName = fileName,
                Sheets = table.Sheets(),
                Encoding = table.Encoding.WebName,
                HeaderLine = sheet.Header.Line,
                Columns = [.. sheet.Header.Names.Select(one => new PlanColumnAnswer(one, TargetColumns.Find(one)))],
                Rows = sheet.Rows.Length,
                Documents = [.. sheet.Documents],
            });
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
