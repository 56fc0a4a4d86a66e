using System.Collections.Immutable;
using Twin.Geo.Fleet;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Demo;
using Twin.Model.Places;
using Twin.Model.Units;

namespace Twin.Silo.Demo;

/// <summary>Gives a demonstration city its sites, facilities, zones and routes, once.</summary>
internal sealed class DemoPlacesLoader(
    LiveCity live,
    IPlaceStore places,
    LiveZones zones,
    TwinOptions options,
    DemoMarkerStore markers,
    TimeProvider time)
{
    private const string By = "demo";
    private const string Reason = "demonstration data, made up from a seed";

    /// <summary>Whether this is a demonstration city.</summary>
    public bool IsWanted() => options.Demo && markers.Current is { IsComplete: true };

    /// <summary>Enters the places of each layer that does not know them, not even as ended.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var tree = live.Definition.Tree.On(VietnamDay.Of(time.GetUtcNow()));
        var made = DemoPlaces.Create(
            tree.Units.Where(unit => unit.Level == AdministrativeLevel.Commune),
            markers.Current?.Seed ?? options.DemoSeed);
        foreach (var layer in made.GroupBy(place => place.Layer))
        {
            await LoadOnceAsync([.. layer], cancellationToken);
        }

        // Drawn for illustration as the others are; whoever mends one here mends what boats are judged by.
        await LoadOnceAsync(zones.DrawnPlaces(), cancellationToken);
    }

    private async Task LoadOnceAsync(ImmutableArray<Place> made, CancellationToken cancellationToken)
    {
        if (made is [var first, ..] && await places.FindAsync(first.Layer, first.Id, cancellationToken) is null)
        {
            await LoadAsync(first.Layer, made);
        }
    }

    private async Task LoadAsync(PlaceLayer layer, ImmutableArray<Place> made)
    {
        var outcome = await places.ReplaceAsync(new PlaceReplacement(layer, made, By, Reason, null, IsDryRun: false));
        if (outcome.Refused is [var first, ..])
        {
            throw new InvalidOperationException($"The made-up place {first.Id} was refused: {first.Refusal.Detail}");
        }
    }
}
