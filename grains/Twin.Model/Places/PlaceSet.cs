using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>
/// All places of a layer at one moment, on all days. Immutable: when any of them changes, another takes its place, so
/// whatever is made of one (an index, tiles) holds for as long as it is the same object.
/// </summary>
/// <param name="layer">The layer.</param>
/// <param name="places">The places by id.</param>
public sealed class PlaceSet(PlaceLayer layer, ImmutableArray<PlaceHistory> places)
{
    /// <summary>The layer.</summary>
    public PlaceLayer Layer => layer;

    /// <summary>The places by id, those that are on no day at all left out.</summary>
    public ImmutableArray<PlaceHistory> Places => places;

    /// <summary>The first day of any of them; <c>null</c> where there are none.</summary>
    public DateOnly? FirstDay { get; } = places.IsEmpty ? null : places.Min(place => place.Versions[0].ValidFrom);

    /// <summary>The versions that are there on a day, by id.</summary>
    public IEnumerable<Place> On(DateOnly day) => places.Select(place => place.On(day)).OfType<Place>();

    /// <summary>The last version within the days of each place that is there on any of them, by id.</summary>
    public IEnumerable<Place> Within(DateOnly first, DateOnly last) =>
        places.Select(place => place.LastWithin(first, last)).OfType<Place>();
}
