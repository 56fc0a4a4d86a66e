namespace Twin.Embedded.Tests;

/// <summary>A service of which each activation gets its own.</summary>
public sealed class ScopedThing(Probe probe) : IDisposable
{
    public void Dispose() => probe.Write("scope disposed");
}
