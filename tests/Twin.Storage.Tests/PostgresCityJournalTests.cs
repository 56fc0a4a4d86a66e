using Twin.Model.Cities;
using Twin.Storage.Postgres;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>The suite in PostgreSQL: each journal has a connection to the database of its own, as a silo has.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresCityJournalTests(PostgresServer server) : CityJournalSuite, IAsyncLifetime
{
    private readonly Stack<PostgresDatabase> _open = new();
    private Task<string>? _database;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        while (_open.TryPop(out var database))
        {
            await database.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_server_that_is_away_is_told_of_without_the_password()
    {
        var journal = await OpenAsync();
        await DisposeAsync();

        var exception = await Assert.ThrowsAsync<CityJournalException>(
            async () => await journal.ReadAsync(0, default));

        Assert.Contains("could not be read", exception.Message, StringComparison.Ordinal);
    }

    private protected override async Task<ICityJournal> OpenAsync()
    {
        var database = PostgresDatabase.Open(
            new PostgresOptions { ConnectionString = await (_database ??= server.CreateDatabaseAsync()) });
        _open.Push(database);
        return new PostgresCityJournal(database);
    }
}
