using Twin.Model.Observations;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>The suite in PostgreSQL.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresObservationLogSuiteTests(PostgresServer server) : ObservationLogSuite, IAsyncLifetime
{
    private PostgresLogs? _logs;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => CloseAsync();

    private protected override async Task<IObservationLog> OpenAsync()
    {
        _logs ??= await PostgresLogs.CreateAsync(server, Clock);
        return _logs.Open();
    }

    private protected override async Task<IObservationLog> ReopenAsync()
    {
        await CloseAsync();
        return await OpenAsync();
    }

    private async Task CloseAsync()
    {
        if (_logs is not null)
        {
            await _logs.DisposeAsync();
        }
    }
}
