using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Twin.Geo.Fleet;
using Twin.Grains.Cities;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.Storage;
using Twin.TestKit;

namespace Twin.Benchmarks;

/// <summary>
/// The city of design.md §8: 1 city, 15 districts, 217 communes, 1,360 summed indicators, a log on disk or in
/// PostgreSQL.
/// </summary>
internal sealed class BenchmarkCity : IAsyncDisposable
{
    public const int Districts = 15;
    public const int Communes = 217;
    public const int IndicatorCount = 1_360;

    private readonly IHost _host;

    private BenchmarkCity(IHost host)
    {
        _host = host;
        Grains = host.Services.GetRequiredService<IGrainFactory>();
        Log = host.Services.GetRequiredService<IObservationLog>();
    }

    public static CityDefinition Definition { get; } = Define();

    public IGrainFactory Grains { get; }

    public IObservationLog Log { get; }

    public static async Task<BenchmarkCity> StartAsync(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLiveCity(Definition);
        builder.Services.AddSingleton<ICityJournal>(_ => SqliteCityJournal.Open(Path.Combine(folder, "city.db")));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IRollupListener>(new Deaf());
        // Zones, ports and land of the demonstration: each position is placed among them.
        builder.Services.AddSingleton(FleetRulesReader.Read(ReferenceData.DatasetFolder("hai-phong")).Rules);
        BenchmarkStore.AddTo(builder.Services, folder);
        BenchmarkGrains.AddTo(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new BenchmarkCity(host);
    }

    public static string CommuneCode(int index) => (10_001 + index).ToString(CultureInfo.InvariantCulture);

    public static Observation[] Row(int commune, TimePeriod period, Random random)
    {
        var midnight = period.End.ToDateTime(TimeOnly.MinValue);
        var resultTime = new DateTimeOffset(midnight, TimeSpan.Zero).AddMinutes(commune);
        return [.. Definition.Indicators.Items.Select(i => new Observation(
            i.Code,
            period,
            Math.Round(random.NextDouble() * 1000, 2),
            null,
            ObservationStatus.Normal,
            resultTime,
            "bench"))];
    }

    public IAdministrativeUnitGrain Unit(string code) => Grains.GetGrain<IAdministrativeUnitGrain>(code);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private static CityDefinition Define()
    {
        var units = new List<AdministrativeUnit> { Unit("31", AdministrativeLevel.City, null) };
        units.AddRange(Enumerable.Range(0, Districts).Select(
            d => Unit(DistrictCode(d), AdministrativeLevel.District, "31")));
        units.AddRange(Enumerable.Range(0, Communes).Select(
            c => Unit(CommuneCode(c), AdministrativeLevel.Commune, DistrictCode(c % Districts))));
        var measure = new Measure("AMOUNT", "Số", "Amount", "units", MeasureKind.Amount);
        return new CityDefinition
        {
            DatasetId = "benchmark",
            Tree = new AdministrativeTree(units),
            Indicators = new IndicatorCatalog(Enumerable.Range(1, IndicatorCount).Select(i => new Indicator
            {
                Code = IndicatorCode.Parse(string.Create(CultureInfo.InvariantCulture, $"I-{i:0000}"), null),
                NameVi = "Chỉ tiêu",
                NameEn = "Indicator",
                UnitOfMeasure = "units",
                Direction = IndicatorDirection.Up,
                ReportingLevel = AdministrativeLevel.Commune,
                Cadence = "P1M",
                Aggregation = AggregationKind.Sum,
                Numerator = measure,
            })),
            Plans = [],
            Targets = [],
            Agencies = [],
            Successions = [],
        };
    }

    private static string DistrictCode(int index) => (301 + index).ToString(CultureInfo.InvariantCulture);

    private static AdministrativeUnit Unit(string code, AdministrativeLevel level, string? upper) => new()
    {
        Code = AdministrativeUnitCode.Parse(code, null),
        Level = level,
        KindVi = "Đơn vị",
        NameVi = code,
        NameAscii = code,
        NameEn = code,
        UpperUnit = upper is null ? null : AdministrativeUnitCode.Parse(upper, null),
        ValidFrom = new DateOnly(2020, 1, 1),
    };

    private sealed class Deaf : IRollupListener
    {
        public bool IsListening => false;

        public void OnChanged(RollupChange change)
        {
            // Nobody listens.
        }
    }
}
