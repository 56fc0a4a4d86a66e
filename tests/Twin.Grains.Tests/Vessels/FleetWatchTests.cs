using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Alerts;
using Twin.Grains.Cities;
using Twin.Grains.Persistence;
using Twin.Grains.Vessels;
using Twin.Model.Alerts;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Space;
using Twin.Model.States;
using Twin.Model.Vessels;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Grains.Tests.Vessels;

public sealed class FleetWatchTests : IAlertListener
{
    private static readonly GeoPosition Coast = new(106.5, 20);
    private static readonly GeoPosition Offshore = new(109.5, 20);

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryStateStore _states = new();
    private readonly InMemoryPositionLog _log;
    private readonly List<CaseFile> _told = [];

    public FleetWatchTests() => _log = new InMemoryPositionLog(_clock);

    void IAlertListener.OnAlert(AlertNotice notice)
    {
        // Cases alone are of interest here.
    }

    void IAlertListener.OnCase(CaseFile file)
    {
        lock (_told)
        {
            _told.Add(file);
        }
    }

    [Fact]
    public async Task A_lost_boat_has_one_case_in_its_commune_and_it_is_closed_when_the_boat_is_heard_again()
    {
        await using var host = await StartAsync();
        await FallSilentAsync(host);

        await LookAsync(host);
        await LookAsync(host);

        var opened = Assert.Single(await CasesAsync(host, "20001"));
        Assert.Equal(VesselConcernKind.Lost, opened.Subject!.Kind);
        Assert.Equal("HP-1", opened.Subject.Vessel.Value);
        Assert.Empty(await CasesAsync(host, "10001"));
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), Offshore));
        await LookAsync(host);
        var over = Assert.Single(await CasesAsync(host, "20001"));
        Assert.Equal(CaseResolution.OverByItself, over.Resolution);
        Assert.Equal([CaseStage.Open, CaseStage.Closed], _told.Select(file => file.Stage));
    }

    [Fact]
    public async Task A_restart_opens_no_case_twice_and_none_for_the_time_in_which_nobody_listened()
    {
        await using (var host = await StartAsync())
        {
            await FallSilentAsync(host);
            await LookAsync(host);
        }

        _clock.Advance(TimeSpan.FromDays(2));
        await using var again = await StartAsync();
        await LookAsync(again);
        // The first boat to be heard ends the outage; HP-2 has been silent, but nobody could have heard it.
        await ReportAsync(again, Report("HP-3", _clock.GetUtcNow(), Offshore));
        await LookAsync(again);

        Assert.Single(await CasesAsync(again, "20001"));
        Assert.Empty(await CasesAsync(again, "10001"));
        Assert.Single(_told);
    }

    [Fact]
    public async Task While_the_feed_is_down_no_case_is_opened()
    {
        await using var host = await StartAsync();
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), Offshore));
        _clock.Advance(TimeSpan.FromDays(1));

        await LookAsync(host);

        Assert.Empty(await CasesAsync(host, "20001"));
        Assert.Empty(_told);
    }

    [Fact]
    public async Task Who_fishes_where_it_may_not_has_a_case_until_it_has_left_and_a_city_keeps_those_without_a_home()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await ReportAsync(
                host,
                Report("HP-2", _clock.GetUtcNow(), Coast),
                Report("574000009", _clock.GetUtcNow(), new GeoPosition(110.5, 20)));
            // Not after the last: two hours without a report are an outage, and no case is opened in one.
            _clock.Advance(TimeSpan.FromHours(i < 2 ? 2 : 0));
        }

        await LookAsync(host);

        var file = Assert.Single(await CasesAsync(host, "10001"));
        Assert.Equal(VesselConcernKind.WrongZone, file.Subject!.Kind);
        Assert.Equal("VB", file.Subject.Zone);
        var city = Assert.Single(await CasesAsync(host, "31"));
        Assert.Equal(VesselConcernKind.ForeignWaters, city.Subject!.Kind);
        for (var i = 0; i < 2; i++)
        {
            _clock.Advance(TimeSpan.FromHours(12));
            await ReportAsync(host, Report("HP-2", _clock.GetUtcNow(), Offshore));
        }

        await LookAsync(host);
        Assert.NotNull(Assert.Single(await CasesAsync(host, "10001")).Subject!.EndedAt);
    }

    // HP-1 of 20001 is silent for seven hours, while HP-2 and HP-3 go on.
    private async Task FallSilentAsync(GrainHost host)
    {
        await ReportAsync(host, Report("HP-1", _clock.GetUtcNow(), Offshore));
        for (var i = 0; i < 28; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            await ReportAsync(
                host,
                Report("HP-2", _clock.GetUtcNow(), Offshore),
                Report("HP-3", _clock.GetUtcNow(), Offshore));
        }
    }

    private static Task LookAsync(GrainHost host) =>
        host.Grains.GetGrain<IFleetWatchGrain>(IFleetWatchGrain.Key).Look();

    private static Task<IReadOnlyList<CaseFile>> CasesAsync(GrainHost host, string unit) =>
        host.Grains.GetGrain<IAlertGrain>(unit).GetCases();

    private static async Task ReportAsync(GrainHost host, params PositionReport[] reports)
    {
        await host.Grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).Add(Feed);
        await host.Grains.ReportAsync(reports, await host.Grains.GetGrain<IFeedGrain>(Feed).Seen());
    }

    private async Task<GrainHost> StartAsync()
    {
        var host = await GrainHost.StartAsync(services => services
            .AddLiveCity(TestCity.Create())
            .AddSingleton<ICityJournal>(new InMemoryCityJournal())
            .AddSingleton<IObservationLog>(new InMemoryObservationLog(_clock))
            .AddSingleton<TimeProvider>(new WallClock(_clock))
            .AddSingleton<IPositionLog>(_log)
            .AddSingleton<IStateStore>(_states)
            .AddSingleton(ZoneCity.Rules)
            .AddSingleton<IAlertListener>(this)
            .AddGrainStates());
        await host.Grains.RegisterAsync(
            [Boat("HP-1", home: "20001"), Boat("HP-2"), Boat("HP-3", home: "20002")]);
        return host;
    }
}
