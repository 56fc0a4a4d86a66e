using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Twin.Benchmarks.Workloads;

/// <summary>W10: what a call of an idle grain costs, how long one waits under load, and what a grain takes.</summary>
internal static class GrainCalls
{
    private const int Callers = 64;
    private const int GrainsEach = 16;
    private const int Runs = 5;
    private const int ActivationCount = 1_000_000;
    private const int CallsPerSample = 64;

    private static readonly TimeSpan RunLength = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(BenchmarkReport report)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System);
        BenchmarkGrains.AddTo(builder);
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await MeasureCallsAsync(report, grains);
        await MeasureActivationsAsync(report, grains);
        await host.StopAsync();
    }

    private static async Task MeasureCallsAsync(BenchmarkReport report, IGrainFactory grains)
    {
        await CallAsync(grains, []); // Warm: code is compiled, grains live.
        var rates = new double[Runs];
        var ratesPerCore = new double[Runs];
        var samples = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var start = TimeProvider.System.GetTimestamp();
            var calls = await CallAsync(grains, samples);
            rates[run] = calls / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            ratesPerCore[run] = calls / (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        }

        Array.Sort(rates);
        report.Row(
            Text($"W10 no-op calls, {Callers} callers, {BenchmarkGrains.Name}"),
            $"{BenchmarkReport.Percentile(ratesPerCore, 0.5):N0}/s a core",
            $"{rates[0]:N0} to {rates[^1]:N0}/s on all; one call {BenchmarkReport.Spread([.. samples])}");
    }

    /// <summary>Each caller calls its grains, one after the other, until the time is over.</summary>
    private static async Task<long> CallAsync(IGrainFactory grains, List<double> samples)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var own = Enumerable.Range(0, GrainsEach)
                .Select(i => grains.GetGrain<IIdleGrain>(Name(caller, i))).ToArray();
            var taken = new List<double>();
            long count = 0;
            while (clock.Elapsed < RunLength)
            {
                var start = Stopwatch.GetTimestamp();
                await own[0].Idle();
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                for (var i = 1; i < CallsPerSample; i++)
                {
                    await own[i % GrainsEach].Idle();
                }

                count += CallsPerSample;
            }

            lock (samples)
            {
                samples.AddRange(taken);
            }

            return count;
        })));
        return counts.Sum();
    }

    private static async Task MeasureActivationsAsync(BenchmarkReport report, IGrainFactory grains)
    {
        var before = Memory();
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForAsync(
            0,
            ActivationCount,
            async (i, _) => await grains.GetGrain<IIdleGrain>(Name(-1, i)).Idle());
        var took = TimeProvider.System.GetElapsedTime(start);
        var taken = Memory() - before;
        report.Row(
            Text($"W10 {ActivationCount:N0} activations, {BenchmarkGrains.Name}"),
            $"{taken / 1e6:N0} MB",
            $"{taken / (double)ActivationCount:N0} bytes each; made in {took.TotalSeconds:N1} s");
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Name(int caller, int i) => Text($"{caller}/{i}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
