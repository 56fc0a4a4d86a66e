using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>A place in a ranking.</summary>
/// <param name="Rank">1 for the best; units that are equal share the better place.</param>
/// <param name="Of">How many units have a figure.</param>
/// <param name="IsTied">Whether another unit has the same place.</param>
internal sealed record PlaceAnswer(int Rank, int Of, bool IsTied)
{
    /// <summary>Makes the answer of a place; null without one.</summary>
    public static PlaceAnswer? From(RankedPlace? place) =>
        place is null ? null : new PlaceAnswer(place.Rank, place.Of, place.IsTied);
}
