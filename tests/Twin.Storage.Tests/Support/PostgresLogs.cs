using Microsoft.Extensions.Logging.Abstractions;
using Twin.Model.Observations;
using Twin.Storage.Postgres;
using Twin.TestKit;

namespace Twin.Storage.Tests.Support;

/// <summary>The logs that silos of one test open on one database, and close with it.</summary>
internal sealed class PostgresLogs(string connectionString, TimeProvider clock) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> _open = new();

    public PostgresOptions Options { get; } = new() { ConnectionString = connectionString };

    public static async Task<PostgresLogs> CreateAsync(PostgresServer server, TimeProvider clock) =>
        new(await server.CreateDatabaseAsync(), clock);

    public PostgresObservationLog Open()
    {
        var database = PostgresDatabase.Open(Options);
        _open.Push(database);
        var log = PostgresObservationLog.Open(database, clock, NullLogger<PostgresObservationLog>.Instance);
        _open.Push(log);
        return log;
    }

    /// <summary>Every batch of the log, as another silo would read it.</summary>
    public async Task<List<LoggedBatch>> ReadAllAsync() => await AsyncList.OfAsync(Open().ReadAllAsync(0, default));

    public async ValueTask DisposeAsync()
    {
        while (_open.TryPop(out var open))
        {
            await open.DisposeAsync();
        }
    }
}
