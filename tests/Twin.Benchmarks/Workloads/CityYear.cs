using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// One year of a city through the real program: 1,360 indicators of 217 communes for 12 months, imported as one CSV;
/// then scorecards while all of it is held.
/// </summary>
internal static class CityYear
{
    private const int IndicatorCount = 1_360;
    private const int Months = 12;
    private const int Scorecards = 1_000;
    private const string Dataset = "hai-phong";

    public static async Task RunAsync(BenchmarkReport report)
    {
        using var folder = new TemporaryFolder();
        var dataset = Path.Combine(folder.Path, "dataset");
        CopyDataset(dataset);
        await using var twin = await TwinProcess.StartCityAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["TWIN_DATASET"] = dataset },
            Path.Combine(folder.Path, "data"),
            "--no-demo");
        var communes = await CommunesAsync(twin);
        var file = Path.Combine(folder.Path, "year.csv");
        var rows = await WriteYearAsync(file, communes);

        var started = Stopwatch.GetTimestamp();
        await ImportAsync(twin, file, rows);
        var took = Stopwatch.GetElapsedTime(started);
        report.Row(
            "city-year by one CSV of 1,360 indicators, until the city shows it",
            $"{took.TotalSeconds:N1} s",
            $"{rows:N0} observations, {rows / took.TotalSeconds:N0}/s; {await MemoryAsync(twin):N2} GB afterwards");

        await ReadScorecardsAsync(twin, communes, 100); // Warm: the first compile the code.
        report.Row(
            "scorecards afterwards, one client",
            $"{Scorecards:N0}",
            $"{BenchmarkReport.Spread(await ReadScorecardsAsync(twin, communes, Scorecards))}");
    }

    /// <summary>The dataset of the program with as many more indicators as a plan has, all of them sums.</summary>
    private static void CopyDataset(string to)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "datasets", Dataset);
        Directory.CreateDirectory(to);
        foreach (var table in Directory.EnumerateFiles(from))
        {
            File.Copy(table, Path.Combine(to, Path.GetFileName(table)));
        }

        var columns = File.ReadLines(Path.Combine(to, "indicators.csv")).First().Split(',');
        File.AppendAllLines(
            Path.Combine(to, "measures.csv"), Codes().Select(code => $"{code},{code},{code},units,count"));
        File.AppendAllLines(
            Path.Combine(to, "indicators.csv"),
            Codes().Select(code => string.Join(',', columns.Select(column => CellOf(column, code)))));
    }

    private static string CellOf(string column, string code) => column switch
    {
        "code" or "name_vi" or "name_en" or "numerator_measure" => code,
        "unit_of_measure" => "units",
        "direction" => "up",
        "reporting_level" => "commune",
        "cadence" => "P1M",
        "owner_agency" => "Sở",
        "subsystem" => "digital-government",
        "aggregation" => "Sum",
        "scale" => "1",
        "numerator_may_exceed_denominator" => "false",
        "decimals" => "0",
        _ => string.Empty,
    };

    private static IEnumerable<string> Codes() => Enumerable.Range(0, IndicatorCount)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"YEAR-{i:0000}"));

    private static async Task<string[]> CommunesAsync(TwinProcess twin)
    {
        var page = await twin.Client.GetFromJsonAsync<JsonElement>(
            "/v1/units?date=2024-12-31&level=commune&limit=1000");
        return [.. page.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("code").GetString() ?? "")];
    }

    private static async Task<int> WriteYearAsync(string path, string[] communes)
    {
        var random = new Random(1);
        var rows = 0;
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("unit,indicator,period,value");
        for (var month = 1; month <= Months; month++)
        {
            foreach (var unit in communes)
            {
                foreach (var code in Codes())
                {
                    await file.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture, $"{unit},{code},2024-{month:00},{random.Next(5_000)}"));
                    rows++;
                }
            }
        }

        return rows;
    }

    private static async Task ImportAsync(TwinProcess twin, string path, int rows)
    {
        await using var file = File.OpenRead(path);
        using var part = new StreamContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var form = new MultipartFormDataContent { { part, "file", "year.csv" } };
        using var response = await twin.Client.PostAsync("/v1/imports", form);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (!response.IsSuccessStatusCode || answer.GetProperty("accepted").GetInt32() != rows)
        {
            throw new InvalidOperationException($"Not all rows were taken: {answer}");
        }

        var sequence = answer.GetProperty("sequence").GetInt64();
        await twin.Client.GetByteArrayAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"/v1/units/31/rollup?indicator=YEAR-0000&period=2024-12&minSequence={sequence}"));
    }

    private static async Task<double> MemoryAsync(TwinProcess twin)
    {
        var readings = await twin.Client.GetFromJsonAsync<JsonElement>("/ops/grains?busiest=0");
        return readings.GetProperty("process").GetProperty("workingSetBytes").GetInt64() / 1e9;
    }

    private static async Task<double[]> ReadScorecardsAsync(TwinProcess twin, string[] communes, int count)
    {
        var random = new Random(2);
        var samples = new double[count];
        for (var i = 0; i < count; i++)
        {
            var unit = i % 4 == 0 ? "31" : communes[random.Next(communes.Length)];
            var started = Stopwatch.GetTimestamp();
            await twin.Client.GetByteArrayAsync($"/v1/units/{unit}/scorecard?period=2024-12");
            samples[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return samples;
    }
}
