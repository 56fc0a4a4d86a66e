using System.Net;
using System.Net.Sockets;
using Orleans.Dashboard;
using Twin.Model.Rollups;
using Twin.Silo.Runtime.Orleans.News;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>Hosts the grains in a silo of Orleans: alone on this machine, or in the cluster of a database.</summary>
internal static class GrainRuntime
{
    /// <summary>Whether grains hear nothing of another silo's, so that a store must belong to this one.</summary>
    public const bool IsAlone = false;

    private const string Storage = "Default";

    /// <summary>Adds the grains.</summary>
    public static void AddGrainRuntime(this IHostApplicationBuilder builder, TwinOptions options)
    {
        Directory.CreateDirectory(options.Data);
        var store = GrainStore.Sqlite(Path.Combine(options.Data, "grains.db"));
        builder.Services.AddSingleton(store);
        builder.Services.AddHostedService<GrainTablesMaker>(); // Before Orleans' own, which starts the silo.
        // They warn of a collector that a small machine is better off without, and of the time before the first check.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(
                Port(options.Cluster.SiloPort),
                options.Cluster.GatewayPort,
                serviceId: options.Cluster.ServiceId,
                clusterId: options.Cluster.ClusterId);
            silo.AddAdoNetGrainStorage(Storage, storage =>
            {
                storage.Invariant = store.Invariant;
                storage.DataSource = store.DataSource;
            });
            silo.UseAdoNetReminderService(reminders =>
            {
                reminders.Invariant = store.Invariant;
                reminders.DataSource = store.DataSource;
            });
            silo.AddDashboard();
        });
    }

    /// <summary>Lets those who follow changes here hear of those on other silos. After the API was added.</summary>
    public static void AddNews(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<INewsClient, NewsClient>();
        builder.Services.AddSingleton<NewsExchange>();
        builder.Services.AddSingleton<IRollupListener>(services => services.GetRequiredService<NewsExchange>());
        builder.Services.AddHostedService<NewsFollower>();
        builder.UseOrleans(silo => silo.AddGrainService<NewsService>());
    }

    /// <summary>Adds what the runtime shows of itself.</summary>
    public static void MapGrainRuntime(this WebApplication app) => app.MapOrleansDashboard("/ops/orleans");

    private static int Port(int wanted)
    {
        if (wanted > 0)
        {
            return wanted;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
