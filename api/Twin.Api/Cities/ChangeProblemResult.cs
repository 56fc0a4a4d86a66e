using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Cities;

/// <summary>Answers with a problem that carries every reason against a change.</summary>
internal sealed class ChangeProblemResult(IReadOnlyList<Refusal> refusals) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var first = refusals[0];
        // What the whole request fails of has a status of its own; a reason of a kind is one against the change.
        var refusal = first.Code is ProblemCodes.RevisionConflict or ProblemCodes.Unavailable
            ? first
            : first with { Code = ProblemCodes.ChangeRefused };
        return ProblemResult.WriteAsync(
            httpContext, new ChangeProblem(Problem.Of(refusal, httpContext.Request.Path), refusals));
    }
}
