using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Twin.Api.Hosting;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model.Observations;
using Twin.Model.Operations;

namespace Twin.Api.Operations;

/// <summary>What operators look at. It answers while the city is still being brought up, too.</summary>
internal static class OperationsEndpoints
{
    private const int MaxBusiest = 100;
    private const int DefaultBusiest = 20;

    private static readonly QueryParameter Busiest = new(
        "busiest", $"How many of the busiest grains are listed, 0 to {MaxBusiest}; {DefaultBusiest} by default.")
    {
        IsInteger = true,
        Example = "20",
    };

    /// <summary>Maps <c>/ops/grains</c>.</summary>
    public static void MapOperations(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/ops").WithTags("Operations");
        group.AddEndpointFilter(AcceptedQuery.RefuseUnknownAsync);
        group.MapGet("/grains", GetGrainsAsync)
            .WithName("getGrains")
            .WithSummary("The process, the log and the grains, as they are now")
            .WithDescription(
                "Counts are from the start of the process; two readings give rates. It walks through all activations, "
                + "so ask every few seconds and not more often.")
            .WithQuery(Busiest)
            .Produces<OperationsAnswer>();
    }

    private static async Task<IResult> GetGrainsAsync(
        HttpContext context,
        IGrainStatistics grains,
        IObservationLog log,
        IReadiness readiness,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var busiest = (int)(query.Number(Busiest.Name, 0, MaxBusiest) ?? DefaultBusiest);
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var readings = await grains.ReadAsync(busiest, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new OperationsAnswer
        {
            At = time.GetUtcNow(),
            Health = new HealthReading(readiness.Current.IsReady, readiness.Current.Detail),
            Process = ProcessReader.Read(),
            LogHead = log.Head,
            Dashboard = grains.Dashboard,
            Classes = readings.Classes,
            Busiest = readings.Busiest,
            Incidents = readings.Incidents,
        });
    }
}
