using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twin.Embedded;
using Twin.Grains.Reminders;
using Twin.Grains.Units;

namespace Twin.Grains.Tests.Hosts.Embedded;

/// <summary>The grains in the embedded host: one process.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private readonly IHost _host;

    private GrainHost(IHost host)
    {
        _host = host;
        Grains = host.Services.GetRequiredService<IGrainFactory>();
    }

    public IGrainFactory Grains { get; }

    /// <summary>Starts it with what the grains ask for.</summary>
    public static async Task<GrainHost> StartAsync(Action<IServiceCollection> services)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services(builder.Services);
        builder.Services.AddGrainReminders();
        builder.Services.AddEmbeddedGrains(null, typeof(IAdministrativeUnitGrain).Assembly);
        var host = builder.Build();
        await host.StartAsync();
        return new GrainHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
