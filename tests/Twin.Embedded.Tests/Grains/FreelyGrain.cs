using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

// Safe to interleave: it has no state.
[Reentrant]
internal sealed class FreelyGrain(Probe probe) : Grain, IFreelyGrain
{
    public Task<string> Echo(string text) => Task.FromResult(text);

    public async Task Pass(string name)
    {
        probe.Write($"{name} begins");
        await probe.GateAsync(name);
        probe.Write($"{name} ends");
    }
}
