using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Catalogues;
using Twin.Api.Cities;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Plans;
using Twin.Model.Plans.Cascades;

namespace Twin.Api.Cascades;

/// <summary>Gives a target to the units below, shows what was given, and takes it back.</summary>
internal static class CascadeEndpoints
{
    private static readonly QueryParameter By = new("by", "Who takes it back, 1 to 200 characters.")
    {
        IsRequired = true,
        Example = "Lan",
    };

    private static readonly QueryParameter Reason = new("reason", "Why, 1 to 100 characters.")
    {
        IsRequired = true,
        Example = "12/QĐ-UBND",
    };

    /// <summary>Maps the endpoints.</summary>
    public static void MapCascades(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/targets/{id}/cascade").WithTags("Targets");
        group.MapPost("/", PostAsync)
            .WithName("postCascade")
            .WithSummary("Divide a target among the units below, or see how it would be divided")
            .WithDescription(
                "Without dryRun false nothing is changed. Counts add up to the whole, percentages come to it weighted "
                + "by their denominators; the difference is always in the answer. Shares that could all be met while "
                + "the whole is missed are shown, and refused with 422 when they are to be given.")
            .Accepts<CascadeRequest>("application/json")
            .Produces<CascadeAnswer>()
            .Produces<ChangeProblem>(StatusCodes.Status409Conflict, ProblemResult.MediaType)
            .Produces<ChangeProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);
        group.MapGet("/", Get)
            .WithName("getCascade")
            .WithSummary("The shares of a target that units were given, by unit")
            .WithListQuery()
            .Produces<ListAnswer<TargetAnswer>>();
        group.MapDelete("/", DeleteAsync)
            .WithName("deleteCascade")
            .WithSummary("Take back the shares of a target")
            .WithQuery(By, Reason)
            .Produces<ChangeReportAnswer>()
            .Produces<ChangeProblem>(StatusCodes.Status422UnprocessableEntity, ProblemResult.MediaType);
    }

    private static async Task<IResult> PostAsync(
        string id, HttpContext context, CascadeDesk desk, CancellationToken cancellationToken)
    {
        if (!context.Request.HasJsonContentType())
        {
            return new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(context.Request.ContentType ?? string.Empty)}' is not supported.",
                "Send Content-Type: application/json.")
                .ToResult();
        }

        try
        {
            var request = await context.Request.ReadFromJsonAsync<CascadeRequest>(cancellationToken);
            return await desk.DivideAsync(id, request ?? new CascadeRequest(), cancellationToken);
        }
        catch (JsonException exception)
        {
            return new Refusal(
                ProblemCodes.InvalidJson,
                $"The body cannot be read at {Refusals.Shown(exception.Path ?? "$")}.",
                "Send {\"method\", \"level\", \"weight\", \"values\", \"period\", \"by\", \"reason\", \"dryRun\"}; a "
                + "method is equal, weighted, equalEffort or byHand.")
                .ToResult();
        }
    }

    private static IResult Get(string id, HttpContext context, CityDefinition city)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!city.Targets.Any(target => target.Id.Equals(id, StringComparison.Ordinal)))
        {
            return Refusals.NotFound("target", id, "/v1/targets lists the ids.").ToResult();
        }

        Target[] shares =
        [
            .. city.Targets.Where(target => string.Equals(target.OriginId, id, StringComparison.Ordinal))
                .OrderBy(target => target.Levels[0]).ThenBy(target => target.Units[0]),
        ];
        return shares.ToPage(page, context.Request, TargetAnswer.Of);
    }

    private static async Task<IResult> DeleteAsync(
        string id, HttpContext context, CityDefinition city, CityChangeDesk desk, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var by = query.Text("by");
        var reason = query.Text("reason");
        query.Require("by", by is not null, By.Description);
        query.Require("reason", reason is not null, Reason.Description);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        if (!city.Targets.Any(target => target.Id.Equals(id, StringComparison.Ordinal)))
        {
            return Refusals.NotFound("target", id, "/v1/targets lists the ids.").ToResult();
        }

        return CityChangeReader.TryDraft(
            new CityChangeRequest { By = by, Reason = reason },
            AssignSharesKind.Name,
            AssignSharesKind.Payload(id, null, []),
            out var draft,
            out var why)
                ? await desk.HandleAsync(draft, cancellationToken)
                : why.ToResult();
    }
}
