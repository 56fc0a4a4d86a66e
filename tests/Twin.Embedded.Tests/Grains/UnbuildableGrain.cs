using Orleans;

namespace Twin.Embedded.Tests.Grains;

internal sealed class UnbuildableGrain : Grain, IUnbuildableGrain
{
    public UnbuildableGrain()
    {
        throw new NotSupportedException("No such grain can be.");
    }

    public Task Ping() => Task.CompletedTask;
}
