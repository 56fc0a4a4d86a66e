using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Tests.Grains;

internal sealed class BareGrain(IGrainContext context) : IGrainBase, IBareGrain
{
    public IGrainContext GrainContext => context;

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());
}
