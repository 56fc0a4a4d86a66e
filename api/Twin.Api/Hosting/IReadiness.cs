namespace Twin.Api.Hosting;

/// <summary>
/// Says whether the silo can answer. Safe for any number of threads, and cheap: it is asked on every request.
/// </summary>
public interface IReadiness
{
    /// <summary>How it stands now.</summary>
    Readiness Current { get; }
}
