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

    // Boats are entered so many at a time: each shard keeps itself after each.
    private const int MaxEntries = 50_000;

    private readonly DemoPace _pace = new(options.DemoFleetSpeed);
    private ImmutableArray<DemoVoyage> _voyages = [];
    private DemoReceiver? _receiver;
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
        var boats = DemoFleet.Create([.. homes.Keys], seed, VietnamDay.Of(now), options.DemoFleetBoats);
        _voyages =
        [
            .. boats.Select(boat => new DemoVoyage(boat, homes[boat.HomeUnit!.Value], seed, rules)), // All have one.
        ];
        await AddFeedsAsync();
        var isNew = await IsUnknownAsync(boats[^1].Id);
        if (isNew)
        {
            await EnterAsync(boats);
            await SendAsync(DemoFleet.Feed, [.. _voyages.Select(LastBefore).OfType<PositionReport>()]);
        }

        var seen = (await FeedOf(DemoFleet.Feed).GetStanding()).LastSeen;
        _reportedUntil = isNew || seen is not { } last || last < now - Past ? now - Past : last;
        _receiver = options.DemoMerchants > 0
            ? new DemoReceiver(options.DemoMerchants, Middle(), seed, time)
            : null;
        await ReportAsync();

        PositionReport? LastBefore(DemoVoyage voyage) =>
            voyage.LastUntil(_pace.BoatsAt(now - Past)) is { } report ? _pace.ToClock(report) : null;
    }

    /// <summary>Sends what the boats have reported since the last time, and what was heard of ships.</summary>
    public async Task ReportAsync()
    {
        var now = time.GetUtcNow();
        var (after, until) = (_pace.BoatsAt(_reportedUntil), _pace.BoatsAt(now));
        await SendAsync(
            DemoFleet.Feed, [.. _voyages.SelectMany(voyage => voyage.Between(after, until)).Select(_pace.ToClock)]);
        _reportedUntil = now;
        await SendAsync(DemoMerchant.Feed, _receiver?.Hear() ?? []);
    }

    private IFeedGrain FeedOf(string feed) => grains.GetGrain<IFeedGrain>(feed);

    private async Task<bool> IsUnknownAsync(VesselId id) =>
        await grains.GetGrain<IFleetShardGrain>(FleetShards.Key(FleetShards.Of(id))).Resolve(id) is null;

    // A larger fleet than before leaves those that are there as somebody may have entered them since.
    private async Task EnterAsync(ImmutableArray<Vessel> boats)
    {
        var areThere = !await IsUnknownAsync(boats[0].Id);
        foreach (var some in boats.Chunk(MaxEntries))
        {
            var areUnknown = areThere ? await Task.WhenAll(some.Select(boat => IsUnknownAsync(boat.Id))) : null;
            await grains.RegisterAsync([.. some.Where((_, i) => areUnknown is null || areUnknown[i])]);
        }
    }

    private async Task AddFeedsAsync()
    {
        var directory = grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key);
        await directory.Add(DemoFleet.Feed);
        if (options.DemoMerchants > 0)
        {
            await directory.Add(DemoMerchant.Feed);
        }
    }

    private async Task SendAsync(string feed, PositionReport[] reports)
    {
        if (reports.Length == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var lag = reports.Sum(report => (now - report.PhenomenonTime).TotalSeconds);
        var receipt = await grains.ReportAsync(reports, await FeedOf(feed).Seen());
        await FeedOf(feed).Count(new FeedBatch(
            receipt.Verdicts, 0, null, lag, reports.Max(report => report.PhenomenonTime)));
    }

    /// <summary>The port that is nearest to all others: in the middle of the coast.</summary>
    private GeoPosition Middle() => rules.Ports
        .MinBy(port => rules.Ports.Sum(other => GreatCircle.DistanceMeters(port.Center, other.Center)))!
        .Center; // There are ports: IsWanted has looked.

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
