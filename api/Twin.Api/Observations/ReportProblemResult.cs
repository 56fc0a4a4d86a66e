using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>Answers with a problem that carries the receipt.</summary>
internal sealed class ReportProblemResult(Refusal refusal, ReceiptAnswer receipt, int failed) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ProblemResult.WriteAsync(
        httpContext, new ReportProblem(Problem.Of(refusal, httpContext.Request.Path), receipt, failed));
}
