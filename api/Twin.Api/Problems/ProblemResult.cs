using Microsoft.AspNetCore.Http;
using Twin.Model;

namespace Twin.Api.Problems;

/// <summary>Answers with a problem.</summary>
internal sealed class ProblemResult(Refusal refusal) : IResult
{
    /// <summary>The media type of every problem.</summary>
    public const string MediaType = "application/problem+json";

    // Long enough for a silo to finish starting or a queue to drain, short enough that nobody gives up.
    private const string RetryAfterSeconds = "1";

    /// <summary>What is answered.</summary>
    public Refusal Refusal => refusal;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        WriteAsync(httpContext, Problem.Of(refusal, httpContext.Request.Path));

    /// <summary>Writes a problem, or one with members of its own, as the whole answer.</summary>
    public static Task WriteAsync<T>(HttpContext context, T problem)
        where T : Problem
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return response.WriteAsJsonAsync(problem, options: null, MediaType, context.RequestAborted);
    }
}
