using Microsoft.AspNetCore.Http;

namespace Twin.Api.Hosting;

/// <summary>Sets the headers that keep the page to its own scripts, host and frame.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Workers and images by blob: are how the map library starts its workers and draws its sprites. Inline style
    // attributes are how it places markers; inline script is nowhere allowed.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                // At the start of the answer, because the exception handler clears headers set before it.
                var headers = ((HttpContext)state).Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }
}
