using System.Diagnostics;

namespace Twin.Benchmarks;

/// <summary>
/// Eight clients that ask again as soon as they are answered. They warm up for as long as the program compiles what it
/// finds busy: on two cores that both work, it takes 25 s.
/// </summary>
internal static class HttpLoad
{
    private const int Clients = 8;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(6);

    /// <summary>Warms up, measures, and reports answers a second and how long they took.</summary>
    public static async Task MeasureAsync(
        BenchmarkReport report, string work, Func<Random, Task<HttpResponseMessage>> send)
    {
        await LoadAsync(WarmUp, send);
        var samples = await LoadAsync(Measured, send);
        var rate = samples.Length / Measured.TotalSeconds;
        report.Row(
            work,
            $"{rate:N0}/s",
            $"{BenchmarkReport.Spread(samples)}");
    }

    private static async Task<double[]> LoadAsync(TimeSpan duration, Func<Random, Task<HttpResponseMessage>> send)
    {
        var ends = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client);
            var samples = new List<double>();
            while (Stopwatch.GetTimestamp() < ends)
            {
                var started = Stopwatch.GetTimestamp();
                using var response = await send(random);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
                samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return samples;
        })));
        return [.. clients.SelectMany(s => s)];
    }
}
