using System.Collections.Immutable;

namespace Twin.Model.Cities;

/// <summary>A change with what has become of it.</summary>
/// <param name="Change">The change.</param>
/// <param name="UndoneBy">The entry that took it back; <c>null</c> for none.</param>
/// <param name="Refusals">
/// Why it has no effect though nobody took it back: the dataset below it has changed since. Empty otherwise.
/// </param>
public sealed record JournalEntry(CityChange Change, long? UndoneBy, ImmutableArray<Refusal> Refusals)
{
    /// <summary>Whether the city is as the change made it.</summary>
    public bool Stands => UndoneBy is null && Refusals.IsEmpty;
}
