using Orleans;

namespace Twin.Embedded.Tests.Grains;

/// <summary>A grain of what is beyond calls: observers, streams, contexts.</summary>
public interface IManyKindGrain : IGrainWithStringKey
{
    /// <summary>Tells an observer, and gives its answer.</summary>
    Task<int> Tell(ICounterObserver observer, string word);

    Task TellOneWay(ICounterObserver observer, string word);

    /// <summary>The numbers from 0; stops at a gate before the number of that name is given.</summary>
    IAsyncEnumerable<int> Count(int upTo, string gate);

    /// <summary>Numbers, and then a failure.</summary>
    IAsyncEnumerable<int> CountAndFail(int upTo);

    /// <summary>What the request context has for the name; sets another value afterwards.</summary>
    Task<string?> ReadContext(string name);

    /// <summary>The same, asked of another grain.</summary>
    Task<string?> ReadContextAt(string key, string name);

    Task Leave();
}
