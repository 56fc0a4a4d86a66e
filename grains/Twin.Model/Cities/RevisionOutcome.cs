using System.Collections.Immutable;

namespace Twin.Model.Cities;

/// <summary>What the next entry of the journal would make of the city.</summary>
public abstract record RevisionOutcome
{
    private RevisionOutcome()
    {
    }

    /// <summary>It can be made.</summary>
    /// <param name="Revision">The city after it.</param>
    /// <param name="Warnings">What whoever makes it should know.</param>
    public sealed record Accepted(CityRevision Revision, ImmutableArray<Refusal> Warnings) : RevisionOutcome;

    /// <summary>It cannot.</summary>
    /// <param name="Refusals">Why; at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : RevisionOutcome;
}
