using Twin.Model.States;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>The suite in SQLite.</summary>
public sealed class SqliteStateStoreSuiteTests : StateStoreSuite, IAsyncLifetime, IDisposable
{
    private readonly LogDirectory _directory = new();
    private SqliteObservationLog? _log;

    public Task InitializeAsync() => Task.CompletedTask;

    // Called before Dispose.
    public Task DisposeAsync() => CloseAsync().AsTask();

    public void Dispose() => _directory.Dispose();

    private protected override Task<IStateStore> OpenAsync()
    {
        _log = _directory.Open();
        return Task.FromResult(_log.States);
    }

    private protected override async Task<IStateStore> ReopenAsync()
    {
        await CloseAsync();
        return await OpenAsync();
    }

    private ValueTask CloseAsync() => _log?.DisposeAsync() ?? ValueTask.CompletedTask;
}
