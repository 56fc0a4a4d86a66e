using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Hosting;
using Twin.Embedded.Proxies;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded;

/// <summary>Adds the embedded grain host to a service collection.</summary>
public static class EmbeddedGrainServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IGrainFactory"/>, <see cref="EmbeddedGrainHost"/> and the hosted service that starts and stops
    /// it. May be called for several assemblies.
    /// </summary>
    /// <param name="services">The collection. A <see cref="TimeProvider"/> in it is used for all time.</param>
    /// <param name="configure">Sets options.</param>
    /// <param name="grainAssemblies">
    /// Where grains are found. Interfaces are public; classes may be internal, and get their constructor's parameters
    /// from the services.
    /// </param>
    public static IServiceCollection AddEmbeddedGrains(
        this IServiceCollection services, Action<EmbeddedGrainOptions>? configure, params Assembly[] grainAssemblies)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(grainAssemblies);
        var options = services.AddOptions<EmbeddedGrainOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(new GrainAssemblies(grainAssemblies));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TurnScheduler, ThreadPoolTurnScheduler>();
        if (services.Any(service => service.ServiceType == typeof(EmbeddedGrainHost)))
        {
            return services;
        }

        services.AddSingleton(provider => new EmbeddedGrainHost(
            provider,
            provider.GetServices<GrainAssemblies>(),
            provider.GetRequiredService<IOptions<EmbeddedGrainOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<TurnScheduler>(),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<ILogger<EmbeddedGrainHost>>(),
            provider.GetService<GrainFactoryDecorator>()));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<EmbeddedGrainHost>());
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedGrainHost>().Factory);
        services.AddTransient<IGrainContext>(_ => Activation.Current
            ?? throw new InvalidOperationException("IGrainContext exists for the constructors of grains only."));
        return services;
    }
}
