using System.Collections.Immutable;
using Twin.Grains.Vessels;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Demo;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Silo.Demo;

/// <summary>
/// Gives a demonstration city its fleet, through the grains like any other, and lets it report from then on. Where a
/// boat is follows from seed and time alone, so a restart goes on where it was.
/// </summary>
internal sealed class DemoFleetLoader(
    LiveCity live,
    FleetRules rules,
    IGrainFactory grains,
    TwinOptions options,
    DemoMarkerStore markers,
    TimeProvider time)
{
    /// <summary>How much of the past a new fleet has reported.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(1);

    // Communes farther than this from every port keep no boats.
    private const double HomeMeters = 12_000;

    private ImmutableArray<DemoVoyage> _voyages = [];
    private DateTimeOffset _reportedUntil;

    /// <summary>Whether this is a demonstration city that is to have a fleet.</summary>
    public bool IsWanted() =>
        options.Demo && options.DemoFleet && !rules.Ports.IsEmpty && markers.Current is { IsComplete: true };

    /// <summary>Enters the boats where they are not known yet, and has them report what they owe.</summary>
    public async Task LoadAsync()
    {
        var now = time.GetUtcNow();
        var tree = live.Definition.Tree.On(VietnamDay.Of(now));
        var homes = Homes(tree);
        if (homes.Count == 0)
        {
            return;
        }

        var seed = markers.Current?.Seed ?? options.DemoSeed;
        var boats = DemoFleet.Create([.. homes.Keys], seed, VietnamDay.Of(now));
        _voyages = [.. boats.Select(boat => new DemoVoyage(boat, homes[boat.HomeUnit!.Value], seed))]; // All have one.
        var isNew = await IsUnknownAsync(boats[0].Id);
        if (isNew)
        {
            await grains.RegisterAsync(boats);
            await grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).Add(DemoFleet.Feed);
            await SendAsync([.. _voyages.Select(v => v.LastUntil(now - Past)).OfType<PositionReport>()]);
        }

        var seen = (await Feed.GetStanding()).LastSeen;
        _reportedUntil = isNew || seen is not { } last || last < now - Past ? now - Past : last;
        await ReportAsync();
    }

    /// <summary>Sends what the boats have reported since the last time.</summary>
    public async Task ReportAsync()
    {
        var now = time.GetUtcNow();
        var reports = _voyages.SelectMany(voyage => voyage.Between(_reportedUntil, now)).ToArray();
        await SendAsync(reports);
        _reportedUntil = now;
    }

    private IFeedGrain Feed => grains.GetGrain<IFeedGrain>(DemoFleet.Feed);

    private async Task<bool> IsUnknownAsync(VesselId id) =>
        await grains.GetGrain<IFleetShardGrain>(FleetShards.Key(FleetShards.Of(id))).Resolve(id) is null;

    private async Task SendAsync(PositionReport[] reports)
    {
        if (reports.Length == 0)
        {
            return;
        }

        var receipt = await grains.ReportAsync(reports, await Feed.Seen());
        await Feed.Count(new FeedBatch(receipt.Verdicts, 0, null));
    }

    /// <summary>The communes near a port, nearest first, each with the port of its boats.</summary>
    private Dictionary<AdministrativeUnitCode, GeoPosition> Homes(TreeOfDate tree) => tree.Units
        .Where(unit => unit.Level == AdministrativeLevel.Commune && unit.Centroid is not null)
        .Select(unit => (unit.Code, Port: Nearest(unit.Centroid!.Value))) // The others were left out.
        .Where(home => home.Port.Meters < HomeMeters)
        .OrderBy(home => home.Port.Meters)
        .ToDictionary(home => home.Code, home => home.Port.Center);

    private (GeoPosition Center, double Meters) Nearest(GeoPosition home) => rules.Ports
        .Select(port => (port.Center, Meters: GreatCircle.DistanceMeters(home, port.Center)))
        .MinBy(port => port.Meters);
}
