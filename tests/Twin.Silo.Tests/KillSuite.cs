using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The whole program, killed with SIGKILL while reports pour in, on any store.</summary>
public abstract class KillSuite : IDisposable
{
    private const int Clients = 4;
    private const int RowsPerReport = 60;

    private static readonly string[] Units = ["11296", "11299", "11302", "11305", "11308", "11311", "11314", "11320"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>How often it is killed.</summary>
    private protected abstract int Kills { get; }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_counts_twice()
    {
        var environment = await EnvironmentAsync();
        var acknowledged = new ConcurrentDictionary<int, bool>();
        var unanswered = new ConcurrentQueue<int>();
        var next = 0;
        var random = new Random(20_241_122);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var twin = await TwinProcess.StartCityAsync(environment, _folder.Path, "--no-demo");
            var retried = unanswered.ToArray();
            unanswered.Clear();
            var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
            {
                var mine = new Queue<int>(retried.Where(r => r % Clients == client));
                while (true)
                {
                    var report = mine.TryDequeue(out var again) ? again : Interlocked.Increment(ref next);
                    if (!await TrySendAsync(twin, report))
                    {
                        unanswered.Enqueue(report);
                        mine.ToList().ForEach(unanswered.Enqueue);
                        return;
                    }

                    acknowledged[report] = true;
                }
            })).ToArray();
            var already = acknowledged.Count;
            var goal = already + random.Next(1, 40);
            while (acknowledged.Count < goal)
            {
                await Task.Yield();
            }

            await twin.KillAsync();
            await Task.WhenAll(clients);
        }

        await AssertEachOnceAsync(environment, acknowledged.Keys, unanswered);
    }

    /// <summary>The variables that name the store.</summary>
    private protected abstract Task<IReadOnlyDictionary<string, string>> EnvironmentAsync();

    private static async Task<bool> TrySendAsync(TwinProcess twin, int report)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/observations")
        {
            Content = new StringContent(Csv(report), Encoding.UTF8, "text/csv"),
        };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"report-{report}"));
        try
        {
            using var response = await twin.Client.SendAsync(request);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            return answer.GetProperty("accepted").GetInt32() == RowsPerReport;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return false; // Killed before it could answer in full.
        }
    }

    /// <summary>Rows for several units; each report's source is its number, by which it is found again.</summary>
    private static string Csv(int report)
    {
        var rows = new StringBuilder("unit,indicator,period,value,denominator,source\n");
        for (var i = 0; i < RowsPerReport; i++)
        {
            var unit = Units[(report + i) % Units.Length];
            var month = (i / Units.Length) + 1;
            rows.Append(
                CultureInfo.InvariantCulture,
                $"{unit},FIBER-HOUSEHOLDS,2024-{month:00},{report},1000000,r{report}\n");
        }

        return rows.ToString();
    }

    private async Task AssertEachOnceAsync(
        IReadOnlyDictionary<string, string> environment,
        IEnumerable<int> acknowledged,
        IReadOnlyCollection<int> unanswered)
    {
        await using var twin = await TwinProcess.StartCityAsync(environment, _folder.Path, "--no-demo");
        foreach (var report in unanswered)
        {
            Assert.True(await TrySendAsync(twin, report), "A report sent again with its key was not taken.");
        }

        var rowsOfReport = new Dictionary<string, int>(StringComparer.Ordinal);
        var sequences = new HashSet<long>();
        foreach (var unit in Units)
        {
            await foreach (var item in HistoryAsync(twin, unit))
            {
                var source = item.GetProperty("source").GetString() ?? string.Empty;
                rowsOfReport[source] = rowsOfReport.GetValueOrDefault(source) + 1;
                Assert.True(sequences.Add(item.GetProperty("sequence").GetInt64()), "A sequence number stands twice.");
            }
        }

        var expected = acknowledged.Concat(unanswered).Distinct()
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"r{r}")).ToArray();
        Assert.All(expected, report => Assert.Equal(RowsPerReport, rowsOfReport.GetValueOrDefault(report)));
        Assert.Equal(expected.Length, rowsOfReport.Count);
        Assert.Equal(sequences.Count, sequences.Max());
    }

    private static async IAsyncEnumerable<JsonElement> HistoryAsync(TwinProcess twin, string unit)
    {
        var next = $"/v1/observations?unit={unit}&limit=1000";
        while (next is not null)
        {
            var page = await twin.Client.GetFromJsonAsync<JsonElement>(next);
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            next = page.GetProperty("links").EnumerateArray()
                .Where(link => link.GetProperty("rel").ValueEquals("next"))
                .Select(link => link.GetProperty("href").GetString()).FirstOrDefault();
        }
    }
}
