using System.Diagnostics.CodeAnalysis;
using Twin.Api.Observations;
using Twin.Api.Problems;

namespace Twin.Api.Vessels;

/// <summary>A problem with positions of which lines were read: what became of them beside the problem.</summary>
internal sealed record PositionProblem : Problem
{
    /// <summary>Makes one of a problem and an answer.</summary>
    [SetsRequiredMembers]
    public PositionProblem(Problem problem, PositionsAnswer answer)
        : base(problem)
    {
        Rejected = answer.Rejected;
        RejectedTotal = answer.RejectedTotal;
        Ignored = answer.Ignored;
    }

    /// <summary>The lines refused; the first 1,000.</summary>
    public IReadOnlyList<RejectedRowAnswer> Rejected { get; }

    /// <summary>How many lines were refused in all.</summary>
    public int RejectedTotal { get; }

    /// <summary>How many lines carry no position.</summary>
    public int Ignored { get; }
}
