using Orleans;

namespace Twin.Embedded.Tests.Grains;

[KeepAlive]
internal sealed class KeptGrain : Grain, IKeptGrain
{
    private int _touches;

    public Task<int> Touch() => Task.FromResult(++_touches);
}
