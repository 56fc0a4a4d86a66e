using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Twin.Embedded;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Grains.Tests;

/// <summary>A city of grains in the embedded host, over a log that outlives it.</summary>
internal sealed class GrainCity : IAsyncDisposable, IRollupListener
{
    private readonly IHost _host;

    private GrainCity(IHost host, CityDefinition definition)
    {
        _host = host;
        Definition = definition;
        Grains = host.Services.GetRequiredService<IGrainFactory>();
    }

    public CityDefinition Definition { get; }

    public IGrainFactory Grains { get; }

    public ConcurrentQueue<RollupChange> Changes { get; } = new();

    public bool IsListening => true;

    /// <summary>The test city over an empty log.</summary>
    public static Task<GrainCity> CreateAsync() => OverAsync(new InMemoryObservationLog(TimeProvider.System));

    /// <summary>The test city over that log.</summary>
    public static Task<GrainCity> OverAsync(IObservationLog log) => WithClockAsync(log, TimeProvider.System);

    /// <summary>The test city over that log, at the time that the clock says.</summary>
    public static async Task<GrainCity> WithClockAsync(IObservationLog log, TimeProvider time)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var city = TestCity.Create();
        GrainCity? self = null;
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton(city);
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton<TimeProvider>(new WallClock(time));
        builder.Services.AddSingleton<IRollupListener>(_ => self!); // Set before the first grain can be made.
        builder.Services.AddEmbeddedGrains(null, typeof(IAdministrativeUnitGrain).Assembly);
        var host = builder.Build();
        self = new GrainCity(host, city);
        await host.StartAsync();
        return self;
    }

    public IAdministrativeUnitGrain Unit(string code) => Grains.GetGrain<IAdministrativeUnitGrain>(code);

    public Task<ReportAnswer> ReportAsync(string unit, string? key, params Observation[] observations) =>
        Unit(unit).Report(new ReportMessage("tester", key, [.. observations]));

    public Task<ReportAnswer> ReportAsync(string unit, params Observation[] observations) =>
        ReportAsync(unit, null, observations);

    /// <summary>The figure of a unit once everything below has settled.</summary>
    public async Task<Rollup> FigureAsync(
        string unit, string indicator, TimePeriod period, DateTimeOffset? asOf = null)
    {
        await Unit(unit).Settle();
        return await Unit(unit).GetRollup(TestCity.Indicator(indicator), period, asOf)
            ?? throw new InvalidOperationException($"Unit {unit} has no figure of {indicator} for {period}.");
    }

    public void OnChanged(RollupChange change) => Changes.Enqueue(change);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
