using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class RequestContextTests
{
    [Fact]
    public async Task A_callee_sees_what_the_caller_has_set_and_so_do_those_that_it_calls()
    {
        await using var host = await TestHost.StartAsync();
        RequestContext.Set("who", "the test");

        Assert.Equal("the test", await host.Get<IManyKindGrain>("a").ReadContext("who"));
        Assert.Equal("the test the test", await host.Get<IManyKindGrain>("a").ReadContextAt("b", "who"));
    }

    [Fact]
    public async Task What_a_callee_sets_neither_its_caller_nor_the_next_request_sees()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IManyKindGrain>("a");

        Assert.Null(await grain.ReadContext("who"));

        Assert.Null(RequestContext.Get("who"));
        Assert.Null(await grain.ReadContext("who"));
    }

    [Fact]
    public async Task Each_caller_has_its_own()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IManyKindGrain>("a");

        var seen = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            var caller = FormattableString.Invariant($"caller {i}");
            RequestContext.Set("who", caller);
            return (Expected: caller, Seen: await grain.ReadContext("who"));
        })));

        Assert.All(seen, one => Assert.Equal(one.Expected, one.Seen));
    }

    [Fact]
    public void Values_come_and_go()
    {
        Assert.Empty(RequestContext.Keys);
        RequestContext.Set("a", 1);
        RequestContext.Set("b", 2);
        RequestContext.Set("a", 3);

        Assert.Equal(3, RequestContext.Get("a"));
        Assert.Equal(2, RequestContext.Entries.Count());
        Assert.True(RequestContext.Remove("a"));
        Assert.False(RequestContext.Remove("a"));
        Assert.Equal("b", Assert.Single(RequestContext.Keys));
        RequestContext.Clear();
        Assert.Empty(RequestContext.Entries);
    }
}
