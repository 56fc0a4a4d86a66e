using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Exchange;
using Twin.Api.Exchange.Imports;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>The register of vessels: entering them, one by one or as a table, and who entered what.</summary>
internal static class RegisterEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapRegister(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/vessels").WithTags("Vessels");
        group.MapPut("/{id}", PutVesselAsync)
            .WithName("putVessel")
            .WithSummary("Enter a vessel into the register, or enter it anew")
            .WithDescription(
                "The whole vessel: what is left out is not known from then on. What was heard by its MMSI before "
                + "becomes its own. The entries before stay and can be listed. Who enters a vessel anew sends its ETag "
                + "as If-Match: without it the answer is 428, and 412 where somebody was faster.")
            .WithQuery()
            .Accepts<VesselRequest>("application/json")
            .Produces<VesselAnswer>()
            .Produces<VesselAnswer>(StatusCodes.Status201Created);
        group.MapGet("/{id}/entries", GetEntriesAsync)
            .WithName("getVesselEntries")
            .WithSummary("How a vessel was entered over time: what, by whom, when, why; latest first")
            .WithListQuery()
            .Produces<ListAnswer<RegisterEntryAnswer>>();
        group.MapPost("/imports", VesselImport.PostAsync)
            .WithName("postVesselImport")
            .WithSummary("Enter the vessels of a table: CSV or an Excel workbook")
            .WithDescription(
                "Columns are found by their names, in English or Vietnamese, or by a mapping. What a table has no "
                + "column for stays as it is; an empty cell means that it is not known any more. With dryRun nothing "
                + "is entered. Good lines are entered and bad ones listed.")
            .WithQuery(
                RegisterParameters.By,
                RegisterParameters.Reason,
                ExchangeParameters.DryRun,
                ExchangeParameters.ReasonLanguage)
            .WithMetadata(ImportBody.Instance)
            .Produces<VesselImportAnswer>();
    }

    private static async Task<IResult> PutVesselAsync(
        string id,
        HttpContext context,
        CityDefinition city,
        RegisterDesk desk,
        FleetReader fleet,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!VesselId.TryParse(id, out var name))
        {
            return NotAnId(id).ToResult();
        }

        var (body, refusal) = await JsonBody.ReadAsync<VesselRequest>(context, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        refusal = ReadWho(body.By, body.Reason, out var by, out var reason);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var before = await fleet.FindAsync(name);
        refusal = VesselTags.Check(context.Request, before?.Vessel);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        var draft = new VesselDraft(city.Tree.On(VietnamTime.Today(time)));
        if (body.ToVessel(before?.Vessel.Id ?? name, draft, out refusal) is not { } vessel)
        {
            // The codes of rows are for lists of them.
            return new Refusal(ProblemCodes.InvalidParameter, refusal!.Detail, refusal.Hint).ToResult(); // Or a vessel.
        }

        vessel = vessel with { IsDemo = before?.Vessel.IsDemo ?? false };
        (var isNew, refusal) = await desk.EnterAsync(vessel, before?.Vessel, by, reason);
        if (refusal is not null || await fleet.FindAsync(vessel.Id) is not { } entered)
        {
            return (refusal ?? RegisterDesk.Full).ToResult();
        }

        var answer = VesselAnswer.Of(entered);
        context.Response.Headers.ETag = VesselTags.Of(entered.Vessel);
        return isNew ? TypedResults.Created($"/v1/vessels/{vessel.Id}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<IResult> GetEntriesAsync(string id, HttpContext context, RegisterDesk desk)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!VesselId.TryParse(id, out var name) || await desk.ResolveAsync(name) is not { } vessel)
        {
            return Refusals.NotFound(
                "vessel", id, "Use a registration number or an MMSI; /v1/vessels lists them.").ToResult();
        }

        var entries = await desk.EntriesAsync(vessel);
        return entries.Reverse().ToArray().ToPage(page, context.Request, RegisterEntryAnswer.Of);
    }

    /// <summary>Reads who enters something, and why.</summary>
    public static Refusal? ReadWho(string? givenBy, string? givenReason, out string by, out string? reason)
    {
        reason = null;
        var refusal = PersonText.ReadName(givenBy, "by", out by)
            ?? PersonText.ReadText(givenReason, "reason", isRequired: false, out reason);
        reason = string.IsNullOrEmpty(reason) ? null : reason;
        return refusal;
    }

    private static Refusal NotAnId(string id) => new(
        ProblemCodes.InvalidParameter,
        $"'{Refusals.Shown(id)}' is no vessel.",
        "Use a registration number such as HP-90123-TS, or the nine digits of an MMSI.");
}
