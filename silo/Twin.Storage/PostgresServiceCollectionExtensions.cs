using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Storage.Postgres;

namespace Twin.Storage;

/// <summary>Adds the PostgreSQL stores to a service collection.</summary>
public static class PostgresServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IObservationLog"/>, <see cref="Model.States.IStateStore"/>,
    /// <see cref="Model.Vessels.IPositionLog"/> and <see cref="ICityJournal"/> in PostgreSQL, opened when one is first
    /// asked for and closed with the provider, which must be disposed asynchronously.
    /// </summary>
    public static IServiceCollection AddPostgresStores(
        this IServiceCollection services, Action<PostgresOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<PostgresOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(
            provider => PostgresDatabase.Open(provider.GetRequiredService<IOptions<PostgresOptions>>().Value));
        services.TryAddSingleton(provider => PostgresObservationLog.Open(
            provider.GetRequiredService<PostgresDatabase>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PostgresObservationLog>>()));
        services.TryAddSingleton<IObservationLog>(provider => provider.GetRequiredService<PostgresObservationLog>());
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresObservationLog>().States);
        services.TryAddSingleton(provider => provider.GetRequiredService<PostgresObservationLog>().Positions);
        services.TryAddSingleton<ICityJournal, PostgresCityJournal>();
        return services;
    }
}
