namespace Twin.Benchmarks.Workloads;

/// <summary>A grain without a state of its own: what is left is what the host costs.</summary>
internal sealed class IdleGrain : Grain, IIdleGrain
{
    public Task Idle() => Task.CompletedTask;
}
