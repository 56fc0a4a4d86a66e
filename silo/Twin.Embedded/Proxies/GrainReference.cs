using Orleans.Runtime;

namespace Twin.Embedded.Proxies;

internal abstract class GrainReference(string key) : IAddressable
{
    public string Key => key;
}
