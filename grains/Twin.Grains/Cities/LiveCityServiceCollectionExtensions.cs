using Microsoft.Extensions.DependencyInjection;
using Twin.Grains.Quality;
using Twin.Model;
using Twin.Model.Alerts;
using Twin.Model.Boundaries;
using Twin.Model.Cities;
using Twin.Model.Maps;
using Twin.Model.Plans;
using Twin.Model.Plans.Cascades;

namespace Twin.Grains.Cities;

/// <summary>Adds the live city to a service collection.</summary>
public static class LiveCityServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="LiveCity"/> over a dataset, the kinds of change, and <see cref="CityDefinition"/> as it is at
    /// the moment that somebody asks for it: a singleton must ask the live city instead. The host registers
    /// <see cref="ICityJournal"/>, and catches up with it before it lets anybody in.
    /// </summary>
    public static IServiceCollection AddLiveCity(this IServiceCollection services, CityDefinition dataset)
    {
        services.AddSingleton<ICityChangeKind, BoundaryChangeKind>();
        services.AddSingleton<ICityChangeKind, MapChangeKind>();
        services.AddSingleton<ICityChangeKind, PlanChangeKind>();
        services.AddSingleton<ICityChangeKind, AssignSharesKind>();
        services.AddSingleton<CityChanges>();
        services.AddSingleton(provider => new LiveCity(
            dataset, provider.GetRequiredService<CityChanges>(), provider.GetRequiredService<ICityJournal>()));
        services.AddTransient(provider => provider.GetRequiredService<LiveCity>().Definition);
        services.AddSingleton<ICityFollower, CityFollower>();
        services.AddSingleton<IQualityScores, UnitQualityScores>();
        return services;
    }

    /// <summary>Adds something that is costly to make and is made once for each definition of the city.</summary>
    public static IServiceCollection AddPerCity<T>(this IServiceCollection services, Func<CityDefinition, T> make)
        where T : class
    {
        services.AddSingleton(provider => new PerCity<T>(provider.GetRequiredService<LiveCity>(), make));
        services.AddTransient(provider => provider.GetRequiredService<PerCity<T>>().Current);
        return services;
    }
}
