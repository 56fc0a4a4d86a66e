using System.Diagnostics;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Benchmarks.Workloads;

/// <summary>W9: a log of 7.1 million observations; how long until the city stands, and in how much memory.</summary>
internal static class Restart
{
    private const int Months = 24;

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder.Path);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var started = Stopwatch.GetTimestamp();
        await using var city = await BenchmarkCity.StartAsync(folder.Path);
        await city.Unit("31").Settle();
        var took = Stopwatch.GetElapsedTime(started);
        using var self = Process.GetCurrentProcess();
        var file = new FileInfo(Path.Combine(folder.Path, "observations.db")).Length;
        report.Row(
            "W9 restart until the city stands",
            $"{took.TotalSeconds:N1} s",
            $"{city.Log.Head:N0} observations, peak {self.PeakWorkingSet64 / 1e9:N2} GB, {(double)file / city.Log.Head:N1} bytes an observation on disk");
    }

    private static async Task FillAsync(string folder)
    {
        await using var city = await BenchmarkCity.StartAsync(folder);
        for (var month = 0; month < Months; month++)
        {
            var period = TimePeriod.Month(2023 + (month / 12), (month % 12) + 1);
            var random = new Random(month);
            await Task.WhenAll(Enumerable.Range(0, BenchmarkCity.Communes).Select(commune => city.Log.AppendAsync(
                new ObservationBatch(
                    AdministrativeUnitCode.Parse(BenchmarkCity.CommuneCode(commune), null),
                    "bench",
                    null,
                    [.. BenchmarkCity.Row(commune, period, random)]),
                CancellationToken.None).AsTask()));
        }
    }
}
