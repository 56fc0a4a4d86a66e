namespace Twin.Grains.Tests.Hosts.Orleans.Crossing;

/// <inheritdoc cref="IEchoGrain"/>
internal sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<string> Where() => Task.FromResult(RuntimeIdentity);

    public Task<object> Echo(object value) => Task.FromResult(value);

    public Task<IReadOnlyList<string>> Repeat(string value, int times)
    {
        // The compiler makes another type of list in each case.
        IReadOnlyList<string> list = times switch
        {
            0 => [],
            1 => [value],
            2 => [value, value],
            3 => [.. (string[])[value, value, value]],
            _ => [.. Enumerable.Repeat(value, times).Where(one => one.Length > 0)],
        };
        return Task.FromResult(list);
    }

    public Task<object> Send(string other, object value) => GrainFactory.GetGrain<IEchoGrain>(other).Echo(value);
}
