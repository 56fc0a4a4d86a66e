using System.Collections.Immutable;
using Twin.Geo.Datasets;
using Twin.Model;

namespace Twin.Api.Features;

/// <summary>
/// The maps of a city as it is now: those of its dataset, and imported ones in their place. Immutable.
/// </summary>
/// <param name="city">The city.</param>
/// <param name="drawn">The maps of its dataset, oldest first.</param>
internal sealed class CityMaps(CityDefinition city, ImmutableArray<BoundarySet> drawn)
{
    private readonly ImmutableArray<BoundarySet> _imported =
        [.. city.Maps.Select(map => GridMaps.ToBoundarySet(map, city.Tree))];

    /// <summary>The map that holds on a day; <c>null</c> where there is none.</summary>
    public BoundarySet? On(DateOnly day)
    {
        var imported = _imported.LastOrDefault(map => map.IsValidOn(day));
        var own = drawn.LastOrDefault(map => map.IsValidOn(day));
        if (imported is null || own is null)
        {
            return imported ?? own;
        }

        // The dataset's map may begin within the time of its units; an imported one holds for all of it.
        return imported.ValidFrom >= city.Tree.On(own.ValidFrom).From ? imported : own;
    }
}
