using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>What became of a wish to change a place.</summary>
public abstract record PlaceOutcome
{
    private PlaceOutcome()
    {
    }

    /// <summary>It is done and durable, or was so before.</summary>
    /// <param name="Place">The place now.</param>
    /// <param name="IsChanged">Whether this changed anything.</param>
    public sealed record Done(PlaceHistory Place, bool IsChanged) : PlaceOutcome;

    /// <summary>There is no such place on that day.</summary>
    public sealed record Missing : PlaceOutcome;

    /// <summary>Another revision stands than the one that was expected.</summary>
    /// <param name="Revision">The revision that stands.</param>
    public sealed record Conflict(long Revision) : PlaceOutcome;

    /// <summary>It cannot be so.</summary>
    /// <param name="Refusals">Why; at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : PlaceOutcome;
}
