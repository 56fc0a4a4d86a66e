using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twin.Model.Observations;

namespace Twin.Storage;

/// <summary>Adds the SQLite observation log to a service collection.</summary>
public static class SqliteObservationLogServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IObservationLog"/>, <see cref="Model.States.IStateStore"/> and
    /// <see cref="Model.Vessels.IPositionLog"/> in one file, opened when one is first asked for and closed with the
    /// provider, which must be disposed asynchronously.
    /// </summary>
    public static IServiceCollection AddSqliteObservationLog(
        this IServiceCollection services, Action<SqliteObservationLogOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<SqliteObservationLogOptions>()
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => SqliteObservationLog.Open(
            provider.GetRequiredService<IOptions<SqliteObservationLogOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteObservationLog>>()));
        services.TryAddSingleton<IObservationLog>(provider => provider.GetRequiredService<SqliteObservationLog>());
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteObservationLog>().States);
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteObservationLog>().Positions);
        return services;
    }
}
