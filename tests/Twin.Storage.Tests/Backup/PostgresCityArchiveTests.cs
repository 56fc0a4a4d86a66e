using Npgsql;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Storage.Backup;
using Twin.Storage.Postgres;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests.Backup;

/// <summary>The suite in PostgreSQL.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresCityArchiveTests(PostgresServer server) : CityArchiveSuite, IAsyncLifetime
{
    private readonly List<PostgresLogs> _logs = [];
    private PostgresDatabase? _database;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var logs in _logs)
        {
            await logs.DisposeAsync();
        }

        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private protected override string[] DerivedTables => ["schema", "log", "writer"];

    private protected override async Task<List<string>> TablesAsync()
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(
            "SELECT substr(tablename, 6) FROM pg_tables WHERE schemaname = 'public'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private protected override async Task<IObservationLog> OpenAsync() => (await LogsAsync()).Open();

    private protected override async Task<ICityJournal> JournalAsync()
    {
        await ArchiveAsync();
        return new PostgresCityJournal(_database!); // ArchiveAsync has opened it.
    }

    private protected override async Task<CityArchive> ArchiveAsync()
    {
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        _database = PostgresDatabase.Open((await LogsAsync()).Options);
        return new PostgresArchive(_database);
    }

    private protected override async Task MakeEmptyAsync() =>
        _logs.Add(await PostgresLogs.CreateAsync(server, Clock));

    private protected override async Task DeleteFirstBatchAsync()
    {
        await using var connection = await ConnectAsync();
        await using var delete = new NpgsqlCommand("DELETE FROM twin_batch WHERE first_sequence = 1", connection);
        await delete.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection((await LogsAsync()).Options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private async Task<PostgresLogs> LogsAsync()
    {
        if (_logs is [])
        {
            await MakeEmptyAsync();
        }

        return _logs[^1];
    }
}
