using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Twin.Embedded;
using Twin.Embedded.Activations;
using Twin.Embedded.Proxies;
using Twin.Embedded.Scheduling;
using Twin.Grains.Cities;
using Twin.Grains.Persistence;
using Twin.Grains.Reminders;
using Twin.Grains.Units;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.States;
using Twin.Model.Units;
using Twin.Simulation.Tests.Checks;
using Twin.Simulation.Tests.Engine;
using Twin.Simulation.Tests.Network;
using Twin.Simulation.Tests.Storage;
using Twin.TestKit;

namespace Twin.Simulation.Tests;

/// <summary>The embedded host with the city's grains, from one start to the next crash.</summary>
internal sealed class Silo : IDisposable
{
    private readonly SiloLife _life;
    private readonly ServiceProvider _services;
    private readonly EmbeddedGrainHost _host;

    public Silo(World world)
    {
        _life = new SiloLife(world.Clock);
        Turns = new SeededTurnScheduler(world.Random);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_life);
        services.AddSingleton<TurnScheduler>(Turns);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLiveCity(world.City.Definition);
        services.AddSingleton<ICityJournal>(new InMemoryCityJournal());
        services.AddSingleton<IObservationLog>(new SimulatedObservationLog(world, _life));
        services.AddSingleton<IStateStore>(new SimulatedStateStore(world, _life));
        services.AddGrainStates();
        services.AddGrainReminders();
        services.AddSingleton<IRollupListener>(new Listener(world, _life));
        services.AddSingleton<GrainFactoryDecorator>(inner => new SimulatedGrainFactory(world, _life, inner));

        // One turn at a time, so that the seed decides between any two. Some silos let idle grains go soon.
        var collectionAge = world.Random.Next(4) == 0 ? TimeSpan.FromSeconds(5) : TimeSpan.FromHours(2);
        services.AddEmbeddedGrains(
            options =>
            {
                options.TurnsPerDispatch = 1;
                options.CollectionAge = collectionAge;
                options.CollectionQuantum = TimeSpan.FromSeconds(2);
            },
            typeof(IAdministrativeUnitGrain).Assembly);
        _services = services.BuildServiceProvider();
        _host = _services.GetRequiredService<EmbeddedGrainHost>();
        if (!_host.StartAsync(CancellationToken.None).IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The host did not start at once.");
        }
    }

    public SeededTurnScheduler Turns { get; }

    public IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        _services.GetRequiredService<IGrainFactory>().GetGrain<IAdministrativeUnitGrain>(code.Value);

    /// <summary>The live activations, by key.</summary>
    public IReadOnlyList<Activation> Activations() =>
        [.. _host.Classes.SelectMany(one => one.Activations).OrderBy(one => one.Key, StringComparer.Ordinal)];

    public void Dispose()
    {
        if (!_life.IsOver)
        {
            _life.End();
            _services.Dispose();
        }
    }
}
