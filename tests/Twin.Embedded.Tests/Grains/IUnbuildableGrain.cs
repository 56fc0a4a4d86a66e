using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IUnbuildableGrain : IGrainWithStringKey
{
    Task Ping();
}
