using Twin.Model.Observations;
using Twin.Model.Vessels;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests.Positions;

/// <summary>The suite in SQLite.</summary>
public sealed class SqlitePositionLogSuiteTests : PositionLogSuite, IAsyncLifetime, IDisposable
{
    private readonly LogDirectory _directory = new();
    private SqliteObservationLog? _log;

    public Task InitializeAsync() => Task.CompletedTask;

    // Called before Dispose.
    public Task DisposeAsync() => CloseAsync().AsTask();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_damaged_row_is_named_and_never_taken_for_something_else()
    {
        var (log, _) = await OpenAsync();
        await log.AppendAsync(PositionExamples.Batch(0, 5), default);
        await CloseAsync();
        _directory.Change("UPDATE position_batch SET recorded_at = recorded_at + 1");

        (log, _) = await OpenAsync();
        var failure = await Assert.ThrowsAsync<ObservationLogException>(
            () => AsyncList.OfAsync(log.ReadAsync(0, 0, default)));

        Assert.Contains("number 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_power_cut_leaves_has_every_acknowledged_report()
    {
        var (log, _) = await OpenAsync();
        await log.AppendAsync(PositionExamples.Batch(0, 5), default);

        using var copy = _directory.Copy();
        await using var after = copy.Open();

        Assert.Single(await AsyncList.OfAsync(after.Positions.ReadAsync(0, 0, default)));
    }

    private protected override Task<(IPositionLog Positions, IObservationLog Observations)> OpenAsync()
    {
        _log = LogDirectory.OpenWith(_directory.Options, Clock);
        return Task.FromResult<(IPositionLog, IObservationLog)>((_log.Positions, _log));
    }

    private protected override async Task<(IPositionLog Positions, IObservationLog Observations)> ReopenAsync()
    {
        await CloseAsync();
        return await OpenAsync();
    }

    private ValueTask CloseAsync() => _log?.DisposeAsync() ?? ValueTask.CompletedTask;
}
