using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Hosting;

/// <summary>
/// Answers 503 under <c>/v1</c> and <c>/ogc</c> until the silo is ready, because half-rebuilt figures would be wrong
/// ones.
/// </summary>
internal sealed class ReadinessGuard(RequestDelegate next, IReadiness readiness)
{
    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var current = readiness.Current;
        return current.IsReady || !IsGuarded(context.Request.Path)
            ? next(context)
            : new Refusal(
                ProblemCodes.Unavailable,
                $"The twin is not ready: {current.Detail}",
                "Try again in a moment; /health/ready answers 200 when it is.").ToResult().ExecuteAsync(context);
    }

    private static bool IsGuarded(PathString path) =>
        path.StartsWithSegments("/v1", StringComparison.Ordinal)
        || path.StartsWithSegments("/ogc", StringComparison.Ordinal);
}
