using System.Diagnostics;
using Twin.Model.Observations;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>W9: a log of 7.1 million observations; how long until the city stands, and in how much memory.</summary>
internal static class Restart
{
    private const int Months = 24;

    /// <summary>The argument that makes this program the one that restarts.</summary>
    public const string ChildArgument = "--restart-in";

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder.Path);
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath ?? "dotnet",
            [typeof(Restart).Assembly.Location, ChildArgument, folder.Path])
        {
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException("The restarted program did not start.");
        await process.WaitForExitAsync();
        var file = BenchmarkStore.BytesOf(folder.Path);
        report.Row(
            "W9 size of the log",
            $"{file / (double)(Months * BenchmarkCity.Communes * BenchmarkCity.IndicatorCount):N1} bytes each",
            $"{file / 1e6:N0} MB");
    }

    /// <summary>A fresh process: from its own start until the city stands.</summary>
    public static async Task RestartAsync(BenchmarkReport report, string folder)
    {
        using var self = Process.GetCurrentProcess();
        await using var city = await BenchmarkCity.StartAsync(folder);
        await city.Unit("31").Settle();
        var took = TimeProvider.System.GetUtcNow().UtcDateTime - self.StartTime.ToUniversalTime();
        self.Refresh();
        report.Row(
            "W9 restart, from process start until the city stands",
            $"{took.TotalSeconds:N1} s",
            $"{city.Log.Head:N0} observations, peak {self.PeakWorkingSet64 / 1e9:N2} GB");
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
