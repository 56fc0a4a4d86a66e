using System.Diagnostics;
using Twin.Grains.Units;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>W2: eight clients, each sends one observation and waits until it is durable, over and over.</summary>
internal static class SingleReports
{
    private const int Clients = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await using var city = await BenchmarkCity.StartAsync(folder.Path);
        await city.Unit("31").Settle();
        await LoadAsync(city, WarmUp);
        var samples = await LoadAsync(city, Measured);
        var rate = samples.Length / Measured.TotalSeconds;
        report.Row(
            "W2 single durable reports, 8 clients, grain calls",
            $"{rate:N0}/s",
            $"{BenchmarkReport.Spread(samples)}");
    }

    private static async Task<double[]> LoadAsync(BenchmarkCity city, TimeSpan duration)
    {
        var ends = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(
            client => Task.Run(() => ClientAsync(city, new Random(client), ends))));
        return [.. clients.SelectMany(s => s)];
    }

    private static async Task<List<double>> ClientAsync(BenchmarkCity city, Random random, long ends)
    {
        var samples = new List<double>();
        var indicators = BenchmarkCity.Definition.Indicators;
        var resultTime = TimeProvider.System.GetUtcNow().AddDays(-1);
        while (Stopwatch.GetTimestamp() < ends)
        {
            var code = BenchmarkCity.CommuneCode(random.Next(BenchmarkCity.Communes));
            var observation = new Observation(
                indicators[random.Next(BenchmarkCity.IndicatorCount)].Code, TimePeriod.Month(2024, 6),
                random.Next(1000), null, ObservationStatus.Normal, resultTime, "bench");
            var started = Stopwatch.GetTimestamp();
            await city.Unit(code).Report(new ReportMessage("bench", null, [observation]));
            samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return samples;
    }
}
