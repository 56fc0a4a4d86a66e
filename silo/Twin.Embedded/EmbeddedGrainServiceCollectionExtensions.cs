using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Twin.Embedded;

/// <summary>Adds the embedded grain host to a service collection.</summary>
public static class EmbeddedGrainServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="Orleans.IGrainFactory"/> and the hosted service that starts and stops the grain host. Grain
    /// classes and interfaces are found in the given assemblies; classes may be internal, interfaces are public.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrains(
        this IServiceCollection services, Action<EmbeddedGrainOptions>? configure, params Assembly[] grainAssemblies)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(grainAssemblies);
        services.AddOptions<EmbeddedGrainOptions>()
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services;
    }
}
