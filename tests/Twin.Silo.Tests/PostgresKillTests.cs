using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The suite on PostgreSQL.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresKillTests(PostgresServer server) : KillSuite
{
    private protected override int Kills => 8;

    private protected override Task<IReadOnlyDictionary<string, string>> EnvironmentAsync() =>
        SharedPostgres.EnvironmentAsync(server);
}
