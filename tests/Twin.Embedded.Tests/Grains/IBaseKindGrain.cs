using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IBaseKindGrain : IGrainWithStringKey
{
    Task<string> Inherited();
}
