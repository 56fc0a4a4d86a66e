using Twin.Model.Observations;
using Twin.Model.Vessels;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests.Positions;

/// <summary>The suite in PostgreSQL.</summary>
[Collection(SharedPostgres.Name)]
public sealed class PostgresPositionLogSuiteTests(PostgresServer server) : PositionLogSuite, IAsyncLifetime
{
    private PostgresLogs? _logs;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => CloseAsync();

    private protected override async Task<(IPositionLog Positions, IObservationLog Observations)> OpenAsync()
    {
        _logs ??= await PostgresLogs.CreateAsync(server, Clock);
        var log = _logs.Open();
        return (log.Positions, log);
    }

    private protected override async Task<(IPositionLog Positions, IObservationLog Observations)> ReopenAsync()
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
