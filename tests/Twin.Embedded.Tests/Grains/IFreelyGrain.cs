using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IFreelyGrain : IGrainWithStringKey
{
    Task Pass(string name);

    Task<string> Echo(string text);
}
