using System.Collections.Immutable;

namespace Twin.Model.Cities;

/// <summary>What the city is after some entry of its journal. Immutable.</summary>
/// <param name="Dataset">What the city is without any entry.</param>
/// <param name="Definition">What it is after all of <paramref name="Entries"/>.</param>
/// <param name="Entries">The entries so far, oldest first.</param>
public sealed record CityRevision(
    CityDefinition Dataset, CityDefinition Definition, ImmutableArray<JournalEntry> Entries)
{
    /// <summary>The sequence number of the last entry; 0 before the first. It only grows.</summary>
    public long Sequence => Entries is [.., var last] ? last.Change.Sequence : 0;

    /// <summary>The city as its dataset describes it.</summary>
    public static CityRevision Of(CityDefinition dataset) => new(dataset, dataset, []);
}
