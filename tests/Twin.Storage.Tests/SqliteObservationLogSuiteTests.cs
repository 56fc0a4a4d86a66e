using Twin.Model.Observations;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>The suite in SQLite.</summary>
public sealed class SqliteObservationLogSuiteTests : ObservationLogSuite, IAsyncLifetime, IDisposable
{
    private readonly LogDirectory _directory = new();
    private SqliteObservationLog? _log;

    public Task InitializeAsync() => Task.CompletedTask;

    // Called before Dispose.
    public Task DisposeAsync() => CloseAsync().AsTask();

    public void Dispose() => _directory.Dispose();

    private protected override Task<IObservationLog> OpenAsync()
    {
        _log = LogDirectory.OpenWith(_directory.Options, Clock);
        return Task.FromResult<IObservationLog>(_log);
    }

    private protected override async Task<IObservationLog> ReopenAsync()
    {
        await CloseAsync();
        return await OpenAsync();
    }

    private ValueTask CloseAsync() => _log?.DisposeAsync() ?? ValueTask.CompletedTask;
}
