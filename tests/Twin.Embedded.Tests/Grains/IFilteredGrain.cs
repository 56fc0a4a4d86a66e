using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

public interface IFilteredGrain : IGrainWithStringKey
{
    Task<string> Echo(string text, int number);

    ValueTask<int> Value();

    Task Fail();

    [OneWay]
    Task EchoOneWay(string text);

    Task<string> EchoAt(string key, string text);
}
