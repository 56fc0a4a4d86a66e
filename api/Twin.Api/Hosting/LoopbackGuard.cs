using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Hosting;

/// <summary>
/// Refuses what a web page of another origin could send through the browser of someone on this machine: a Host that is
/// not this machine (DNS rebinding), and writes that another origin started.
/// </summary>
internal sealed class LoopbackGuard(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var refusal = CheckHost(context.Request) ?? CheckOrigin(context.Request);
        return refusal is null ? next(context) : refusal.ToResult().ExecuteAsync(context);
    }

    private static Refusal? CheckHost(HttpRequest request) => ListenGuard.IsLoopback(request.Host.Host)
        ? null
        : new Refusal(
            ProblemCodes.Forbidden,
            $"The Host '{Refusals.Shown(request.Host.Value ?? string.Empty)}' is not this machine.",
            "Ask by 127.0.0.1, [::1] or localhost.");

    private static Refusal? CheckOrigin(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        var origin = request.Headers.Origin.ToString();
        var own = $"{request.Scheme}://{request.Host.Value}";
        return origin.Length == 0 || origin.Equals(own, StringComparison.OrdinalIgnoreCase)
            ? null
            : new Refusal(
                ProblemCodes.Forbidden,
                $"The origin '{Refusals.Shown(origin)}' may not write here.",
                "Send it from the twin's own page, or from a program that states no Origin.");
    }
}
