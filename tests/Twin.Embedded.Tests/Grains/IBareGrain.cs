using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IBareGrain : IGrainWithStringKey
{
    Task<string> Key();
}
