using System.Globalization;
using Twin.Embedded.Scheduling;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class SchedulingSeamTests
{
    [Fact]
    public async Task One_seed_is_one_order_of_all_turns_on_one_thread()
    {
        var first = await RunAsync(seed: 1);
        var again = await RunAsync(seed: 1);
        var other = await RunAsync(seed: 2);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(first.Order(StringComparer.Ordinal), other.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(int seed)
    {
        var scheduler = new SeededTurnScheduler(new Random(seed));
        await using var host = await TestHost.StartAsync(options => options.TurnsPerDispatch = 1, scheduler);
        var calls = new List<Task>();
        for (var i = 0; i < 10; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            host.Probe.Open(name);
            calls.Add(host.Get<IScriptGrain>(name).FanOut(name, width: 5));
        }

        scheduler.RunUntilIdle();

        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
        return host.Probe.Journal;
    }
}
