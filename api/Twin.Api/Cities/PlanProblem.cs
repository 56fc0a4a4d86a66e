using System.Diagnostics.CodeAnalysis;
using Twin.Api.Problems;

namespace Twin.Api.Cities;

/// <summary>A plan that was not loaded because of its rows: what is wrong, line by line, beside the problem.</summary>
internal sealed record PlanProblem : Problem
{
    /// <summary>Makes one of a problem and the rows.</summary>
    [SetsRequiredMembers]
    public PlanProblem(Problem problem, IReadOnlyList<RejectedPlanRowAnswer> rejected)
        : base(problem) => Rejected = rejected;

    /// <summary>What is wrong with the rows.</summary>
    public IReadOnlyList<RejectedPlanRowAnswer> Rejected { get; }
}
