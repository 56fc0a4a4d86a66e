using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Twin.Geo.Formats;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// W6: box, nearest, radius and polygon over 100,000 live vessels, over HTTP by 8 clients, with the program and its
/// clients on the same machine; the last row while 1,000 of the vessels move every second. The vessels are as dense as
/// those of the peer, and farther out: reports from land are kept apart.
/// </summary>
internal static class SpatialQueries
{
    // Where no unit is.
    private const double West = 107.6;
    private const double South = 19.2;

    private const int Vessels = 100_000;
    private const int BatchSize = 10_000;
    private const int MovedAtOnce = 1_000;
    private static readonly TimeSpan MoveEvery = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        await using var twin = await TwinProcess.StartCityAsync(folder.Path, "--no-demo");
        var communes = BenchmarkBoundaries.Communes().Select(commune => commune.Geometry).OfType<Geometry>()
            .Select(Body).ToArray();
        for (var start = 0; start < Vessels; start += BatchSize)
        {
            await SendAsync(twin.Client, start, BatchSize, new Random(start));
        }

        await MeasureAsync(report, twin.Client, "W6 box of 0.1°, 100 rows and a count", Box);
        await MeasureAsync(report, twin.Client, "W6 nearest 10", Nearest);
        await MeasureAsync(report, twin.Client, "W6 radius 5 km, counted", Radius);
        await HttpLoad.MeasureAsync(
            report,
            "W6 inside a commune's polygon, counted, 8 clients over HTTP",
            random => PostAsync(twin.Client, communes[random.Next(communes.Length)]));
        using var end = new CancellationTokenSource();
        var moving = MoveAsync(twin.Client, end.Token);
        await MeasureAsync(report, twin.Client, "W6 box while 1,000 vessels move a second", Box);
        await end.CancelAsync();
        await moving;
    }

    private static Task MeasureAsync(
        BenchmarkReport report, HttpClient client, string work, Func<Random, string> query) =>
        HttpLoad.MeasureAsync(
            report,
            $"{work}, 8 clients over HTTP",
            random => client.GetAsync(
                new Uri("/v1/space/vessels?" + query(random), UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead));

    private static string Box(Random random)
    {
        var (x, y) = (West + (random.NextDouble() * 1.3), South + (random.NextDouble() * 0.6));
        return string.Create(CultureInfo.InvariantCulture, $"bbox={x:F3},{y:F3},{x + 0.1:F3},{y + 0.1:F3}&limit=100");
    }

    private static string Nearest(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"coordinates={Place(random)}&nearest=10");

    private static string Radius(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"coordinates={Place(random)}&radiusMeters=5000&limit=1");

    /// <summary>A request for what lies in a commune, moved out to sea as far as the vessels are.</summary>
    private static byte[] Body(Geometry commune)
    {
        var box = BenchmarkBoundaries.Box;
        var moved = AffineTransformation.TranslationInstance(West - box.MinX, South - box.MinY).Transform(commune);
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("geometry");
            GeoJsonFeatureWriter.WriteGeometry(writer, moved);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await client.PostAsync(new Uri("/v1/space/vessels?limit=1", UriKind.Relative), content);
    }

    private static string Place(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"{West + (random.NextDouble() * 1.4):F3},{South + (random.NextDouble() * 0.7):F3}");

    private static async Task MoveAsync(HttpClient client, CancellationToken end)
    {
        var random = new Random(1);
        using var timer = new PeriodicTimer(MoveEvery);
        while (!end.IsCancellationRequested)
        {
            await SendAsync(client, random.Next(Vessels - MovedAtOnce), MovedAtOnce, random);
            try
            {
                await timer.WaitForNextTickAsync(end);
            }
            catch (OperationCanceledException)
            {
                // The measurement is over.
            }
        }
    }

    private static async Task SendAsync(HttpClient client, int start, int count, Random random)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = new StringBuilder("vessel,time,longitude,latitude\n");
        for (var i = start; i < start + count; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"{200_000_000 + i},{now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'},")
                .Append(Place(random)).Append('\n');
        }

        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await client.PostAsync(new Uri("/v1/positions?feed=bench", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
    }
}
