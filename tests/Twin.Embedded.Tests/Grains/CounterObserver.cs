namespace Twin.Embedded.Tests.Grains;

internal sealed class CounterObserver(Probe probe) : ICounterObserver, IDisposable
{
    private int _count;

    public async Task<int> Told(string word)
    {
        var before = _count;
        await Task.Yield();
        _count = before + 1;
        probe.Write($"told {word}");
        return _count;
    }

    public Task ToldOneWay(string word) => Told(word);

    public void Dispose() => probe.Write("observer disposed");
}
