using Twin.Api.Hosting;

namespace Twin.Silo.Hosting;

/// <summary>Whether the city has been rebuilt from its log, and is not being shut down.</summary>
internal sealed class SiloReadiness(IHostApplicationLifetime lifetime) : IReadiness
{
    private volatile Readiness _current = new(false, "Starting.");

    public Readiness Current
    {
        get => lifetime.ApplicationStopping.IsCancellationRequested ? Readiness.Stopping : _current;
        set => _current = value;
    }
}
