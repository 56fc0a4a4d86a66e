using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Ogc;
using Twin.Api.Space;
using Twin.Model.Cities;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>
/// The places of any layer and days, made ready for questions once and forgotten when places or boundaries change. Safe
/// for any number of threads.
/// </summary>
internal sealed class PlaceViews(
    IPlaceStore store, UnitLayers units, LiveCity city, IOptions<TwinApiOptions> options)
{
    // Today, and what a few people look at; whoever slides through a year makes others anew.
    private const int MaxDaysKept = 16;

    private readonly ConditionalWeakTable<PlaceSet, ConcurrentDictionary<DayInterval, PlaceView>> _known = [];

    /// <summary>The places of a layer that are there on any of the days.</summary>
    public async ValueTask<PlaceView> GetAsync(
        PlaceLayer layer, DayInterval days, CancellationToken cancellationToken)
    {
        days = new DayInterval(days.First, days.Last); // Places stand for whole days, whatever instants were asked for.
        var places = await store.GetAsync(layer, cancellationToken);
        var map = await units.OnAsync(MapDay(days), cancellationToken);
        var kept = _known.GetValue(places, static _ => new ConcurrentDictionary<DayInterval, PlaceView>());
        if (kept.TryGetValue(days, out var known) && ReferenceEquals(known.Map, map))
        {
            return known;
        }

        var made = new PlaceView(places, days, map, options.Value.MaxTilesKept);
        if (kept.Count >= MaxDaysKept)
        {
            kept.Clear();
        }

        kept[days] = made;
        return made;
    }

    /// <summary>The units of the last of the days; open ends have the last units that the city knows.</summary>
    private DateOnly MapDay(DayInterval days) =>
        days.Last < DateOnly.MaxValue ? days.Last : city.Definition.Tree.ChangeDates.Last();
}
