using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The embedded host alone on its database; silos of Orleans share theirs.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresOwnerTests(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Two_programs_do_not_share_a_database()
    {
        var environment = await SharedPostgres.EnvironmentAsync(server);
        await using var first = await TwinProcess.StartCityAsync(environment, _folder.Path, "--no-demo");

        var (exitCode, output) = await TwinProcess.RunAsync(environment, "verify");

        Assert.Equal(2, exitCode);
        Assert.Contains("Another program", output, StringComparison.Ordinal);
    }
}
