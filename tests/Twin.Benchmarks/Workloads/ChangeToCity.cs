using System.Diagnostics;
using Twin.Grains.Units;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>W3: one commune's report is acknowledged; how long until the city's figure shows it.</summary>
internal static class ChangeToCity
{
    private const int Changes = 20_000;

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await using var city = await BenchmarkCity.StartAsync(folder.Path);
        await city.Unit("31").Settle();
        var random = new Random(3);
        var samples = new double[Changes];
        var period = TimePeriod.Month(2024, 6);
        var resultTime = TimeProvider.System.GetUtcNow().AddDays(-1);
        for (var i = 0; i < Changes; i++)
        {
            var indicator = BenchmarkCity.Definition.Indicators[random.Next(BenchmarkCity.IndicatorCount)].Code;
            var whole = city.Unit("31");
            var before = (await whole.GetRollup(indicator, period, null))?.Version ?? 0;
            var observation = new Observation(
                indicator, period, random.Next(1000), null, ObservationStatus.Normal, resultTime, "bench");
            var commune = city.Unit(BenchmarkCity.CommuneCode(random.Next(BenchmarkCity.Communes)));
            await commune.Report(new ReportMessage("bench", null, [observation]));
            var acknowledged = Stopwatch.GetTimestamp();
            while (((await whole.GetRollup(indicator, period, null))?.Version ?? 0) == before)
            {
                await Task.Yield();
            }

            samples[i] = Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds;
        }

        report.Row(
            "W3 acknowledged to visible at the city",
            $"p99 {BenchmarkReport.Percentile(samples, 0.99):N3} ms",
            $"p50 {BenchmarkReport.Percentile(samples, 0.5):N3} ms, worst {samples[^1]:N3} ms of {Changes:N0}");
    }
}
