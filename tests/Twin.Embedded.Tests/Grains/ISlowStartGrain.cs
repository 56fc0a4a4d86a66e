using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

/// <summary>A grain whose activation and deactivation the test holds at gates, and makes fail.</summary>
public interface ISlowStartGrain : IGrainWithStringKey
{
    Task Pass(string name);

    [AlwaysInterleave]
    Task PassInterleaving(string name);

    /// <summary>The number of the activation of this key that answers.</summary>
    Task<int> Incarnation();

    [OneWay]
    Task Note(string name);

    Task EndSoon();
}
