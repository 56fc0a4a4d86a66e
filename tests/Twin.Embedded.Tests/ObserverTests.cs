using System.Globalization;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class ObserverTests
{
    [Fact]
    public async Task A_grain_calls_an_observer_and_gets_its_answer()
    {
        await using var host = await TestHost.StartAsync();
        using var observer = new CounterObserver(host.Probe);
        var reference = host.Factory.CreateObjectReference<ICounterObserver>(observer);

        Assert.Equal(1, await host.Get<IManyKindGrain>("a").Tell(reference, "one"));
        await host.Get<IManyKindGrain>("a").TellOneWay(reference, "two");

        await host.Probe.WrittenAsync("told two");
    }

    [Fact]
    public async Task An_observer_has_one_call_at_a_time()
    {
        await using var host = await TestHost.StartAsync();
        using var observer = new CounterObserver(host.Probe);
        var reference = host.Factory.CreateObjectReference<ICounterObserver>(observer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => reference.Told(i.ToString(CultureInfo.InvariantCulture)))));

        Assert.Equal(Enumerable.Range(1, 200), answers.Order());
    }

    [Fact]
    public async Task A_reference_that_was_deleted_refuses_and_leaves_the_object_alone()
    {
        await using var host = await TestHost.StartAsync();
        using var observer = new CounterObserver(host.Probe);
        var reference = host.Factory.CreateObjectReference<ICounterObserver>(observer);
        await reference.Told("one");

        host.Factory.DeleteObjectReference<ICounterObserver>(reference);

        // The call that is on its way to the activation that ends is passed on, and refused as well.
        await Assert.ThrowsAsync<OrleansMessageRejectionException>(async () =>
        {
            while (true)
            {
                await reference.Told("late");
            }
        });
        await host.Host.StopAsync(CancellationToken.None);
        Assert.DoesNotContain("observer disposed", host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_no_observer_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        using var observer = new CounterObserver(host.Probe);
        var reference = host.Factory.CreateObjectReference<ICounterObserver>(observer);

        Assert.Throws<ArgumentException>(() => host.Factory.CreateObjectReference<IGrainObserver>(observer));
        Assert.Throws<ArgumentException>(() => host.Factory.CreateObjectReference<ICounterObserver>(reference));
        Assert.Throws<ArgumentException>(() => host.Factory.DeleteObjectReference<ICounterObserver>(observer));
    }
}
