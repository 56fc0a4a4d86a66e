using System.Diagnostics;
using Twin.Grains.Units;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>W1: 217 communes × 1,360 indicators × 1 period, durable and rolled up to the city.</summary>
internal static class BulkLoad
{
    private const int Runs = 7;

    public static async Task RunAsync(BenchmarkReport report)
    {
        var rates = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            using var folder = new TemporaryFolder();
            await using var city = await BenchmarkCity.StartAsync(folder.Path);
            await city.Unit("31").Settle(); // The city stands; only the load is measured.
            var random = new Random(run);
            var messages = Enumerable.Range(0, BenchmarkCity.Communes).Select(c => new ReportMessage(
                "bench", null, [.. BenchmarkCity.Row(c, TimePeriod.Month(2024, 6), random)])).ToArray();
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(messages.Select((m, c) => city.Unit(BenchmarkCity.CommuneCode(c)).Report(m)));
            await city.Unit("31").Settle();
            var rate = BenchmarkCity.Communes * BenchmarkCity.IndicatorCount
                / Stopwatch.GetElapsedTime(started).TotalSeconds;
            await CheckAsync(city);
            rates.Add(rate);
        }

        var sorted = rates.Order().ToArray();
        report.Row(
            "W1 bulk load, grain calls",
            $"{sorted[Runs / 2]:N0} observations/s",
            $"{sorted[0]:N0} to {sorted[^1]:N0}, {Runs} runs, the first cold");
    }

    private static async Task CheckAsync(BenchmarkCity city)
    {
        var figures = await city.Unit("31").GetPeriod(TimePeriod.Month(2024, 6));
        if (figures.Count != BenchmarkCity.IndicatorCount || figures.Any(f => f.Reported != BenchmarkCity.Communes))
        {
            throw new InvalidOperationException("The city does not hold what was loaded.");
        }
    }
}
