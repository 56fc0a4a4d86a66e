using Twin.Model.Observations;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>What is SQLite's own: commits, files, limits, failures.</summary>
public sealed class SqliteObservationLogTests : IDisposable
{
    // More batches than the index tables take at once, so that both they and the tail hold some.
    private const int BeyondOneIndexing = 4500;

    private readonly LogDirectory _directory = new();

    [Fact]
    public async Task All_that_waits_shares_one_commit()
    {
        var clock = new HeldClock();
        await using var log = LogDirectory.OpenWith(_directory.Options, clock);
        var held = clock.Hold();
        var first = log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask();
        await held;

        var others = Enumerable.Range(0, 63)
            .Select(_ => log.AppendAsync(Batches.Of(Batches.HongBang), default).AsTask())
            .ToArray();
        clock.Release();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(2, log.Commits);
        Assert.Equal(64, log.Head);
    }

    [Fact]
    public async Task A_commit_takes_no_more_batches_than_its_limit()
    {
        var clock = new HeldClock();
        var options = _directory.Options;
        options.MaxBatchesPerCommit = 10;
        await using var log = LogDirectory.OpenWith(options, clock);
        var held = clock.Hold();
        var first = log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask();
        await held;

        var others = Enumerable.Range(0, 21)
            .Select(_ => log.AppendAsync(Batches.Of(Batches.HongBang), default).AsTask())
            .ToArray();
        clock.Release();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(1 + 3, log.Commits);
    }

