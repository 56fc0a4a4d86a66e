using Microsoft.Extensions.Hosting;

namespace Twin.Benchmarks.Runtime.Orleans;

/// <summary>Hosts the measured grains in one silo of Orleans, called from within it.</summary>
internal static class BenchmarkGrains
{
    /// <summary>What rows of the report say of it.</summary>
    public const string Name = "Orleans, one silo";

    private const int SiloPort = 11_911;
    private const int GatewayPort = 30_911;

    /// <summary>Adds the grains of the twin and those of this program.</summary>
    public static void AddTo(IHostApplicationBuilder builder) => builder.UseOrleans(silo => silo
        .UseLocalhostClustering(SiloPort, GatewayPort)
        .AddMemoryGrainStorage("Default"));
}
