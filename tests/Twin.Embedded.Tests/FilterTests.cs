using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class FilterTests
{
    [Fact]
    public async Task A_grain_filters_the_calls_to_itself()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IFilteredGrain>("a");

        Assert.Equal("text 7", await grain.Echo("text", 7));
        Assert.Equal(1, await grain.Value());
        await Assert.ThrowsAsync<ScriptException>(() => grain.Echo("forbidden", 7));

        Assert.Equal(["grain's Echo", "grain's Value", "grain's Echo"], host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Registered_filters_stand_before_all_grains_and_the_grains_own()
    {
        await using var host = await StartAsync<IIncomingGrainCallFilter, IncomingProbeFilter>();

        Assert.Equal("text 7!", await host.Get<IFilteredGrain>("a").Echo("text", 7));
        await host.Get<IScriptGrain>("b").Increment();

        Assert.Equal(
            ["in outside -> filtered/a Echo", "grain's Echo", "in outside -> script/b Increment"],
            host.Probe.Journal,
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_filter_answers_for_the_grain_or_changes_an_argument()
    {
        await using var host = await StartAsync<IIncomingGrainCallFilter, IncomingProbeFilter>();
        var grain = host.Get<IFilteredGrain>("a");

        Assert.Equal("answered", await grain.Echo("answer for it", 7));
        Assert.DoesNotContain("grain's Echo", host.Probe.Journal, StringComparer.Ordinal);
        Assert.Equal("changed 7!", await grain.Echo("change it", 7));
    }

    [Fact]
    public async Task A_filter_knows_which_grain_has_called()
    {
        await using var host = await StartAsync<IIncomingGrainCallFilter, IncomingProbeFilter>();

        await host.Get<IFilteredGrain>("a").EchoAt("b", "text");

        Assert.Contains("in filtered/a -> filtered/b Echo", host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_passes_the_outgoing_filters_which_may_repeat_it()
    {
        await using var host = await StartAsync<IOutgoingGrainCallFilter, OutgoingProbeFilter>();
        var grain = host.Get<IFilteredGrain>("a");

        Assert.Equal("text 0??", await grain.EchoAt("b", "text"));
        Assert.Equal(1, await grain.Value());
        await Assert.ThrowsAsync<ScriptException>(grain.Fail);

        Assert.Contains("out filtered/a -> filtered/b", host.Probe.Journal, StringComparer.Ordinal);
        Assert.Equal(2, host.Probe.Journal.Count(one => one.Equals("grain's Fail", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_way_calls_pass_filters_too()
    {
        await using var host = await TestHost.StartAsync(services: services => services
            .AddSingleton<IIncomingGrainCallFilter, IncomingProbeFilter>()
            .AddSingleton<IOutgoingGrainCallFilter, OutgoingProbeFilter>());
        var grain = host.Get<IFilteredGrain>("a");

        await grain.EchoOneWay("text");
        await host.Probe.WrittenAsync("one way text");
        await grain.EchoOneWay("forbidden");
        Assert.Equal("later 0!?", await grain.Echo("later", 0));

        Assert.Equal(1, host.Host.Statistics.LostOneWays);
        Assert.Contains("out outside -> filtered/a", host.Probe.Journal, StringComparer.Ordinal);
    }

    private static Task<TestHost> StartAsync<TFilter, TImplementation>()
        where TFilter : class
        where TImplementation : class, TFilter =>
        TestHost.StartAsync(services: services => services.AddSingleton<TFilter, TImplementation>());
}
