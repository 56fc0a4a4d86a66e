using System.Diagnostics;
using Twin.Geo.Indexing;
using Twin.Model.Space;

namespace Twin.Benchmarks.Workloads;

/// <summary>W5: in which commune a position lies, one position after another on one core.</summary>
internal static class PointToUnit
{
    private const int Points = 1_000_000;
    private const int Runs = 7;

    public static Task RunAsync(BenchmarkReport report)
    {
        var areas = BenchmarkBoundaries.Communes().Select(feature => feature.Geometry).ToArray();
        var started = Stopwatch.GetTimestamp();
        var raster = AreaRaster.Build(areas);
        var built = Stopwatch.GetElapsedTime(started);
        var random = new Random(5);
        var box = BenchmarkBoundaries.Box;
        var points = new GeoPosition[Points];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new GeoPosition(
                box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height));
        }

        var found = new int[Points];
        var rates = new double[Runs];
        raster.Find(points, found);
        for (var run = 0; run < Runs; run++)
        {
            started = Stopwatch.GetTimestamp();
            raster.Find(points, found);
            rates[run] = Points / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        Array.Sort(rates);
        report.Row(
            "W5 position to commune, one core",
            $"{rates[Runs / 2]:N0}/s",
            $"{rates[0]:N0} to {rates[^1]:N0}, {found.Count(area => area >= 0):N0} of {Points:N0} found");
        report.Row(
            "W5 making the index",
            $"{built.TotalMilliseconds:N0} ms",
            $"{areas.Length:N0} communes, {raster.UncertainShare:P2} of the cells uncertain");
        return Task.CompletedTask;
    }
}
