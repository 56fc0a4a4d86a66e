using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Exchange.Maps;

/// <summary>Answers with a problem that carries the features that were left out.</summary>
internal sealed class MapProblemResult(IReadOnlyList<UnmatchedFeatureAnswer> unmatched) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var refusal = new Refusal(
            ProblemCodes.NothingAccepted,
            "No feature of the file was taken.",
            "The member 'unmatched' says why, feature by feature; a mapping names the properties that hold the codes.");
        return ProblemResult.WriteAsync(
            httpContext, new MapProblem(Problem.Of(refusal, httpContext.Request.Path), unmatched));
    }
}
