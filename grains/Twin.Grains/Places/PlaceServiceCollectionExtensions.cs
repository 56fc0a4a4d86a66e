using Microsoft.Extensions.DependencyInjection;
using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>Adds the places to a service collection.</summary>
public static class PlaceServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IPlaceStore"/> over the grains.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services.AddSingleton<IPlaceStore, GrainPlaceStore>();
}
