using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Tests.Grains;

[StatelessWorker(2)]
internal sealed class WorkerGrain(Probe probe) : Grain, IWorkerGrain
{
    private static int s_made;

    private readonly int _number = Interlocked.Increment(ref s_made);

    public async Task<int> Work(string gate)
    {
        probe.Write($"{gate} begins");
        await probe.GateAsync(gate);
        return _number;
    }
}
