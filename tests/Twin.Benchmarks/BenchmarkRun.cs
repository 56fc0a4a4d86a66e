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
        ("W6", SpatialQueries.RunAsync),
        ("W7", VectorTiles.RunAsync),
        ("W4", PositionLoad.RunAsync),
        ("LIVE", LivePositions.RunAsync),
        ("W9", Restart.RunAsync),
        ("W10", GrainCalls.RunAsync),
        ("HTTP", OverHttp.RunAsync),
        ("YEAR", CityYear.RunAsync),
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
        var names = args.Where(a => !a.StartsWith('-')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (args.Contains("--peers", StringComparer.Ordinal))
        {
            await RunPeersAsync(report, names);
        }

        if (args.Contains("--postgres", StringComparer.Ordinal))
        {
            await BenchmarkStore.UsePostgresAsync();
        }

        report.Line($"The log is kept in {BenchmarkStore.Name}.");
        report.Line(string.Empty);
        report.Header();
        foreach (var (name, run) in Workloads)
        {
            if (Wants(names, name))
            {
                await run(report);
            }
        }

        return 0;
    }

    /// <summary>Whether one of those workloads is to run: all do when none is named.</summary>
    private static bool Wants(HashSet<string> names, params ReadOnlySpan<string> works)
    {
        var wants = names.Count == 0;
        foreach (var work in works)
        {
            wants |= names.Contains(work);
        }

        return wants;
    }

    private static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, "
        + $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}");

    /// <summary>The peers of the workloads that are to run.</summary>
    private static async Task RunPeersAsync(BenchmarkReport report, HashSet<string> names)
    {
        if (Wants(names, "W1", "W2", "W3", "W9"))
        {
            await RunPeerAsync(report, "rollup", "PostgreSQL 15 with roll-up triggers");
        }

        if (Wants(names, "W4"))
        {
            await RunPeerAsync(report, "positions", "PostGIS with a GiST index");
        }

        if (Wants(names, "W5", "W6", "W7"))
        {
            await RunPeerAsync(report, "spatial", "PostGIS, surveyed boundaries", BenchmarkBoundaries.File());
            await RunPeerAsync(report, "spatial", "PostGIS, the dataset's boundaries", BenchmarkBoundaries.OfDataset);
        }

        if (Wants(names, "W10"))
        {
            await RunPeerAsync(report, "orleans", "the same grains on Orleans");
        }
    }

    private static async Task RunPeerAsync(
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
