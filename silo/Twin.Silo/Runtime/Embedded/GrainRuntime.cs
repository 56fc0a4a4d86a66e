using System.Reflection;
using Twin.Embedded;

namespace Twin.Silo.Runtime.Embedded;

/// <summary>Hosts the grains in this process.</summary>
internal static class GrainRuntime
{
    public static IServiceCollection AddGrainRuntime(this IServiceCollection services, Assembly grains) =>
        services.AddEmbeddedGrains(null, grains);
}
