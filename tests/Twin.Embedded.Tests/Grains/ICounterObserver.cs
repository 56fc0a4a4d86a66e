using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

public interface ICounterObserver : IGrainObserver
{
    Task<int> Told(string word);

    [OneWay]
    Task ToldOneWay(string word);
}
