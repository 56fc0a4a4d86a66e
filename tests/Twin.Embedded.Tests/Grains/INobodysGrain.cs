using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface INobodysGrain : IGrainWithStringKey
{
    Task<string> ClassName();
}
