using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

/// <summary>A grain that does as the test says, and writes down what it does.</summary>
public interface IScriptGrain : IGrainWithStringKey
{
    /// <summary>Writes "name begins", waits at the gate of that name, writes "name ends".</summary>
    Task Pass(string name);

    [AlwaysInterleave]
    Task PassInterleaving(string name);

    [ReadOnly]
    Task PassReading(string name);

    [OneWay]
    Task PassOneWay(string name);

    [OneWay]
    Task FailOneWay(string name);

    /// <summary>Passes in a task that nobody awaits.</summary>
    Task StartPassing(string name);

    /// <summary>Adds one without a lock, around an await.</summary>
    Task Increment();

    Task<int> Count();

    Task<string> Schedulers();

    Task LeaveAsyncLocal(string value);

    Task<string?> ReadAsyncLocal();

    Task DeactivateWhenIdle(string name);

    /// <summary>Calls Pass of another script grain.</summary>
    Task PassAt(string key, string name);

    /// <summary>Calls back the grain of the first key by way of this one.</summary>
    Task PassThrough(string key, string name);

    /// <summary>Holds the thread until the gate opens, as no grain should.</summary>
    Task Block(string name);

    /// <summary>Yields over and over, so that it always has a turn waiting.</summary>
    Task YieldOn(int stopAfter);

    /// <summary>Fails after an await.</summary>
    Task Fail(string message);

    /// <summary>Fails before its first await.</summary>
    Task FailAtOnce(string message);

    Task Cancel(CancellationToken cancellationToken);

    Task ReturnNull();

    /// <summary>Writes what the answers of that many other grains, awaited together, come to.</summary>
    Task FanOut(string name, int width);
}
