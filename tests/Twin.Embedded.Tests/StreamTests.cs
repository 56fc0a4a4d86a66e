using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class StreamTests
{
    [Theory]
    [InlineData("none", 0, 100)]
    [InlineData("one", 1, 100)]
    [InlineData("a batch", 100, 100)]
    [InlineData("a batch and one", 101, 100)]
    [InlineData("one by one", 5, 1)]
    public async Task All_results_come_in_order(string name, int count, int batchSize)
    {
        await using var host = await TestHost.StartAsync();

        var numbers = await ListAsync(host.Get<IManyKindGrain>("a").Count(count, "none").WithBatchSize(batchSize));

        Assert.True(numbers.SequenceEqual(Enumerable.Range(0, count)), name);
        Assert.Contains("counting ended", host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_there_comes_before_the_grain_has_the_rest()
    {
        await using var host = await TestHost.StartAsync();
        var reader = host.Get<IManyKindGrain>("a").Count(5, "2").GetAsyncEnumerator();

        Assert.True(await reader.MoveNextAsync());
        Assert.True(await reader.MoveNextAsync());
        Assert.Equal(1, reader.Current);
        var next = reader.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        host.Probe.Open("2");

        Assert.True(await next.SoonAsync());
        Assert.Equal(2, reader.Current);
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task While_a_stream_waits_the_grain_serves_others()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<IManyKindGrain>("a");
        var numbers = ListAsync(grain.Count(1, "0"));
        await host.Probe.WrittenAsync("waits before 0");

        Assert.Null(await grain.ReadContext("nothing").SoonAsync());

        host.Probe.Open("0");
        Assert.Equal([0], await numbers.SoonAsync());
    }

    [Fact]
    public async Task A_result_that_is_later_than_the_response_timeout_comes_all_the_same()
    {
        await using var host = await TestHost.StartAsync();
        var numbers = ListAsync(host.Get<IManyKindGrain>("a").Count(1, "0"));
        await host.Probe.WrittenAsync("waits before 0");

        for (var i = 0; i < 30; i++)
        {
            host.Clock.Advance(host.Host.Options.ResponseTimeout / 10);
            await host.Get<IManyKindGrain>("a").ReadContext("a call, which comes after what the clock has set off");
        }

        Assert.False(numbers.IsCompleted);
        host.Probe.Open("0");
        Assert.Equal([0], await numbers.SoonAsync());
    }

    [Fact]
    public async Task A_failure_comes_after_the_results_before_it()
    {
        await using var host = await TestHost.StartAsync();
        var numbers = new List<int>();

        await Assert.ThrowsAsync<ScriptException>(async () =>
        {
            await foreach (var number in host.Get<IManyKindGrain>("a").CountAndFail(3))
            {
                numbers.Add(number);
            }
        });

        Assert.Equal([0, 1, 2], numbers);
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_grains_enumeration()
    {
        await using var host = await TestHost.StartAsync();

        await foreach (var _ in host.Get<IManyKindGrain>("a").Count(1_000, "none"))
        {
            break;
        }

        await host.Probe.WrittenAsync("counting ended");
    }

    [Fact]
    public async Task A_reader_that_cancels_ends_the_grains_enumeration()
    {
        await using var host = await TestHost.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var numbers = ListAsync(host.Get<IManyKindGrain>("a").Count(5, "2"), cancellation.Token);
        await host.Probe.WrittenAsync("waits before 2");

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => numbers.SoonAsync());
        await host.Probe.WrittenAsync("counting ended");
    }

    [Fact]
    public async Task A_stream_that_nobody_asks_any_more_is_closed()
    {
        await using var host = await TestHost.StartAsync();
        var reader = host.Get<IManyKindGrain>("a").Count(5, "2").WithBatchSize(1).GetAsyncEnumerator();
        await reader.MoveNextAsync();

        host.Clock.Advance(host.Host.Options.ResponseTimeout);
        await host.Get<IManyKindGrain>("a").ReadContext("a call");
        Assert.DoesNotContain("counting ended", host.Probe.Journal, StringComparer.Ordinal);
        host.Clock.Advance(host.Host.Options.ResponseTimeout * 3);
        host.Clock.Advance(host.Host.Options.CollectionQuantum);

        await host.Probe.WrittenAsync("counting ended");
        await Assert.ThrowsAsync<EnumerationAbortedException>(async () => await reader.MoveNextAsync());
    }

    [Fact]
    public async Task The_end_of_the_activation_ends_its_streams_and_tells_the_reader()
    {
        await using var host = await TestHost.StartAsync();
        var numbers = ListAsync(host.Get<IManyKindGrain>("a").Count(5, "2"));
        await host.Probe.WrittenAsync("waits before 2");

        await host.Get<IManyKindGrain>("a").Leave();

        await Assert.ThrowsAsync<EnumerationAbortedException>(() => numbers.SoonAsync());
        await host.Probe.WrittenAsync("counting ended");
    }

    private static async Task<List<int>> ListAsync(
        IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default)
    {
        var list = new List<int>();
        await foreach (var number in numbers.WithCancellation(cancellationToken))
        {
            list.Add(number);
        }

        return list;
    }
}
