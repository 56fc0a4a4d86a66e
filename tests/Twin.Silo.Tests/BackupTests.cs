using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>Saving a city and bringing it back, by the commands.</summary>
[Collection(SharedPostgres.Name)]
public sealed class BackupTests(PostgresServer server) : IDisposable
{
    private const string Figure = "/v1/units/31/rollup?indicator=FIBER-HOUSEHOLDS&period=2024-12";

    private static readonly IReadOnlyDictionary<string, string> Files =
        new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly TemporaryFolder _folder = new();

    private string Backup => Path.Combine(_folder.Path, "city.twin");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_city_that_runs_is_saved_and_comes_back_in_another_folder()
    {
        await using (var twin = await TwinProcess.StartCityAsync(In("one"), "--no-demo"))
        {
            await ReportAsync(twin);
            AssertDone(await TwinProcess.RunAsync("backup", Backup, "--data", In("one")));
        }

        var again = await TwinProcess.RunAsync("backup", Backup, "--data", In("one"));
        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--data", In("two")));
        var full = await TwinProcess.RunAsync("restore", Backup, "--data", In("two"));
        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--force", "--data", In("two")));
        AssertDone(await TwinProcess.RunAsync("verify", "--data", In("two")));

        Assert.Equal((2, 2), (again.ExitCode, full.ExitCode));
        Assert.Contains("not empty", full.Output, StringComparison.Ordinal);
        Assert.Contains("there already", again.Output, StringComparison.Ordinal);
        await AssertReportedAsync(Files, In("two"));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_changes_nothing()
    {
        await File.WriteAllTextAsync(Backup, "unit,indicator,period,value\n");

        var (exitCode, output) = await TwinProcess.RunAsync("restore", Backup, "--data", In("one"));
        var missing = await TwinProcess.RunAsync("restore", Backup + ".not", "--data", In("one"));

        Assert.Equal((2, 2), (exitCode, missing.ExitCode));
        Assert.Contains("no backup", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(In("one"), "observations.db")));
    }

    [SkippableFact]
    public async Task A_city_in_PostgreSQL_restarts_verifies_and_moves_to_files()
    {
        var environment = await SharedPostgres.EnvironmentAsync(server);
        await using (var twin = await TwinProcess.StartCityAsync(environment, In("one"), "--no-demo"))
        {
            await ReportAsync(twin);
            AssertDone(await TwinProcess.RunAsync(environment, "backup", Backup));
            Assert.Equal(0, await twin.StopAsync());
        }

        await AssertReportedAsync(environment, In("one"));
        AssertDone(await TwinProcess.RunAsync(environment, "verify"));
        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--data", In("two")));
        await AssertReportedAsync(Files, In("two"));
    }

    [SkippableFact]
    public async Task A_demonstration_city_in_PostgreSQL_is_one_after_a_restart_and_after_a_move()
    {
        var environment = new Dictionary<string, string>(
            await SharedPostgres.EnvironmentAsync(server), StringComparer.Ordinal)
        {
            ["TWIN_DEMOFROM"] = "2024-12",
        };
        string figure;
        await using (var twin = await TwinProcess.StartCityAsync(environment, In("one")))
        {
            figure = await FigureAsync(twin);
            Assert.Equal(0, await twin.StopAsync());
        }

        AssertDone(await TwinProcess.RunAsync(environment, "verify"));
        AssertDone(await TwinProcess.RunAsync(environment, "backup", Backup));
        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--data", In("two")));
        await using (var twin = await TwinProcess.StartCityAsync(environment, In("elsewhere")))
        {
            Assert.Equal(figure, await FigureAsync(twin));
        }

        await using var moved = await TwinProcess.StartCityAsync(In("two"));
        Assert.Equal(figure, await FigureAsync(moved));
    }

    [Theory]
    [InlineData("nobody listens", "Host=127.0.0.1;Port=1;Username=u;Password=geheim;Timeout=2")]
    [InlineData("it cannot be read", "Host=127.0.0.1;geheim")]
    public async Task A_server_that_cannot_be_reached_is_told_in_a_line_without_the_password(
        string name, string connectionString)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TWIN_POSTGRES"] = connectionString,
        };

        var (exitCode, output) = await TwinProcess.RunAsync(environment, "--data", In("one"));

        Assert.True(exitCode == 2 && output.Contains("PostgreSQL", StringComparison.Ordinal), $"{name}: {output}");
        Assert.DoesNotContain("geheim", output, StringComparison.Ordinal);
        Assert.True(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= 2, output);
    }

    private static void AssertDone((int ExitCode, string Output) run) =>
        Assert.True(run.ExitCode == 0, FormattableString.Invariant($"It ended with {run.ExitCode}: {run.Output}"));

    private static async Task ReportAsync(TwinProcess twin)
    {
        using var body = new StringContent(
            "unit,indicator,period,value,denominator\n11296,FIBER-HOUSEHOLDS,2024-12,3,4\n");
        body.Headers.ContentType = new("text/csv");
        using var response = await twin.Client.PostAsync("/v1/observations", body);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static async Task<string> FigureAsync(TwinProcess twin)
    {
        var city = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/city");
        Assert.True(city.GetProperty("isDemo").GetBoolean());
        var figure = await twin.Client.GetFromJsonAsync<JsonElement>(Figure);
        return figure.GetProperty("numerator").GetRawText();
    }

    private static async Task AssertReportedAsync(IReadOnlyDictionary<string, string> environment, string data)
    {
        await using var twin = await TwinProcess.StartCityAsync(environment, data, "--no-demo");
        var figure = await twin.Client.GetFromJsonAsync<JsonElement>(Figure);
        Assert.Equal(3, figure.GetProperty("numerator").GetDouble());
        Assert.Equal(1, figure.GetProperty("coverage").GetProperty("reported").GetInt32());
    }

    private string In(string folder) => Path.Combine(_folder.Path, folder);
}
