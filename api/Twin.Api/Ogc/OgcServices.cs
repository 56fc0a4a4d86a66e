using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Space;
using Twin.Api.Space.Moving;

namespace Twin.Api.Ogc;

/// <summary>Adds what the OGC APIs and the questions about places read from.</summary>
internal static class OgcServices
{
    /// <summary>Adds the layers of units, the collections and their gate.</summary>
    public static void AddOgc(this IServiceCollection services)
    {
        services.AddSingleton<UnitLayers>();
        services.AddSingleton<IFeatureCollection, UnitCollection>();
        services.AddSingleton<FeatureGate>();
        services.AddTransient<AreaDesk>();
        services.AddSingleton<AreaVessels>();
        services.AddSingleton<FleetMap>();
        services.AddSingleton<VesselSearchReader>();
    }
}
