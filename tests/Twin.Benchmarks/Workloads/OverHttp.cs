using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// The real program with the demonstration city, over HTTP: starts, reads, single reports and a bulk load.
/// </summary>
internal static class OverHttp
{
    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        var started = Stopwatch.GetTimestamp();
        await using (var first = await TwinProcess.StartCityAsync(folder.Path))
        {
            report.Row(
                "HTTP first start, demonstration city",
                $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s",
                $"from process start until ready");
            await first.StopAsync();
        }

        started = Stopwatch.GetTimestamp();
        await using var twin = await TwinProcess.StartCityAsync(folder.Path);
        report.Row(
            "HTTP later start, demonstration city",
            $"{Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s",
            $"from process start until ready");
        var communes = await CommunesAsync(twin);
        await HttpLoad.MeasureAsync(
            report, "HTTP GET rollup, 8 clients", random => twin.Client.GetAsync(Rollup(communes, random)));
        await HttpLoad.MeasureAsync(
            report,
            "W2 over HTTP, single durable reports, 8 clients",
            random => PostAsync(twin, Single(communes, random)));
        await BulkAsync(report, twin, communes);
    }

    private static async Task<string[]> CommunesAsync(TwinProcess twin)
    {
        var page = await twin.Client.GetFromJsonAsync<JsonElement>(
            "/v1/units?date=2024-12-31&level=commune&limit=1000");
        return [.. page.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("code").GetString() ?? "")];
    }

    private static string Rollup(string[] communes, Random random)
    {
        var unit = random.Next(4) == 0 ? "31" : communes[random.Next(communes.Length)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/v1/units/{unit}/rollup?indicator=FIBER-HOUSEHOLDS&period=2024-{random.Next(1, 13):00}");
    }

    private static string Single(string[] communes, Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        [{"unit":"{{communes[random.Next(communes.Length)]}}","indicator":"FIBER-HOUSEHOLDS",
          "period":"2024-{{random.Next(1, 13):00}}","value":{{random.Next(2000)}},"denominator":2000}]
        """);

    private static async Task<HttpResponseMessage> PostAsync(TwinProcess twin, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await twin.Client.PostAsync("/v1/observations", content);
    }

    private static async Task BulkAsync(BenchmarkReport report, TwinProcess twin, string[] communes)
    {
        string[] indicators =
        [
            "FIBER-HOUSEHOLDS", "EPAYMENT-ACCOUNTS", "DIGITAL-IDENTITY", "SMARTPHONE-USERS", "STAFF-DIGITAL-SKILLS",
            "WORK-FILES-ONLINE-COMMUNE", "DOCUMENTS-DIGITIZED", "TEACHERS-DIGITAL-TRAINED",
        ];
        const int Months = 36;
        var rates = new double[5];
        for (var run = 0; run < rates.Length; run++)
        {
            var csv = new StringBuilder("unit,indicator,period,value,denominator\n");
            foreach (var unit in communes)
            {
                foreach (var indicator in indicators)
                {
                    for (var month = 0; month < Months; month++)
                    {
                        csv.Append(
                            CultureInfo.InvariantCulture,
                            $"{unit},{indicator},{2022 + (month / 12)}-{(month % 12) + 1:00},{month + run},2000\n");
                    }
                }
            }

            using var content = new StringContent(csv.ToString(), Encoding.UTF8, "text/csv");
            var rows = communes.Length * indicators.Length * Months;
            var started = Stopwatch.GetTimestamp();
            using var response = await twin.Client.PostAsync("/v1/observations", content);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            var sequence = answer.GetProperty("sequence").GetInt64();
            await twin.Client.GetByteArrayAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"/v1/units/31/rollup?indicator=FIBER-HOUSEHOLDS&period=2024-12&minSequence={sequence}"));
            rates[run] = rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (answer.GetProperty("accepted").GetInt32() != rows)
            {
                throw new InvalidOperationException($"Not all rows were taken: {answer}");
            }
        }

        Array.Sort(rates);
        report.Row(
            "W1 over HTTP, one CSV, durable and rolled up",
            $"{rates[2]:N0} observations/s",
            $"{rates[0]:N0} to {rates[^1]:N0}, 62,496 rows, {rates.Length} runs");
    }
}
