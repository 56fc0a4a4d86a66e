using Orleans;

namespace Twin.Embedded.Tests.Grains;

internal sealed class ManifoldGrain : Grain, IManifoldGrain
{
    public Task<string> ClassName() => Task.FromResult(nameof(ManifoldGrain));
}
