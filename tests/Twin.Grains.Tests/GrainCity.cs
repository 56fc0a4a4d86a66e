using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Alerts;
using Twin.Grains.Cities;
using Twin.Grains.Persistence;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.States;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Grains.Tests;

/// <summary>A city of grains in the host that the tests are built for, over a log that outlives it.</summary>
internal sealed class GrainCity : IAsyncDisposable, IRollupListener
{
    private GrainHost _host = null!; // Set by StartAsync, before anybody has the city.

    private GrainCity(CityDefinition definition) => Definition = definition;

    public CityDefinition Definition { get; }

    public IGrainFactory Grains => _host.Grains;

    public ConcurrentQueue<RollupChange> Changes { get; } = new();

    public bool IsListening => true;

    private ICityGrain Writer => Grains.GetGrain<ICityGrain>(Definition.DatasetId);

    /// <summary>The test city over an empty log.</summary>
    public static Task<GrainCity> CreateAsync() => OverAsync(new InMemoryObservationLog(TimeProvider.System));

    /// <summary>The test city over that log.</summary>
    public static Task<GrainCity> OverAsync(IObservationLog log) => WithClockAsync(log, TimeProvider.System);

    /// <summary>The test city over that log and those states, at the time that the clock says.</summary>
    public static Task<GrainCity> WithClockAsync(
        IObservationLog log, TimeProvider time, IStateStore? states = null, CityDefinition? definition = null) =>
        StartAsync(log, time, states ?? new InMemoryStateStore(), new InMemoryCityJournal(), [], definition);

    /// <summary>The test city with a journal, whose entries those kinds apply.</summary>
    public static Task<GrainCity> WithJournalAsync(
        IObservationLog log, ICityJournal journal, params ICityChangeKind[] kinds) =>
        StartAsync(log, TimeProvider.System, new InMemoryStateStore(), journal, kinds);

    private static async Task<GrainCity> StartAsync(
        IObservationLog log,
        TimeProvider time,
        IStateStore states,
        ICityJournal journal,
        ICityChangeKind[] kinds,
        CityDefinition? definition = null)
    {
        var city = new GrainCity(definition ?? TestCity.Create());
        city._host = await GrainHost.StartAsync(services =>
        {
            services.AddLiveCity(city.Definition)
                .AddSingleton(journal)
                .AddSingleton(log)
                .AddSingleton(states)
                .AddGrainStates()
                .AddSingleton<TimeProvider>(new WallClock(time))
                .AddSingleton<IRollupListener>(city);
            Array.ForEach(kinds, kind => services.AddSingleton(kind));
        });
        return city;
    }

    public IAlertGrain Alerts(string code) => Grains.GetGrain<IAlertGrain>(code);

    public IAdministrativeUnitGrain Unit(string code) => Grains.GetGrain<IAdministrativeUnitGrain>(code);

    public Task<ReportAnswer> ReportAsync(string unit, string? key, params Observation[] observations) =>
        Unit(unit).Report(new ReportMessage("tester", key, [.. observations]));

    public Task<ReportAnswer> ReportAsync(string unit, params Observation[] observations) =>
        ReportAsync(unit, null, observations);

    public Task<CityChangeAnswer> ChangeAsync(string kind, string payload, long revision) => Writer.Change(
        new CityChangeMessage(kind, "tester", "a test", payload, null, revision));

    public Task<CityChangeAnswer> UndoAsync(long undoes, long revision) => Writer.Change(
        new CityChangeMessage(CityChange.UndoKind, "tester", "a test", "{}", undoes, revision));

    /// <summary>The figure of a unit once everything below has settled.</summary>
    public async Task<Rollup> FigureAsync(
        string unit, string indicator, TimePeriod period, DateTimeOffset? asOf = null)
    {
        await Unit(unit).Settle();
        return await Unit(unit).GetRollup(TestCity.Indicator(indicator), period, asOf)
            ?? throw new InvalidOperationException($"Unit {unit} has no figure of {indicator} for {period}.");
    }

    public void OnChanged(RollupChange change) => Changes.Enqueue(change);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
