using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Persistence;
using Twin.Grains.Vessels;
using Twin.Model.Observations;
using Twin.Model.Space;
using Twin.Model.States;
using Twin.Model.Vessels;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Grains.Tests.Vessels;

public sealed class FleetGrainTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryStateStore _states = new();
    private readonly InMemoryPositionLog _log;

    public FleetGrainTests() => _log = new InMemoryPositionLog(_clock);

    [Fact]
    public async Task What_was_answered_is_in_the_log_and_what_was_not_accepted_is_not()
    {
        await using var host = await StartAsync();
        var now = _clock.GetUtcNow();

        var receipt = await ReportAsync(
            host,
            Report("HP-1", now),
            Report("HP-1", now - TimeSpan.FromHours(1)),
            Report("HP-2", now),
            Report("HP-2", now, new GeoPosition(0, 0)),
            Report("HP-3", now.AddHours(1)));

        Assert.Equal(2, receipt.Accepted);
        Assert.Equal(1, receipt.Verdicts[(int)PositionVerdict.Older]);
        Assert.Equal(1, receipt.Verdicts[(int)PositionVerdict.NullIsland]);
        Assert.Equal(1, receipt.Verdicts[(int)PositionVerdict.Future]);
        Assert.Equal(3, _log.Count); // The older one came in the same batch, so nobody knew yet.
    }

    [Fact]
    public async Task The_same_body_sent_again_changes_nothing()
    {
        await using var host = await StartAsync();
        var reports = Enumerable.Range(0, 50)
            .Select(i => Report(Name(i % 10), _clock.GetUtcNow().AddMinutes(i - 60), East(i))).ToArray();
        await ReportAsync(host, reports);
        var before = await TallyAsync(host);

        var again = await ReportAsync(host, reports);

        Assert.Equal(0, again.Accepted);
        Assert.Equal(before, await TallyAsync(host));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_moves_nobody()
    {
        await using var host = await StartAsync();
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow() - TimeSpan.FromHours(2)));
        _log.FailsAppends = true;

        await Assert.ThrowsAsync<ObservationLogException>(() => ReportAsync(host, Report("HP-1", _clock.GetUtcNow())));

        var standing = await FindAsync(host, "HP-1");
        Assert.Equal(_clock.GetUtcNow() - TimeSpan.FromHours(2), standing!.Last!.PhenomenonTime);
    }

    [Fact]
    public async Task After_a_restart_the_clocks_go_on_from_the_log_and_fire_for_nobody()
    {
        await using (var host = await StartAsync())
        {
            await host.Grains.RegisterAsync([Boat("HP-1"), Boat("HP-2")]);
            await ReportAsync(host, Report("HP-1", _clock.GetUtcNow()));
            _clock.Advance(TimeSpan.FromMinutes(20));
            await ReportAsync(host, Report("HP-2", _clock.GetUtcNow()));
        }

        // Nobody listens for two days.
        _clock.Advance(TimeSpan.FromDays(2));
        await using var later = await StartAsync();
        Assert.Equal(ContactState.FeedDown, (await FindAsync(later, "HP-1"))!.Contact.State);

        await ReportAsync(later, Report("HP-2", _clock.GetUtcNow(), East(5)));

        Assert.Equal(ContactState.InContact, (await FindAsync(later, "HP-1"))!.Contact.State);
        Assert.Equal(TimeSpan.FromMinutes(20), (await FindAsync(later, "HP-1"))!.Contact.Silence);
        await AdvanceWithFeedAsync(later, TimeSpan.FromHours(6));
        Assert.Equal(ContactState.Lost, (await FindAsync(later, "HP-1"))!.Contact.State);
        Assert.Empty((await FindAsync(later, "HP-2"))!.Episodes.Where(episode => episode.HeardAgain is not null));
    }

    [Fact]
    public async Task A_crash_before_anything_was_kept_loses_nothing_of_the_log()
    {
        var crashed = await StartAsync();
        await crashed.Grains.RegisterAsync([Boat("HP-1")]);
        for (var i = 0; i < 5; i++)
        {
            await ReportAsync(crashed, Report("HP-1", _clock.GetUtcNow(), East(i)));
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        // The first one is never shut down in order: another begins with what is durable.
        await using var next = await StartAsync();

        var standing = await FindAsync(next, "HP-1");
        Assert.Equal(East(4), standing!.Last!.Position);
        Assert.Equal(18, standing.Vessel.LengthMeters);
        Assert.Equal(5, standing.Verdicts[(int)PositionVerdict.Accepted]);
        await crashed.DisposeAsync();
    }

    [Fact]
    public async Task A_boat_answers_to_its_MMSI_wherever_that_one_lies()
    {
        await using var host = await StartAsync();
        var boats = Enumerable.Range(0, 40)
            .Select(i => Boat(Name(i), mmsi: FormattableString.Invariant($"{574_000_000 + i}"))).ToArray();
        await ReportAsync(host, Report("574000007", _clock.GetUtcNow() - TimeSpan.FromHours(3)));
        await host.Grains.RegisterAsync(boats);

        var receipt = await ReportAsync(
            host, [.. boats.Select(boat => Report(boat.Mmsi!.Value.ToString(), _clock.GetUtcNow()))]);

        Assert.Equal(40, receipt.Accepted);
        Assert.Equal(40, (await TallyAsync(host)).Sum(count => count.Vessels));
        Assert.Equal(_clock.GetUtcNow(), (await FindAsync(host, "HP-7"))!.Last!.PhenomenonTime);
    }

    [Fact]
    public async Task As_of_an_instant_is_what_was_known_then()
    {
        await using var host = await StartAsync();
        await host.Grains.RegisterAsync([Boat("HP-1"), Boat("HP-2")]);
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow()), Report("HP-2", _clock.GetUtcNow()));
        await AdvanceWithFeedAsync(host, TimeSpan.FromHours(7));
        var then = _clock.GetUtcNow();
        var known = await TallyAsync(host);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), East(3)));

        Assert.Equal(2, Lost(known));
        Assert.Equal(1, Lost(await TallyAsync(host)));
        Assert.Equal(2, Lost(await TallyAsync(host, then)));
    }

    [Fact]
    public async Task A_track_has_what_was_accepted_between_two_instants()
    {
        await using var host = await StartAsync();
        var start = _clock.GetUtcNow();
        for (var i = 0; i < 10; i++)
        {
            await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), East(i)), Report("HP-2", _clock.GetUtcNow()));
            await ReportAsync(host, Report("HP-1", _clock.GetUtcNow().AddSeconds(-30), new GeoPosition(20, 20)));
            _clock.Advance(TimeSpan.FromMinutes(30));
        }

        var track = await Shard(host, "HP-1").Track(
            new TrackQuestion(Named("HP-1"), start.AddHours(1), start.AddHours(3)));

        Assert.Equal(Enumerable.Range(2, 5).Select(East), track.Reports.Select(report => report.Position));
    }

    [Fact]
    public async Task Zones_survive_a_crash_and_positions_on_land_are_not_written()
    {
        var crashed = await StartAsync(ZoneCity.Rules);
        await crashed.Grains.RegisterAsync([Boat("HP-1")]);
        for (var hour = 0; hour < 3; hour++)
        {
            await ReportAsync(crashed, Report("HP-1", _clock.GetUtcNow(), new GeoPosition(106.5, 20)));
            _clock.Advance(TimeSpan.FromHours(2));
        }

        var inland = await ReportAsync(crashed, Report("HP-1", _clock.GetUtcNow(), new GeoPosition(105.9, 20)));
        Assert.Equal(1, inland.Verdicts[(int)PositionVerdict.OnLand]);
        Assert.Equal(3, _log.Count);
        var before = await FindAsync(crashed, "HP-1");
        Assert.Equal("VB", Assert.Single(before!.Violations).Zone);

        await using var next = await StartAsync(ZoneCity.Rules);

        Assert.Equal(before.Belt, (await FindAsync(next, "HP-1"))!.Belt);
        await crashed.DisposeAsync();
    }

    private static string Name(int boat) => FormattableString.Invariant($"HP-{boat}");

    private static GeoPosition East(int steps) => new(AtSea.LongitudeDegrees + (steps * 0.01), AtSea.LatitudeDegrees);

    private static int Lost(IEnumerable<FleetCount> counts) =>
        counts.Where(count => count.Group.Contact == ContactState.Lost).Sum(count => count.Vessels);

    private static IFleetShardGrain Shard(GrainHost host, string id) =>
        host.Grains.GetGrain<IFleetShardGrain>(FleetShards.Key(FleetShards.Of(Named(id))));

    private static IFeedGrain FeedOf(GrainHost host) => host.Grains.GetGrain<IFeedGrain>(Feed);

    private static async Task<FleetReceipt> ReportAsync(GrainHost host, params PositionReport[] reports) =>
        await host.Grains.ReportAsync(reports, await FeedOf(host).Seen());

    // Other boats are heard meanwhile, so that the feed is not down.
    private async Task AdvanceWithFeedAsync(GrainHost host, TimeSpan by)
    {
        for (var end = _clock.GetUtcNow() + by; _clock.GetUtcNow() < end;)
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            await FeedOf(host).Seen();
        }
    }

    private async Task<VesselStanding?> FindAsync(GrainHost host, string id) =>
        await Shard(host, id).Find(Named(id), await QuestionAsync(host, null));

    private async Task<FleetCount[]> TallyAsync(GrainHost host, DateTimeOffset? asOf = null)
    {
        var question = await QuestionAsync(host, asOf);
        var counts = new List<FleetCount>();
        for (var shard = 0; shard < FleetShards.Count; shard++)
        {
            var grain = host.Grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard));
            counts.AddRange(asOf is null ? await grain.Tally(question) : await grain.TallyAsOf(question));
        }

        return [.. counts];
    }

    private async Task<FleetQuestion> QuestionAsync(GrainHost host, DateTimeOffset? asOf)
    {
        var at = asOf ?? _clock.GetUtcNow();
        return new FleetQuestion(at, [(await FeedOf(host).GetCondition()).AsOf(at)]);
    }

    private Task<GrainHost> StartAsync(FleetRules? rules = null) => GrainHost.StartAsync(services => services
        .AddSingleton<TimeProvider>(new WallClock(_clock))
        .AddSingleton<IPositionLog>(_log)
        .AddSingleton<IStateStore>(_states)
        .AddSingleton(rules ?? Rules)
        .AddGrainStates());
}
