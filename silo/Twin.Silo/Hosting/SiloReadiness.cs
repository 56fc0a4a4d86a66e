using Twin.Api.Hosting;

namespace Twin.Silo.Hosting;

/// <summary>Whether the city has been rebuilt from its log.</summary>
internal sealed class SiloReadiness : IReadiness
{
    private volatile Readiness _current = new(false, "Starting.");

    public Readiness Current
    {
        get => _current;
        set => _current = value;
    }
}
