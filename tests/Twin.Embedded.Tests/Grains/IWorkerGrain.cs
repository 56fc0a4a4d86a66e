using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>Waits at the gate; says which of the workers it was.</summary>
    Task<int> Work(string gate);
}
