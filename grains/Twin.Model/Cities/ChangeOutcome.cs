using System.Collections.Immutable;

namespace Twin.Model.Cities;

/// <summary>What a change makes of the city.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>It can be made.</summary>
    /// <param name="City">The city after it.</param>
    /// <param name="Warnings">What whoever makes it should know; it is no reason against it.</param>
    public sealed record Applied(CityDefinition City, ImmutableArray<Refusal> Warnings) : ChangeOutcome;

    /// <summary>It cannot.</summary>
    /// <param name="Refusals">Why; at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : ChangeOutcome;
}
