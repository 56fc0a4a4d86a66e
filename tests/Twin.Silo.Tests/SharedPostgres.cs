using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The tests that share one throwaway server; each makes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";

    /// <summary>The variables with which the program keeps everything in an empty database of the server.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(PostgresServer server) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TWIN_POSTGRES"] = await server.CreateDatabaseAsync(),
        };
}