    [Fact]
    public async Task What_waits_can_be_withdrawn_and_what_is_taken_completes()
    {
        var clock = new HeldClock();
        await using var log = LogDirectory.OpenWith(_directory.Options, clock);
        using var cancellation = new CancellationTokenSource();
        var held = clock.Hold();
        var taken = log.AppendAsync(Batches.Of(Batches.QuanToan, value: 1), cancellation.Token).AsTask();
        await held;
        var waiting = log.AppendAsync(Batches.Of(Batches.QuanToan, value: 2), cancellation.Token).AsTask();
        var other = log.AppendAsync(Batches.Of(Batches.QuanToan, value: 3), default).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        clock.Release();
        var receipt = await taken;
        await other;

        Assert.Equal(1, receipt.FirstSequence);
        Assert.Equal(2, log.Head);
        var read = await AsyncList.OfAsync(log.ReadAllAsync(0, default));
        Assert.Equal([1, 3], read.Select(batch => batch.Batch.Observations[0].Value));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_takes_again_when_it_is_empty()
    {
        var clock = new HeldClock();
        var options = _directory.Options;
        options.QueueLimit = 2;
        await using var log = LogDirectory.OpenWith(options, clock);
        var held = clock.Hold();
        var taken = log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask();
        await held;
        Task[] waiting =
        [
            taken,
            log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask(),
            log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask(),
        ];

        var refusal = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan), default));
        clock.Release();
        await Task.WhenAll(waiting);
        await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.Equal(1, log.Refusals);
        Assert.Contains("busy", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, log.Head);
    }

    [Fact]
    public async Task A_queue_full_of_bytes_refuses_too()
    {
        var clock = new HeldClock();
        var options = _directory.Options;
        options.QueueBytesLimit = 1;
        await using var log = LogDirectory.OpenWith(options, clock);
        var held = clock.Hold();
        var taken = log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask();
        await held;
        var alone = log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask();

        await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan), default));

        clock.Release();
        await Task.WhenAll(taken, alone);
        Assert.Equal(2, log.Head);
    }

    [Fact]
    public async Task Units_and_keys_are_found_in_the_index_tables_and_behind_them()
    {
        await using (var log = _directory.Open())
        {
            await AppendKeyedAsync(log, BeyondOneIndexing);
            await AssertKeyedAsync(log, BeyondOneIndexing);
        }

        await using var reopened = _directory.Open();
        await AssertKeyedAsync(reopened, BeyondOneIndexing);
    }

    [Fact]
    public async Task Lost_index_tables_are_rebuilt_from_the_batches()
    {
        await using (var log = _directory.Open())
        {
            await AppendKeyedAsync(log, BeyondOneIndexing);
        }

        _directory.Change("DELETE FROM batch_of_unit; DELETE FROM batch_of_key; UPDATE log_info SET indexed_to = 0");
        await using (var log = _directory.Open())
        {
            await AssertKeyedAsync(log, BeyondOneIndexing);
        }

        await using var reopened = _directory.Open();
        await AssertKeyedAsync(reopened, BeyondOneIndexing);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_without_a_close()
    {
        await using var log = _directory.Open();
        await AppendKeyedAsync(log, BeyondOneIndexing);

        using var copy = _directory.Copy();
        await using var recovered = copy.Open();

        await AssertKeyedAsync(recovered, BeyondOneIndexing);
    }

    [Fact]
    public async Task Closing_writes_what_waits_and_leaves_one_file()
    {
        var log = _directory.Open();
        var waiting = Enumerable.Range(0, 100)
            .Select(_ => log.AppendAsync(Batches.Of(Batches.QuanToan), default).AsTask())
            .ToArray();

        await log.DisposeAsync();

        await Task.WhenAll(waiting);
        Assert.False(File.Exists(_directory.Path + "-wal"));
        await Assert.ThrowsAsync<ObservationLogException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan), default));
        await Assert.ThrowsAsync<ObservationLogException>(
            async () => await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
        await log.DisposeAsync();
    }

    [Fact]
    public async Task A_second_opener_is_refused_until_the_first_closes()
    {
        var log = _directory.Open();

        var refusal = Assert.Throws<ObservationLogException>(_directory.Open);
        await log.DisposeAsync();
        await using var second = _directory.Open();

        Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, second.Head);
    }

    [Fact]
    public async Task A_missing_directory_is_made()
    {
        var options = _directory.Options;
        options.Path = Path.Combine(Path.GetDirectoryName(_directory.Path)!, "Hải Phòng", "dữ liệu", "log.db");

        await using var log = _directory.Open(options);
        await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.True(File.Exists(options.Path));
    }

    [Theory]
    [InlineData("a newer schema", "UPDATE log_info SET schema_version = 2", "schema version 2")]
    [InlineData("another program's database", "PRAGMA application_id = 7", "not an observation log")]
    [InlineData("an indicator changed", "UPDATE indicator SET code = 'OTHER' WHERE id = 1", "indicator table")]
    [InlineData("an indicator missing", "DELETE FROM indicator WHERE id = 1", "indicator table")]
    public async Task A_file_that_cannot_be_trusted_is_refused(string name, string change, string reason)
    {
        await using (var log = _directory.Open())
        {
            await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 2), default);
        }

        _directory.Change(change);
        var refusal = Assert.Throws<ObservationLogException>(_directory.Open);

        Assert.True(refusal.Message.Contains(reason, StringComparison.Ordinal), $"{name}: {refusal.Message}");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Quán Toan;58,6\r\n", 100));
        File.WriteAllText(_directory.Path, text);

        Assert.Throws<ObservationLogException>(_directory.Open);

        Assert.Equal(text, File.ReadAllText(_directory.Path));
    }

    [Theory]
    [InlineData("observations = substr(observations, 1, length(observations) - 1)")]
    [InlineData("observations = x''")]
    [InlineData("unit = '11297'")]
    [InlineData("reporter = reporter || 'x'")]
    [InlineData("reporter = '', idempotency_key = reporter || idempotency_key")]
    [InlineData("idempotency_key = NULL")]
    [InlineData("recorded_at = recorded_at + 1")]
    [InlineData("checksum = checksum + 1")]
    public async Task A_damaged_row_is_named_by_its_sequence_and_the_rest_can_be_read(string change)
    {
        await using (var log = _directory.Open())
        {
            await log.AppendAsync(Batches.Of(Batches.HongBang, "a", count: 3), default);
            await log.AppendAsync(Batches.Of(Batches.QuanToan, "b", count: 3), default);
            await log.AppendAsync(Batches.Of(Batches.HongBang, "c"), default);
        }

        _directory.Change($"UPDATE batch SET {change} WHERE first_sequence = 4");
        await using var reopened = _directory.Open();
        var failure = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await AsyncList.OfAsync(reopened.ReadAllAsync(0, default)));

        Assert.Contains("sequence 4", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await AsyncList.OfAsync(reopened.ReadUnitAsync(Batches.HongBang, default))).Count);
        Assert.Single(await AsyncList.OfAsync(reopened.ReadAllAsync(6, default)));
    }

    [Fact]
    public async Task A_missing_row_is_noticed()
    {
        await using (var log = _directory.Open())
        {
            await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 3), default);
            await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 3), default);
            await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        }

        _directory.Change("DELETE FROM batch WHERE first_sequence = 4");
        await using var reopened = _directory.Open();

        var all = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await AsyncList.OfAsync(reopened.ReadAllAsync(0, default)));
        var unit = await Assert.ThrowsAsync<ObservationLogException>(
            async () => await AsyncList.OfAsync(reopened.ReadUnitAsync(Batches.QuanToan, default)));
        Assert.All([all, unit], failure => Assert.Contains("sequence 4", failure.Message, StringComparison.Ordinal));
    }

    public void Dispose() => _directory.Dispose();

    private static async Task AppendKeyedAsync(SqliteObservationLog log, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(i => log.AppendAsync(Keyed(i), default).AsTask()));

    private static async Task AssertKeyedAsync(SqliteObservationLog log, int count)
    {
        Assert.Equal(count, log.Head);
        foreach (var i in new[] { 0, 1, 4095, 4096, count - 1 })
        {
            var repeat = await log.AppendAsync(Keyed(i), default);
            Assert.True(repeat.IsRepeat);
            Assert.Equal(i + 1, repeat.FirstSequence);
        }

        var unit = await AsyncList.OfAsync(log.ReadUnitAsync(Batches.HongBang, default));
        Assert.Equal(
            Enumerable.Range(0, (count + 1) / 2).Select(i => i * 2.0),
            unit.Select(batch => batch.Batch.Observations[0].Value));
        Assert.Equal(count, (await AsyncList.OfAsync(log.ReadAllAsync(0, default))).Count);
    }

    private static ObservationBatch Keyed(int i) => Batches.Of(
        i % 2 == 0 ? Batches.HongBang : Batches.QuanToan, FormattableString.Invariant($"key-{i}"), value: i);
}
