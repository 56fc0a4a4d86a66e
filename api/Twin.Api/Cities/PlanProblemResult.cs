using System.Globalization;
using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Geo.Datasets;
using Twin.Model;

namespace Twin.Api.Cities;

/// <summary>Answers with a problem that carries what is wrong with the rows of a plan.</summary>
internal sealed class PlanProblemResult(PlanTables tables) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var refusal = new Refusal(
            ProblemCodes.NothingAccepted,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tables.Problems.Length} things are wrong with the tables of the plan."),
            "The member 'rejected' says what, line by line. With keepGoodRows the other rows are loaded.");
        return ProblemResult.WriteAsync(
            httpContext,
            new PlanProblem(Problem.Of(refusal, httpContext.Request.Path), RejectedPlanRowAnswer.Of(tables)));
    }
}
