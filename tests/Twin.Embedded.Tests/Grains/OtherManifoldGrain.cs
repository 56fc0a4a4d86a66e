using Orleans;

namespace Twin.Embedded.Tests.Grains;

internal sealed class OtherManifoldGrain : Grain, IManifoldGrain
{
    public Task<string> ClassName() => Task.FromResult(nameof(OtherManifoldGrain));
}
