using Orleans;

namespace Twin.Embedded.Tests.Grains;

/// <summary>A grain whose storage nobody has registered.</summary>
public interface IStraysGrain : IGrainWithStringKey
{
    Task Touch();
}
