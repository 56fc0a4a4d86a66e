using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests.Cluster;

/// <summary>What Orleans keeps of grains is in a backup, from files and from a database, and comes back.</summary>
[Collection(SharedPostgres.Name)]
public sealed class OrleansBackupTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Backup => Path.Combine(_folder.Path, "city.twin");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_case_kept_in_a_file_comes_back_in_another_folder()
    {
        await using (var twin = await TwinProcess.StartCityAsync(In("one"), "--no-demo"))
        {
            await OpenCaseAsync(twin);
            Assert.Equal(0, await twin.StopAsync());
        }

        AssertDone(await TwinProcess.RunAsync("backup", Backup, "--data", In("one")));
        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--data", In("two")));
        var full = await TwinProcess.RunAsync("restore", Backup, "--data", In("two"));

        Assert.Equal(2, full.ExitCode);
        Assert.Contains("--force", full.Output, StringComparison.Ordinal);
        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--force", "--data", In("two")));
        await using var again = await TwinProcess.StartCityAsync(In("two"), "--no-demo");
        await AssertCaseAsync(again);
    }

    [SkippableFact]
    public async Task A_case_kept_in_PostgreSQL_moves_to_files()
    {
        var environment = await SharedPostgres.EnvironmentAsync(server);
        await using (var twin = await TwinProcess.StartCityAsync(environment, In("one"), "--no-demo"))
        {
            await OpenCaseAsync(twin);
            AssertDone(await TwinProcess.RunAsync(environment, "backup", Backup));
        }

        AssertDone(await TwinProcess.RunAsync("restore", Backup, "--data", In("two")));
        await using var again = await TwinProcess.StartCityAsync(In("two"), "--no-demo");
        await AssertCaseAsync(again);
    }

    private static async Task OpenCaseAsync(TwinProcess twin)
    {
        using var answer = await twin.Client.PostAsJsonAsync(
            "/v1/cases", new { unit = "31", by = "Lan", title = "Thử" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task AssertCaseAsync(TwinProcess twin)
    {
        var cases = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/cases?unit=31");
        Assert.Equal(1, cases.GetProperty("numberMatched").GetInt32());
    }

    private static void AssertDone((int ExitCode, string Output) run) => Assert.True(run.ExitCode == 0, run.Output);

    private string In(string name) => Path.Combine(_folder.Path, name);
}
