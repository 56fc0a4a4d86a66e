using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests.Cluster;

/// <summary>Two silos of Orleans over one database, each in a process of its own.</summary>
[Collection(SharedPostgres.Name)]
public sealed class ClusterTests(PostgresServer server) : IDisposable
{
    private const string Query = "/rollup?indicator=FIBER-HOUSEHOLDS&period=2024-12";

    private readonly TemporaryFolder _one = new();
    private readonly TemporaryFolder _two = new();

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
    }

    [SkippableFact]
    public async Task What_changes_through_one_silo_and_the_alerts_of_it_are_told_and_read_at_the_other()
    {
        var environment = await SharedPostgres.EnvironmentAsync(server);
        var starting = TwinProcess.StartCityAsync(environment, _two.Path, "--no-demo");
        await using var one = await TwinProcess.StartCityAsync(environment, _one.Path, "--no-demo");
        await using var two = await starting;
        var communes = await CommunesAsync(one);
        using var events = new StreamReader(await two.Client.GetStreamAsync("/v1/events"));
        await UntilAsync(events, line => line is "event: reset"); // From here on the others tell it.

        foreach (var commune in communes)
        {
            await ReportAsync(one.Client, commune, 2);
        }

        // Half of the households is less than the rule about fibre lets pass, in communes that are still there.
        var untold = communes.ToHashSet(StringComparer.Ordinal);
        var unalarmed = (await CommunesAsync(one, "&limit=1000")).Intersect(communes, StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(unalarmed.Count > 10);
        await UntilAsync(events, line =>
        {
            var of = line.Contains("fibre-low", StringComparison.Ordinal) ? unalarmed : untold;
            of.RemoveWhere(commune => line.Contains($"\"unit\":\"{commune}\"", StringComparison.Ordinal));
            return untold.Count == 0 && unalarmed.Count == 0;
        });
        Assert.Equal(2, await NumeratorAsync(two, communes[0]));
    }

    [SkippableFact]
    public async Task When_a_silo_is_killed_nothing_acknowledged_is_lost_and_the_other_takes_over()
    {
        var environment = await SharedPostgres.EnvironmentAsync(server);
        await using var stays = await TwinProcess.StartCityAsync(environment, _one.Path, "--no-demo");
        await using var dies = await TwinProcess.StartCityAsync(environment, _two.Path, "--no-demo");
        var communes = await CommunesAsync(stays);
        var acknowledged = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var halfWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var reporting = Parallel.ForEachAsync(communes, async (commune, _) =>
        {
            for (var value = 1; value <= 3; value++)
            {
                await ReportAsync(stays.Client, commune, value);
                acknowledged[commune] = value;
                if (acknowledged.Count > communes.Count / 2)
                {
                    halfWay.TrySetResult();
                }
            }
        });
        await halfWay.Task;
        await dies.KillAsync();
        await reporting;

        var total = 0;
        foreach (var commune in communes)
        {
            Assert.Equal(acknowledged[commune], await NumeratorAsync(stays, commune));
            total += acknowledged[commune];
        }

        var (exitCode, output) = await TwinProcess.RunAsync(environment, "verify");
        Assert.Contains(" 0 differ", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.Equal(total, await NumeratorAsync(stays, "31"));
    }

    private static async Task<List<string>> CommunesAsync(TwinProcess twin, string which = "&date=2024-12-31&limit=100")
    {
        var list = await twin.Client.GetFromJsonAsync<JsonElement>($"/v1/units?level=commune{which}");
        return [.. list.GetProperty("items").EnumerateArray().Select(unit => unit.GetProperty("code").GetString()!)];
    }

    /// <summary>Sends a report until it is taken, under one key: how a client should.</summary>
    private static async Task ReportAsync(HttpClient client, string commune, int value)
    {
        var row = FormattableString.Invariant($"{commune},FIBER-HOUSEHOLDS,2024-12,{value},4\n");
        var key = string.Create(CultureInfo.InvariantCulture, $"{commune}-{value}");
        while (true)
        {
            using var body = new StringContent("unit,indicator,period,value,denominator\n" + row, Encoding.UTF8);
            body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/observations") { Content = body };
            request.Headers.Add("Idempotency-Key", key);
            using var response = await client.SendAsync(request);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            Assert.Equal(503, (int)response.StatusCode);
        }
    }

    /// <summary>
    /// Asks until it is answered: while the units of a silo that is gone are being woken elsewhere, the answer is 503.
    /// </summary>
    private static async Task<double> NumeratorAsync(TwinProcess twin, string unit)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var response = await twin.Client.GetAsync($"/v1/units/{unit}{Query}&minSequence=1", giveUp.Token);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, giveUp.Token);
                continue;
            }

            response.EnsureSuccessStatusCode();
            var head = await response.Content.ReadFromJsonAsync<JsonElement>(giveUp.Token);
            return head.GetProperty("numerator").GetDouble();
        }
    }

    private static async Task UntilAsync(StreamReader events, Func<string, bool> isLast)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!isLast(await events.ReadLineAsync(giveUp.Token)
            ?? throw new EndOfStreamException("The stream has ended.")))
        {
        }
    }
}
