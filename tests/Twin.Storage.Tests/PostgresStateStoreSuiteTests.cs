using Twin.Model.States;
using Twin.Storage.Postgres;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>The suite in PostgreSQL.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresStateStoreSuiteTests(PostgresServer server) : StateStoreSuite, IAsyncLifetime
{
    private PostgresLogs? _logs;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await (_logs?.DisposeAsync() ?? ValueTask.CompletedTask);

    [SkippableFact]
    public async Task A_name_that_no_index_takes_is_refused_and_fails_nobody()
    {
        var store = await OpenAsync();
        var part = new string('đ', PostgresStateStore.MaxNameBytes / 4); // Two bytes each.
        var name = new StateKey("case", part, part);

        await Assert.ThrowsAsync<ArgumentException>(
            async () => await store.WriteAsync(name, new byte[1], null, default));
    }

    private protected override async Task<IStateStore> OpenAsync()
    {
        _logs ??= await PostgresLogs.CreateAsync(server, TimeProvider.System);
        return _logs.Open().States;
    }

    private protected override async Task<IStateStore> ReopenAsync()
    {
        await DisposeAsync();
        return await OpenAsync();
    }
}
