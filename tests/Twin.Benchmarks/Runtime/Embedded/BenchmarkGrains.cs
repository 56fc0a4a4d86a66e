using Microsoft.Extensions.Hosting;
using Twin.Embedded;
using Twin.Grains.Persistence;
using Twin.Grains.Units;

namespace Twin.Benchmarks.Runtime.Embedded;

/// <summary>Hosts the measured grains in this process.</summary>
internal static class BenchmarkGrains
{
    /// <summary>What rows of the report say of it.</summary>
    public const string Name = "embedded host";

    /// <summary>Adds the grains of the twin and those of this program.</summary>
    public static void AddTo(IHostApplicationBuilder builder) => builder.Services
        .AddGrainStates()
        .AddEmbeddedGrains(null, typeof(IAdministrativeUnitGrain).Assembly, typeof(BenchmarkGrains).Assembly);
}
