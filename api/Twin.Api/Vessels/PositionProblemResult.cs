using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Vessels;

/// <summary>Answers with a problem that carries what became of the lines.</summary>
internal sealed class PositionProblemResult(Refusal refusal, PositionsAnswer answer) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ProblemResult.WriteAsync(
        httpContext, new PositionProblem(Problem.Of(refusal, httpContext.Request.Path), answer));
}
