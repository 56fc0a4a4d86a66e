namespace Twin.Benchmarks.Workloads;

/// <summary>A grain that has nothing to do.</summary>
public interface IIdleGrain : IGrainWithStringKey
{
    /// <summary>Does nothing.</summary>
    Task Idle();
}
