using System.Globalization;
using System.Runtime.CompilerServices;
using Orleans;
using Orleans.Runtime;

namespace Twin.Embedded.Tests.Grains;

internal sealed class ManyKindGrain(Probe probe) : Grain, IManyKindGrain
{
    public Task<int> Tell(ICounterObserver observer, string word) => observer.Told(word);

    public Task TellOneWay(ICounterObserver observer, string word) => observer.ToldOneWay(word);

    public IAsyncEnumerable<int> Count(int upTo, string gate) => CountAsync(upTo, gate);

    public async IAsyncEnumerable<int> CountAndFail(int upTo)
    {
        for (var i = 0; i < upTo; i++)
        {
            yield return i;
        }

        await Task.Yield();
        throw new ScriptException("No more numbers.");
    }

    public async Task<string?> ReadContext(string name)
    {
        await Task.Yield();
        var value = RequestContext.Get(name) as string;
        RequestContext.Set(name, "the callee's");
        return value;
    }

    public async Task<string?> ReadContextAt(string key, string name)
    {
        var value = await GrainFactory.GetGrain<IManyKindGrain>(key).ReadContext(name);
        return $"{value} {RequestContext.Get(name)}";
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private async IAsyncEnumerable<int> CountAsync(
        int upTo, string gate, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var i = 0; i < upTo; i++)
            {
                var number = i.ToString(CultureInfo.InvariantCulture);
                if (number.Equals(gate, StringComparison.Ordinal))
                {
                    probe.Write($"waits before {number}");
                    await probe.GateAsync(gate).WaitAsync(cancellationToken);
                }

                yield return i;
            }
        }
        finally
        {
            probe.Write("counting ended");
        }
    }
}
