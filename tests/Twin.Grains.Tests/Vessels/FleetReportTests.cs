using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Cities;
using Twin.Grains.Persistence;
using Twin.Grains.Units;
using Twin.Grains.Vessels;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.States;
using Twin.Model.Time;
using Twin.Model.Vessels;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Grains.Tests.Vessels;

/// <summary>The fleet reports CLINICS, which this city counts boats by, and REVENUE for those that are lost.</summary>
public sealed class FleetReportTests : IRollupListener
{
    private static readonly FleetRules Rules = FleetCity.Rules with
    {
        Indicators =
        [
            new FleetIndicator(TestCity.Indicator("CLINICS"), FleetMeasure.All),
            new FleetIndicator(TestCity.Indicator("REVENUE"), FleetMeasure.Lost),
            new FleetIndicator(TestCity.Indicator("NOBODY-KNOWS"), FleetMeasure.ThreeNo),
        ],
    };

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryStateStore _states = new();
    private readonly InMemoryPositionLog _positions;
    private readonly InMemoryObservationLog _log;

    public FleetReportTests()
    {
        _positions = new InMemoryPositionLog(_clock);
        _log = new InMemoryObservationLog(_clock);
    }

    public bool IsListening => false;

    void IRollupListener.OnChanged(RollupChange change)
    {
    }

    [Fact]
    public async Task What_the_city_shows_is_what_the_fleet_counts_and_only_changes_are_reported()
    {
        await using var host = await StartAsync();
        Assert.Equal(0, await ReportAsync(host)); // No boats, no figures.
        await host.Grains.RegisterAsync([Boat("HP-1"), Boat("HP-2"), Boat("HP-3", 5, "20001")]);
        await SayAsync(host, "HP-1");

        var first = await ReportAsync(host);
        var again = await ReportAsync(host);

        Assert.Equal(3, first);
        Assert.Equal(0, again);
        Assert.Equal(3, await ValueAsync(host, "31", "CLINICS"));
        Assert.Equal(2, await ValueAsync(host, "10001", "CLINICS"));
        Assert.Equal(0, await ValueAsync(host, "20002", "CLINICS"));
        Assert.Equal(0, await ValueAsync(host, "31", "REVENUE"));
        for (var i = 0; i < 26; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(15));
            await SayAsync(host, "HP-2");
        }

        Assert.Equal(1, await ReportAsync(host));
        Assert.Equal(1, await ValueAsync(host, "31", "REVENUE"));
    }

    [Fact]
    public async Task A_restart_reports_nothing_twice_and_a_new_month_everything()
    {
        await using (var host = await StartAsync())
        {
            await host.Grains.RegisterAsync([Boat("HP-1")]);
            await ReportAsync(host);
        }

        await using var again = await StartAsync();
        Assert.Equal(0, await ReportAsync(again));
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(3, await ReportAsync(again));
    }

    private static Task<int> ReportAsync(GrainHost host) =>
        host.Grains.GetGrain<IFleetReportGrain>(IFleetReportGrain.Key).Report();

    private async Task SayAsync(GrainHost host, string id)
    {
        await host.Grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).Add(Feed);
        var condition = await host.Grains.GetGrain<IFeedGrain>(Feed).Seen();
        await host.Grains.ReportAsync([Report(id, _clock.GetUtcNow())], condition);
    }

    private async Task<double?> ValueAsync(GrainHost host, string unit, string indicator)
    {
        var now = _clock.GetUtcNow().AddHours(7);
        await host.Grains.GetGrain<IAdministrativeUnitGrain>("31").Settle();
        var series = await host.Grains.GetGrain<IAdministrativeUnitGrain>(unit)
            .GetSeries(TestCity.Indicator(indicator), null, null);
        return series.Single(figure => figure.Period == TimePeriod.Month(now.Year, now.Month)).Value;
    }

    private Task<GrainHost> StartAsync() => GrainHost.StartAsync(services => services
        .AddLiveCity(City())
        .AddSingleton<ICityJournal>(new InMemoryCityJournal())
        .AddSingleton<IObservationLog>(_log)
        .AddSingleton<TimeProvider>(new WallClock(_clock))
        .AddSingleton<IPositionLog>(_positions)
        .AddSingleton<IStateStore>(_states)
        .AddSingleton<IRollupListener>(this)
        .AddSingleton(Rules)
        .AddGrainStates());

    // With the classes of length as members of its dimension.
    private static CityDefinition City()
    {
        var city = TestCity.Create();
        var size = new Dimension
        {
            Code = FleetFigures.Dimension,
            NameVi = "Cỡ",
            NameEn = "Size",
            Members =
            [
                .. Enum.GetValues<SizeClass>().Select(FleetFigures.Member)
                    .Select(code => new CodeListItem(code, code, code)),
            ],
        };
        var others = city.Indicators.Dimensions.Items.Where(
            one => !string.Equals(one.Code, size.Code, StringComparison.Ordinal));
        return city with
        {
            Indicators = new IndicatorCatalog(city.Indicators.Items, new DimensionCatalog(others.Append(size))),
        };
    }
}
