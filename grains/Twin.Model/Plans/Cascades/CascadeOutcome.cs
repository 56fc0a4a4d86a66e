using System.Collections.Immutable;

namespace Twin.Model.Plans.Cascades;

/// <summary>Whether a target could be divided.</summary>
public abstract record CascadeOutcome
{
    private CascadeOutcome()
    {
    }

    /// <summary>It could.</summary>
    /// <param name="Result">The shares.</param>
    public sealed record Divided(CascadeResult Result) : CascadeOutcome;

    /// <summary>It could not.</summary>
    /// <param name="Refusals">Why; at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : CascadeOutcome;
}
