using System.Globalization;
using Twin.Model.States;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>States in the file of the log: shared commits, failures, and files of before them.</summary>
public sealed class SqliteStateStoreTests : IDisposable
{
    private static readonly StateKey Key = new("case", "file", "1");

    private readonly LogDirectory _directory = new();

    [Fact]
    public async Task States_and_observations_that_wait_together_share_one_commit()
    {
        var clock = new HeldClock();
        await using var log = LogDirectory.OpenWith(_directory.Options, clock);
        var held = clock.Hold();
        var first = log.States.WriteAsync(Key, new byte[1], null, default).AsTask();
        await held;

        var states = Enumerable.Range(0, 300)
            .Select(i => new StateKey("case", "file", $"of {i.ToString(CultureInfo.InvariantCulture)}"))
            .Select(key => log.States.WriteAsync(key, new byte[100], null, default).AsTask())
            .ToList();
        var receipt = log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask();
        clock.Release();
        await first;
        await Task.WhenAll(states);
        await receipt;

        Assert.Equal(2, log.Commits);
    }

    [Fact]
    public async Task While_another_program_locks_the_file_writes_fail_and_afterwards_they_work()
    {
        await using var log = _directory.Open();
        await using var otherProgram = _directory.Lock();

        var failure = await Assert.ThrowsAsync<StateStoreException>(
            async () => await log.States.WriteAsync(Key, new byte[1], null, default));
        await otherProgram.DisposeAsync();

        Assert.Contains("case/1/file", failure.Message, StringComparison.Ordinal);
        Assert.Contains("locked", failure.Message, StringComparison.Ordinal);
        Assert.IsType<StateChange.Applied>(await log.States.WriteAsync(Key, new byte[1], null, default));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        var clock = new HeldClock();
        var options = _directory.Options;
        options.QueueLimit = 1;
        await using var log = LogDirectory.OpenWith(options, clock);
        var held = clock.Hold();
        var taken = log.States.WriteAsync(Key, new byte[1], null, default).AsTask();
        await held;
        var waiting = log.States.ClearAsync(Key, null, default).AsTask();

        await Assert.ThrowsAsync<StateStoreException>(
            async () => await log.States.WriteAsync(Key, new byte[1], null, default));

        clock.Release();
        await taken;
        Assert.Equal(new StateChange.Applied(null), await waiting);
        Assert.Equal(1, log.Refusals);
    }

    [Fact]
    public async Task A_file_of_before_the_states_gets_their_table()
    {
        await using (var log = _directory.Open())
        {
            await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        }

        _directory.Change("DROP TABLE state");
        await using var reopened = _directory.Open();

        Assert.IsType<StateChange.Applied>(await reopened.States.WriteAsync(Key, new byte[1], null, default));
        Assert.Equal(1, reopened.Head);
    }

    [Fact]
    public async Task A_closed_store_refuses()
    {
        var log = _directory.Open();
        await log.DisposeAsync();

        await Assert.ThrowsAsync<StateStoreException>(
            async () => await log.States.WriteAsync(Key, new byte[1], null, default));
        await Assert.ThrowsAsync<StateStoreException>(async () => await log.States.ReadAsync(Key, default));
    }

    [Fact]
    public async Task Text_that_is_no_Unicode_is_refused()
    {
        await using var log = _directory.Open();

        var half = new StateKey("case", "file", "\ud800");

        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await log.States.WriteAsync(half, new byte[1], null, default));
    }

    public void Dispose() => _directory.Dispose();
}
