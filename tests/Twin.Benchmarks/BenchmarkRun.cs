using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Twin.Benchmarks.Workloads;

namespace Twin.Benchmarks;

/// <summary>
/// Runs workloads and prints their figures as Markdown. Arguments: names of workloads (all when none is given) and
/// <c>--peers</c> to run PostgreSQL on the same work first, <c>--postgres</c> to keep the city itself in PostgreSQL.
/// </summary>
internal static class BenchmarkRun
{
    private static readonly (string Name, Func<BenchmarkReport, Task> Run)[] Workloads =
    [
        ("W1", BulkLoad.RunAsync),
        ("W2", SingleReports.RunAsync),
        ("W3", ChangeToCity.RunAsync),
        ("W5", PointToUnit.RunAsync),
        ("W7", VectorTiles.RunAsync),
        ("W9", Restart.RunAsync),
        ("HTTP", OverHttp.RunAsync),
        ("AIS", AisDecoding.RunAsync),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var report = new BenchmarkReport(Console.Out);
        if (args is [Restart.ChildArgument, var folder])
        {
            await Restart.RestartAsync(report, folder);
            return 0;
        }

        report.Line("# Benchmarks");
        report.Line(string.Empty);
        report.Line(Machine());
        report.Line(string.Empty);
        if (args.Contains("--peers", StringComparer.Ordinal))
        {
            await RunPeersAsync(report, "rollup", "PostgreSQL 15 with roll-up triggers");
            await RunPeersAsync(report, "spatial", "PostGIS, surveyed boundaries", BenchmarkBoundaries.File());
            await RunPeersAsync(report, "spatial", "PostGIS, the dataset's boundaries", BenchmarkBoundaries.OfDataset);
        }

        if (args.Contains("--postgres", StringComparer.Ordinal))
        {
            await BenchmarkStore.UsePostgresAsync();
        }

        report.Line($"The log is kept in {BenchmarkStore.Name}.");
        report.Line(string.Empty);
        report.Header();
        var names = args.Where(a => !a.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, run) in Workloads)
        {
            if (names.Count == 0 || names.Contains(name))
            {
                await run(report);
            }
        }

        return 0;
    }

    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, "
        + $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}");

    private static async Task RunPeersAsync(
        BenchmarkReport report, string name, string peer, params string[] arguments)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", name);
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("bash did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        report.Line($"Peer, {peer} (tests/Twin.Benchmarks/peers/{name}):");
        report.Line(string.Empty);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            report.Line("    " + line);
        }

        report.Line(string.Empty);
    }
}
