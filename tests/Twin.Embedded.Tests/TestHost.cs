using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime.Hosting;
using Twin.Embedded.Scheduling;
using Twin.TestKit;

namespace Twin.Embedded.Tests;

/// <summary>A started host of this assembly's grains on a clock that stands still.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private TestHost(
        Action<EmbeddedGrainOptions>? configure, TurnScheduler? scheduler, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Probe);
        services.AddSingleton<TimeProvider>(Clock);
        services.AddScoped<ScopedThing>();
        Storage = new ProbeStorage(Probe);
        services.AddGrainStorage("Default", (_, _) => Storage);
        if (scheduler is not null)
        {
            services.AddSingleton(scheduler);
        }

        more?.Invoke(services);
        services.AddEmbeddedGrains(configure, typeof(TestHost).Assembly);
        _provider = services.BuildServiceProvider(validateScopes: true);
        Host = _provider.GetRequiredService<EmbeddedGrainHost>();
        Factory = _provider.GetRequiredService<IGrainFactory>();
    }

    public Probe Probe { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public ProbeStorage Storage { get; }

    public EmbeddedGrainHost Host { get; }

    public IGrainFactory Factory { get; }

    public IServiceProvider Services => _provider;

    public static async Task<TestHost> StartAsync(
        Action<EmbeddedGrainOptions>? configure = null,
        TurnScheduler? scheduler = null,
        Action<IServiceCollection>? services = null,
        TimeSpan later = default)
    {
        var host = new TestHost(configure, scheduler, services);
        host.Clock.Advance(later);
        foreach (var service in host._provider.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return host;
    }

    public T Get<T>(string key)
        where T : IGrainWithStringKey => Factory.GetGrain<T>(key);

    public GrainClassStatistics Statistics(string grainClass) =>
        Host.Statistics.Classes.Single(one => one.Name.Equals(grainClass, StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await _provider.DisposeAsync();
}
