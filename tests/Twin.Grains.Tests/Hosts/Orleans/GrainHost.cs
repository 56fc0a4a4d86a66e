using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;

namespace Twin.Grains.Tests.Hosts.Orleans;

/// <summary>
/// The grains in two silos of Orleans, so that half of all calls between them are serialized; those of the tests, which
/// come from a client, all are. What the grains ask for is shared by both silos, as a database would be.
/// </summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private const short Silos = 2;

    private GrainHost(InProcessTestCluster cluster) => Cluster = cluster;

    public InProcessTestCluster Cluster { get; }

    public IGrainFactory Grains => Cluster.Client;

    /// <summary>Starts it with what the grains ask for.</summary>
    public static async Task<GrainHost> StartAsync(Action<IServiceCollection> services)
    {
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureHost(host => host.Logging.SetMinimumLevel(LogLevel.None));
        builder.ConfigureSiloHost((_, host) => services(host.Services));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new GrainHost(cluster);
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
