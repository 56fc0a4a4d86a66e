using System.Diagnostics.CodeAnalysis;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Cities;

/// <summary>A change that the city does not allow: every reason beside the problem.</summary>
internal sealed record ChangeProblem : Problem
{
    /// <summary>Makes one of a problem and its reasons.</summary>
    [SetsRequiredMembers]
    public ChangeProblem(Problem problem, IReadOnlyList<Refusal> refusals)
        : base(problem) => Refusals = refusals;

    /// <summary>Every reason against the change.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }
}
