using Twin.Model.Observations;
using Twin.Storage.Sqlite;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>Disks that are full, files that are locked, and what cannot be foreseen.</summary>
public sealed class SqliteFailureTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    [Fact]
    public async Task On_a_full_disk_appends_fail_whole_and_all_before_them_stays()
    {
        var options = _directory.Options;
        options.MaxFileBytes = 256 * 1024;
        long head;
        await using (var log = _directory.Open(options))
        {
            ObservationLogException? failure = null;
            for (var i = 0; failure is null; i++)
            {
                try
                {
                    await log.AppendAsync(Large(i), default);
                }
                catch (ObservationLogException exception)
                {
                    failure = exception;
                }
            }

            head = log.Head;
            Assert.True(head > 0);
            Assert.Null(log.Fault);
            Assert.Equal(head, (await AsyncList.OfAsync(log.ReadAllAsync(0, default)))[^1].LastSequence);
        }

        await using var larger = _directory.Open();
        var index = (int)(head / Large(0).Observations.Length);
        var receipt = await larger.AppendAsync(Large(index), default);

        Assert.False(receipt.IsRepeat);
        Assert.Equal(head + 1, receipt.FirstSequence);
        Assert.Equal(receipt.LastSequence, (await AsyncList.OfAsync(larger.ReadAllAsync(0, default)))[^1].LastSequence);
    }

    [Fact]
    public async Task While_another_program_locks_the_file_appends_fail_and_afterwards_they_work()
    {
        await using var log = _directory.Open();
        await using var otherProgram = _directory.Lock();

        var failure = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, "k"), default));
        await otherProgram.DisposeAsync();
        var receipt = await log.AppendAsync(Batches.Of(Batches.QuanToan, "k"), default);

        Assert.Contains("locked", failure.Message, StringComparison.Ordinal);
        Assert.Equal(new AppendReceipt(1, 1, _directory.Clock.GetUtcNow(), IsRepeat: false), receipt);
    }

    [Fact]
    public async Task An_indicator_first_seen_in_a_failed_commit_is_kept_with_the_next()
    {
        await using (var log = _directory.Open())
        {
            await using var otherProgram = _directory.Lock();
            await Assert.ThrowsAsync<ObservationLogException>(
                async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 5), default));
            await otherProgram.DisposeAsync();
            await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 2), default);
        }

        await using var reopened = _directory.Open();
        await reopened.AppendAsync(Batches.Of(Batches.QuanToan, count: 5), default);

        var read = await AsyncList.OfAsync(reopened.ReadAllAsync(0, default));
        Assert.Equal([2, 5], read.Select(batch => batch.Batch.Observations.Length));
        Batches.AssertSame(Batches.Of(Batches.QuanToan, count: 5), read[1].Batch);
    }

    [Fact]
    public async Task After_a_failure_that_nobody_foresaw_the_log_refuses_until_it_is_opened_again()
    {
        var clock = new HeldClock();
        var log = LogDirectory.OpenWith(_directory.Options, clock);
        await log.AppendAsync(Batches.Of(Batches.QuanToan, "before"), default);

        clock.FailWith(new InvalidOperationException("The disk is on fire."));
        await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, "during"), default));
        clock.FailWith(null);
        var refusal = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, "after"), default));

        Assert.Contains("on fire", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(log.Fault);
        Assert.Single(await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
        await log.DisposeAsync();
        await using var reopened = _directory.Open();
        Assert.Equal(2, (await reopened.AppendAsync(Batches.Of(Batches.QuanToan, "during"), default)).FirstSequence);
    }

    [Theory]
    [InlineData("SQLITE_FULL: the disk has no room", 13, true)]
    [InlineData("SQLITE_BUSY: another program holds the lock", 5, true)]
    [InlineData("SQLITE_NOMEM: memory is short", 7, true)]
    [InlineData("SQLITE_IOERR: a sync or write failed", 10, false)]
    [InlineData("SQLITE_CORRUPT: the file is damaged", 11, false)]
    [InlineData("SQLITE_READONLY: the file cannot be written", 8, false)]
    [InlineData("SQLITE_CONSTRAINT: a sequence number is taken", 19, false)]
    public void Only_failures_that_leave_the_file_sound_are_survived(string name, int code, bool isRecoverable) =>
        Assert.True(SqliteGroupStore.IsRecoverable(code) == isRecoverable, name);

    public void Dispose() => _directory.Dispose();

    private static ObservationBatch Large(int i) =>
        Batches.Of(Batches.QuanToan, FormattableString.Invariant($"large-{i}"), count: 2000, value: 1.0 / 3);
}
