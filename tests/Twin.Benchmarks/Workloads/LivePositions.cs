using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// 100,000 boats that report once a minute to the real program, over HTTP, and one who watches them: how long from
/// the sending of a report until it is in the watcher's hands, and how long the first picture of all takes.
/// </summary>
internal static class LivePositions
{
    private const int Boats = 100_000;
    private const int FirstMmsi = 574_000_000;
    private const int BatchSize = 5_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await using var twin = await TwinProcess.StartCityAsync(folder.Path, "--no-demo");
        foreach (var batch in Enumerable.Range(0, Boats).Chunk(BatchSize))
        {
            await SendAsync(twin, batch, 0);
        }

        await MeasurePictureAsync(report, twin);
        var sent = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var ended = new CancellationTokenSource();
        var samples = WatchAsync(twin, sent, ended.Token);
        await DriveAsync(twin, sent);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, ended.Token);
        await ended.CancelAsync();
        var seen = await samples;
        report.Row(
            "W4 live, 100,000 boats at one report a minute, sent until seen",
            $"{seen.Length:N0} moves seen",
            $"{BenchmarkReport.Spread(seen)}");
    }

    private static async Task MeasurePictureAsync(BenchmarkReport report, TwinProcess twin)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = twin.Client.BaseAddress,
        };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        var samples = new double[20];
        var bytes = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            bytes = (await client.GetByteArrayAsync(new Uri("/v1/vessels/positions", UriKind.Relative))).Length;
            samples[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        report.Row(
            "W4 live, GET /v1/vessels/positions, 100,000 boats, gzip",
            $"{bytes / 1e6:N1} MB",
            $"{BenchmarkReport.Spread(samples)}");
    }

    /// <summary>Sends what a minute brings, evenly, a tenth of a second at a time.</summary>
    private static async Task DriveAsync(TwinProcess twin, ConcurrentDictionary<string, long> sent)
    {
        var steps = (int)(Minute / Pace);
        using var timer = new PeriodicTimer(Pace, TimeProvider.System);
        var open = new List<Task>();
        for (var step = 0; step < steps; step++)
        {
            await timer.WaitForNextTickAsync();
            var from = (int)((long)Boats * step / steps);
            var to = (int)((long)Boats * (step + 1) / steps);
            var boats = Enumerable.Range(from, to - from).ToArray();
            var now = Stopwatch.GetTimestamp();
            Array.ForEach(boats, boat => sent[Id(boat)] = now);
            open.Add(SendAsync(twin, boats, 1));
        }

        await Task.WhenAll(open);
    }

    private static async Task<double[]> WatchAsync(
        TwinProcess twin, ConcurrentDictionary<string, long> sent, CancellationToken ended)
    {
        var samples = new List<double>(Boats);
        await using var body = await twin.Client.GetStreamAsync(
            new Uri("/v1/events?kinds=position", UriKind.Relative), ended);
        using var lines = new StreamReader(body, Encoding.UTF8);
        try
        {
            while (await lines.ReadLineAsync(ended) is { } line)
            {
                if (line.StartsWith("data: {\"asOf\"", StringComparison.Ordinal))
                {
                    var ids = JsonElement.Parse(line[6..]).GetProperty("id");
                    var now = Stopwatch.GetTimestamp();
                    samples.AddRange(ids.EnumerateArray()
                        .Select(id => sent.GetValueOrDefault(id.GetString() ?? string.Empty))
                        .Where(begun => begun > 0)
                        .Select(begun => Stopwatch.GetElapsedTime(begun, now).TotalMilliseconds));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // All that was sent has been given its time.
        }

        return [.. samples];
    }

    private static async Task SendAsync(TwinProcess twin, int[] boats, int round)
    {
        var time = TimeProvider.System.GetUtcNow()
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var rows = new StringBuilder();
        foreach (var boat in boats)
        {
            var (longitude, latitude) = (106 + (boat % 300 * 0.01) + (round * 0.001), 17 + (boat / 300 * 0.01));
            rows.Append(CultureInfo.InvariantCulture, $"{{\"mmsi\":\"{Id(boat)}\",\"time\":\"{time}\",")
                .Append(CultureInfo.InvariantCulture, $"\"longitude\":{longitude:F4},\"latitude\":{latitude:F4},")
                .Append("\"courseOverGroundDegrees\":90,\"speedOverGroundKnots\":4}\n");
        }

        using var content = new StringContent(rows.ToString(), Encoding.UTF8, "application/x-ndjson");
        using var response = await twin.Client.PostAsync(
            new Uri("/v1/positions?feed=bench", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }

    private static string Id(int boat) => (FirstMmsi + boat).ToString(CultureInfo.InvariantCulture);
}
