using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Orleans.Dashboard;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Twin.Grains.Persistence;
using Twin.Grains.Serialization;
using Twin.Model.Alerts;
using Twin.Model.Operations;
using Twin.Model.Rollups;
using Twin.Model.Vessels;
using Twin.Silo.Runtime.Orleans.News;
using Twin.Storage.Backup;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>Hosts the grains in a silo of Orleans: alone on this machine, or in the cluster of a database.</summary>
internal static class GrainRuntime
{
    /// <summary>Whether grains hear nothing of another silo's, so that a store must belong to this one.</summary>
    public const bool IsAlone = false;

    private const string TableStorage = "tables";

    /// <summary>Adds the grains.</summary>
    /// <param name="builder">The program.</param>
    /// <param name="options">What it was told.</param>
    /// <param name="isServing">
    /// Whether it serves the city. One that only looks at it is always alone, and leaves its reminders to others.
    /// </param>
    public static void AddGrainRuntime(this IHostApplicationBuilder builder, TwinOptions options, bool isServing)
    {
        var store = GrainStore.Of(options);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<IGrainStatistics, OrleansStatistics>();
        builder.Services.AddHostedService<GrainTablesMaker>(); // Before Orleans' own, which starts the silo.
        // They warn of a collector that a small machine is better off without, and of the time before the first check.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            if (isServing && store.IsShared)
            {
                silo.JoinCluster(store, options.Cluster);
            }
            else
            {
                silo.StayAlone(options.Cluster);
            }

            silo.AddAdoNetGrainStorage(TableStorage, storage =>
            {
                storage.Invariant = store.Invariant;
                storage.DataSource = store.DataSource;
                storage.GrainStorageSerializer = new GrainStateSerializer();
            });
            silo.Services.AddGrainStorage(
                GrainStateServiceCollectionExtensions.StorageName,
                (services, _) => new TextKeyStorage(services.GetRequiredKeyedService<IGrainStorage>(TableStorage)));
            if (isServing)
            {
                silo.UseAdoNetReminderService(reminders =>
                {
                    reminders.Invariant = store.Invariant;
                    reminders.DataSource = store.DataSource;
                });
                silo.AddDashboard();
            }
            else
            {
                silo.UseInMemoryReminderService();
            }
        });
    }

    /// <summary>The states of grains, which Orleans keeps in tables of its own.</summary>
    public static IGrainStates? StatesOf(TwinOptions options) =>
        new OrleansStates(GrainStore.Of(options), options.Cluster.ServiceId);

    /// <summary>Lets those who follow changes here hear of those on other silos. After the API was added.</summary>
    public static void AddNews(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<INewsClient, NewsClient>();
        builder.Services.AddSingleton<NewsExchange>();
        builder.Services.AddSingleton<IRollupListener>(services => services.GetRequiredService<NewsExchange>());
        builder.Services.AddSingleton<IAlertListener>(services => services.GetRequiredService<NewsExchange>());
        builder.Services.AddSingleton<IFleetListener>(services => services.GetRequiredService<NewsExchange>());
        builder.Services.AddHostedService<NewsFollower>();
        builder.UseOrleans(silo => silo.AddGrainService<NewsService>());
    }

    /// <summary>Adds what the runtime shows of itself.</summary>
    public static void MapGrainRuntime(this WebApplication app) => 
        app.MapOrleansDashboard(OrleansStatistics.DashboardPath);

    private static void StayAlone(this ISiloBuilder silo, SiloClusterOptions options) => silo.UseLocalhostClustering(
        PortOf(options, IPAddress.Loopback),
        options.GatewayPort,
        serviceId: options.ServiceId,
        clusterId: options.ClusterId);

    private static void JoinCluster(this ISiloBuilder silo, GrainStore store, SiloClusterOptions options)
    {
        var address = IPAddress.Parse(options.Address); // Checked with the settings.
        silo.ConfigureEndpoints(address, PortOf(options, address), options.GatewayPort);
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = options.ClusterId;
            cluster.ServiceId = options.ServiceId;
        });
        silo.UseAdoNetClustering(clustering =>
        {
            clustering.Invariant = store.Invariant;
            clustering.DataSource = store.DataSource;
        });

        // A killed silo is out after three probes of a second, and what lived on it lives elsewhere at the next call.
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.NumMissedProbesLimit = 3;
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });
    }

    private static int PortOf(SiloClusterOptions options, IPAddress address)
    {
        if (options.SiloPort > 0)
        {
            return options.SiloPort;
        }

        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
