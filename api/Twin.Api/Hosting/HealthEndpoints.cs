using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Twin.Api.Hosting;

/// <summary>Whether the process runs, and whether it can answer.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", GetLive)
            .WithName("getLive")
            .WithSummary("Whether the process runs");
        group.MapGet("/ready", GetReady)
            .WithName("getReady")
            .WithSummary("Whether the twin can answer")
            .WithDescription(
                "503 while roll-ups are rebuilt from the log, and once the silo was told to stop; every path under /v1 "
                + "answers 503 as long.")
            .Produces<HealthAnswer>()
            .Produces<HealthAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<HealthAnswer> GetLive() => TypedResults.Ok(new HealthAnswer("live", "The process runs."));

    private static JsonHttpResult<HealthAnswer> GetReady(IReadiness readiness)
    {
        var current = readiness.Current;
        return current.IsReady
            ? TypedResults.Json(new HealthAnswer("ready", current.Detail), statusCode: StatusCodes.Status200OK)
            : TypedResults.Json(
                new HealthAnswer(current == Readiness.Stopping ? "stopping" : "starting", current.Detail),
                statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
