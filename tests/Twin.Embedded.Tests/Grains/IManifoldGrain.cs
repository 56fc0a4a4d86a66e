using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IManifoldGrain : IGrainWithStringKey
{
    Task<string> ClassName();
}
