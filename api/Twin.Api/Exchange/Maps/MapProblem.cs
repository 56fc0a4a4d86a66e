using System.Diagnostics.CodeAnalysis;
using Twin.Api.Problems;

namespace Twin.Api.Exchange.Maps;

/// <summary>A map file that nothing was taken from: why each feature was left out, beside the problem.</summary>
internal sealed record MapProblem : Problem
{
    /// <summary>Makes one of a problem and the features.</summary>
    [SetsRequiredMembers]
    public MapProblem(Problem problem, IReadOnlyList<UnmatchedFeatureAnswer> unmatched)
        : base(problem) => Unmatched = unmatched;

    /// <summary>The features that were left out; the first 1,000.</summary>
    public IReadOnlyList<UnmatchedFeatureAnswer> Unmatched { get; }
}
