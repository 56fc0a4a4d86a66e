using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IKeptGrain : IGrainWithStringKey
{
    Task<int> Touch();
}
