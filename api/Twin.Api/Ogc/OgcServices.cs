using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Places;
using Twin.Api.Space;
using Twin.Api.Space.Moving;
using Twin.Model.Places;

namespace Twin.Api.Ogc;

/// <summary>Adds what the OGC APIs and the questions about places read from.</summary>
internal static class OgcServices
{
    /// <summary>Adds the layers of units, the collections and their gate.</summary>
    public static void AddOgc(this IServiceCollection services)
    {
        services.AddSingleton<UnitLayers>();
        services.AddSingleton<IFeatureCollection, UnitCollection>();
        services.AddSingleton<ITileCollection, UnitTileCollection>();
        services.AddSingleton<IFeatureCollection, VesselCollection>();
        services.AddSingleton<ITileCollection, VesselTileCollection>();
        foreach (var schema in PlaceSchemas.All)
        {
            services.AddSingleton<IFeatureCollection>(provider => Make<PlaceCollection>(provider, schema));
            services.AddSingleton<ITileCollection>(provider => Make<PlaceTileCollection>(provider, schema));
        }

        services.AddSingleton<PlaceViews>();
        services.AddSingleton<FeatureCollections>();
        services.AddSingleton<TileCollections>();
        services.AddSingleton<FeatureGate>();
        services.AddTransient<AreaDesk>();
        services.AddSingleton<AreaFinder>();
        services.AddSingleton<AreaPlaces>();
        services.AddSingleton<AreaVessels>();
        services.AddSingleton<FleetMap>();
        services.AddSingleton<VesselSearchReader>();
    }

    private static T Make<T>(IServiceProvider provider, PlaceSchema schema)
        where T : class => ActivatorUtilities.CreateInstance<T>(provider, schema);
}
