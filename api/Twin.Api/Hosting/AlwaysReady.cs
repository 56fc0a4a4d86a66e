namespace Twin.Api.Hosting;

/// <summary>For a host that listens only once everything is there.</summary>
internal sealed class AlwaysReady : IReadiness
{
    /// <inheritdoc/>
    public Readiness Current => Readiness.Ready;
}
