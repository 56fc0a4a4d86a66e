using Twin.TestKit;

namespace Twin.Storage.Tests.Support;

/// <summary>The tests that share one throwaway server; each makes a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPostgres : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
