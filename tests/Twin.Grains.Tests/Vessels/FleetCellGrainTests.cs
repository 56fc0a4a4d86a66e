using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Persistence;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.Model.States;
using Twin.Model.Vessels;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Grains.Tests.Vessels;

public sealed class FleetCellGrainTests
{
    private static readonly GeoPosition Far = new(108.5, 20.3);

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryStateStore _states = new();
    private readonly InMemoryPositionLog _log;

    public FleetCellGrainTests() => _log = new InMemoryPositionLog(_clock);

    [Fact]
    public async Task A_boat_is_in_the_cell_of_its_last_report_and_in_no_other()
    {
        await using var host = await StartAsync();
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow().AddHours(-5)), Report("HP-2", _clock.GetUtcNow()));
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), Far));

        await SettleAsync(host);

        Assert.Equal("HP-2", await IdsAsync(host, AtSea));
        Assert.Equal("HP-1", await IdsAsync(host, Far));
        Assert.Equal(2, (await Directory(host).Meeting(GeoBox.World)).Length);
        Assert.Equal(FleetCell.Of(Far), Assert.Single(await Directory(host).Meeting(Around(Far))));
    }

    [Fact]
    public async Task A_cell_that_nobody_is_in_any_longer_is_not_asked()
    {
        await using var host = await StartAsync();
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow().AddHours(-5)));
        await SettleAsync(host);
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), Far));

        await SettleAsync(host);

        Assert.Equal(FleetCell.Of(Far), Assert.Single(await Directory(host).Meeting(GeoBox.World)));
    }

    [Fact]
    public async Task After_a_restart_the_first_question_finds_everything()
    {
        await using (var host = await StartAsync())
        {
            await host.Grains.RegisterAsync([Boat("HP-1")]);
            await ReportAsync(
                host, [.. Enumerable.Range(0, 200).Select(i => Report(Name(i), _clock.GetUtcNow(), Spread(i)))]);
        }

        await using var next = await StartAsync();

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in await Directory(next).Meeting(GeoBox.World))
        {
            var inside = await next.Grains.GetGrain<IFleetCellGrain>(cell.Key).Inside(GeoBox.World);
            Assert.All(inside, one => Assert.True(found.Add(one.Vessel.Id.Value), "It is in two cells."));
        }

        Assert.Equal(200, found.Count);
    }

    [Fact]
    public async Task New_papers_and_other_names_reach_the_cell()
    {
        await using var host = await StartAsync();
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow()), Report("574000009", _clock.GetUtcNow()));
        await host.Grains.RegisterAsync([Boat("HP-1", 23), Boat("HP-9", mmsi: "574000009")]);

        await SettleAsync(host);

        var there = await Cell(host, AtSea).Inside(GeoBox.World);
        var boat = Assert.Single(there); // HP-9 has not been heard under its own name.
        Assert.Equal(23, boat.Vessel.LengthMeters);
    }

    [Fact]
    public async Task What_a_cell_could_not_take_it_has_as_soon_as_it_can()
    {
        var faults = new FaultyCalls();
        await using var host = await StartAsync(faults);
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow().AddHours(-5)));
        await SettleAsync(host);
        faults.Refuse(FleetCell.Of(Far).Key);
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), Far));
        await SettleAsync(host);

        Assert.Equal("HP-1", await IdsAsync(host, AtSea)); // Where it was, until the next cell has it.
        faults.Clear();
        await SettleAsync(host);

        Assert.Equal(string.Empty, await IdsAsync(host, AtSea));
        Assert.Equal("HP-1", await IdsAsync(host, Far));
    }

    [Fact]
    public async Task What_was_lost_on_the_way_is_found_by_comparing()
    {
        await using var host = await StartAsync();
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow()));
        await SettleAsync(host);
        var shard = FleetShards.Of(Named("HP-1"));
        var stray = new PlacedVessel(Vessel.Unregistered(Named("HP-1")), Report("HP-1", _clock.GetUtcNow(), Far));
        // What a dead activation of the shard has left behind in a cell.
        await Cell(host, Far).Update(new CellUpdate(shard, 1, null, 1, [stray], []));
        Assert.Equal("HP-1", await IdsAsync(host, Far));

        await Cell(host, Far).Compare();

        Assert.Equal(string.Empty, await IdsAsync(host, Far));
        Assert.Equal("HP-1", await IdsAsync(host, AtSea));
    }

    private static string Name(int boat) => FormattableString.Invariant($"HP-{boat}");

    private static GeoPosition Spread(int boat) => new(106.9 + (boat % 20 * 0.1), 20 + (boat / 20 * 0.1));

    private static GeoBox Around(GeoPosition position) => new(
        position.LongitudeDegrees - 0.001, position.LatitudeDegrees - 0.001,
        position.LongitudeDegrees + 0.001, position.LatitudeDegrees + 0.001);

    private static IFleetCellDirectoryGrain Directory(GrainHost host) =>
        host.Grains.GetGrain<IFleetCellDirectoryGrain>(IFleetCellDirectoryGrain.Key);

    private static IFleetCellGrain Cell(GrainHost host, GeoPosition position) =>
        host.Grains.GetGrain<IFleetCellGrain>(FleetCell.Of(position).Key);

    private static async Task<string> IdsAsync(GrainHost host, GeoPosition position) => string.Join(
        ' ', (await Cell(host, position).Inside(GeoBox.World)).Select(one => one.Vessel.Id.Value)
            .Order(StringComparer.Ordinal));

    private static async Task ReportAsync(GrainHost host, params PositionReport[] reports) =>
        await host.Grains.ReportAsync(reports, await host.Grains.GetGrain<IFeedGrain>(Feed).Seen());

    private static async Task SettleAsync(GrainHost host) =>
        await Task.WhenAll(Enumerable.Range(0, FleetShards.Count).Select(
            shard => host.Grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard)).SettleCells()));

    private Task<GrainHost> StartAsync(FaultyCalls? faults = null) => GrainHost.StartAsync(services =>
    {
        services
            .AddSingleton<TimeProvider>(new WallClock(_clock))
            .AddSingleton<IPositionLog>(_log)
            .AddSingleton<IStateStore>(_states)
            .AddSingleton(Rules)
            .AddGrainStates();
        if (faults is not null)
        {
            services.AddSingleton<IIncomingGrainCallFilter>(faults);
        }
    });

    /// <summary>Refuses what is told to some cells.</summary>
    private sealed class FaultyCalls : IIncomingGrainCallFilter
    {
        private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);

        public void Refuse(string key) => _refused[key] = true;

        public void Clear() => _refused.Clear();

        public Task Invoke(IIncomingGrainCallContext context) =>
            context.MethodName is nameof(IFleetCellGrain.Update)
            && _refused.ContainsKey(context.TargetId.Key.ToString() ?? string.Empty)
                ? Task.FromException(new IOException("The cell cannot be reached."))
                : context.Invoke();
    }
}
