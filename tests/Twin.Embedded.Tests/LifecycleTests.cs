using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Stages_begin_in_order_and_end_backwards_around_the_deactivation_of_grains()
    {
        await using var host = await StartAsync(
            ServiceLifecycleStage.Active, ServiceLifecycleStage.First, ServiceLifecycleStage.ApplicationServices);
        await host.Get<IScriptGrain>("a").Increment();

        await host.Host.StopAsync(CancellationToken.None).SoonAsync();

        Assert.Equal(
            [
                "-2147483648 begins", "10000 begins", "20000 begins",
                "20000 ends", "a deactivated: ShuttingDown", "10000 ends", "-2147483648 ends",
            ],
            host.Probe.Journal,
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_fails_to_begin_fails_the_start_and_ends_those_before_it()
    {
        var probe = new Probe();

        await Assert.ThrowsAsync<ScriptException>(() => TestHost.StartAsync(services: services =>
            Add(services, probe, [1, Participant.FailsToBegin, 3])));

        Assert.Equal(["1 begins", "1 ends"], probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_fails_to_end_keeps_no_other_from_ending()
    {
        await using var host = await StartAsync(1, Participant.FailsToEnd);

        await host.Host.StopAsync(CancellationToken.None).SoonAsync();

        Assert.Equal("1 ends", host.Probe.Journal[^1]);
    }

    private static Task<TestHost> StartAsync(params int[] stages) =>
        TestHost.StartAsync(services: services => Add(services, null, stages));

    private static void Add(IServiceCollection services, Probe? probe, int[] stages)
    {
        foreach (var stage in stages)
        {
            services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
                provider => new Participant(probe ?? provider.GetRequiredService<Probe>(), stage));
        }
    }

    private sealed class Participant(Probe probe, int stage) : ILifecycleParticipant<ISiloLifecycle>
    {
        public const int FailsToBegin = 2;
        public const int FailsToEnd = 30_000;

        public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
            nameof(Participant), stage, _ => Begin(), _ => End());

        private Task Begin()
        {
            if (stage == FailsToBegin)
            {
                throw new ScriptException("It does not begin.");
            }

            probe.Write(FormattableString.Invariant($"{stage} begins"));
            return Task.CompletedTask;
        }

        private Task End()
        {
            if (stage == FailsToEnd)
            {
                throw new ScriptException("It does not end.");
            }

            probe.Write(FormattableString.Invariant($"{stage} ends"));
            return Task.CompletedTask;
        }
    }
}
