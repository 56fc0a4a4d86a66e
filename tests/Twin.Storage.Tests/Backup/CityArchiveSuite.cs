using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Model.Vessels;
using Twin.Storage.Backup;
using Twin.Storage.Tests.Positions;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests.Backup;

/// <summary>What saving and restoring must do, whatever the city is kept in.</summary>
public abstract class CityArchiveSuite
{
    private static readonly byte[] Body = [1, 2, 3];
    private static readonly StateKey State = new("case", "file", "Hòa Long");
    private static readonly DateTimeOffset ChangedAt = new(2026, 11, 25, 8, 0, 0, 123, TimeSpan.Zero);
    private static readonly CityChange Change =
        new(1, "boundaries", "Nguyễn Thị Lan", ChangedAt, "Nghị quyết 1669", """{"tên":"Ngô Quyền"}""", null);

    private static readonly PositionBatch Boats = PositionExamples.Batch(7, 20);

    private static readonly IProgress<double> Silent = new Progress<double>();

    private protected ManualTimeProvider Clock { get; } = new();

    [SkippableFact]
    public async Task A_restored_city_is_the_one_that_was_saved()
    {
        await FillAsync();
        var saved = await ReadAsync();
        var file = await SaveAsync();

        await MakeEmptyAsync();
        var summary = (await ArchiveAsync()).Restore(new MemoryStream(file), replace: false, Silent, default);

        Assert.Equal((Clock.GetUtcNow(), saved[^1].LastSequence), (summary.CreatedAt, summary.Observations));
        await AssertRestoredAsync(saved);
    }

    [SkippableFact]
    public async Task A_city_moves_from_files_to_this_store_and_back()
    {
        using var files = new LogDirectory();
        await using (var log = files.Open())
        {
            await FillAsync(log);
            await log.Positions.AppendAsync(Boats, default);
        }

        await SqliteCityJournal.Open(files.JournalPath).AppendAsync(Change, default);
        var moved = new MemoryStream();
        files.Archive.Save(moved, Clock.GetUtcNow(), Silent, default);
        moved.Position = 0;
        (await ArchiveAsync()).Restore(moved, replace: false, Silent, default);
        var saved = await ReadAsync();
        var file = await SaveAsync();
        using var back = new LogDirectory();
        back.Archive.Restore(new MemoryStream(file), replace: false, Silent, default);

        await AssertRestoredAsync(saved);
        await using var returned = back.Open();
        AssertSame(saved, await AsyncList.OfAsync(returned.ReadAllAsync(0, default)));
        Assert.Equal(RequestClaim.Repeat, await returned.ClaimAsync("request", Body, default));
        var boats = Assert.Single(await AsyncList.OfAsync(returned.Positions.ReadAsync(Boats.Shard, 0, default)));
        Assert.Equal(Boats.Reports.AsEnumerable(), boats.Reports);
        Assert.Equal([Change], await SqliteCityJournal.Open(back.JournalPath).ReadAsync(0, default));
    }

    [SkippableFact]
    public async Task An_empty_city_is_saved_and_restored()
    {
        await using (await OpenAsync() as IAsyncDisposable)
        {
            // Only makes it.
        }

        var file = await SaveAsync();
        await MakeEmptyAsync();
        var summary = (await ArchiveAsync()).Restore(new MemoryStream(file), replace: false, Silent, default);

        Assert.Equal(0, summary.Observations);
        Assert.Empty(await ReadAsync());
    }

    [SkippableFact]
    public async Task A_city_is_saved_as_it_is_at_one_moment_while_reports_come_in()
    {
        var log = await OpenAsync();
        await using var closing = (IAsyncDisposable)log;
        await FillAsync(log);
        using var stop = new CancellationTokenSource();
        var writing = WriteUntilAsync(log, stop.Token);

        var file = await SaveAsync();
        await stop.CancelAsync();
        await writing;
        using var copy = new LogDirectory();
        var summary = copy.Archive.Restore(new MemoryStream(file), replace: false, Silent, default);

        await using var restored = copy.Open();
        Assert.Equal(summary.Observations, restored.Head);
        Assert.InRange(restored.Head, 1, log.Head);
    }

    private static async Task WriteUntilAsync(IObservationLog log, CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            // An append that has begun is let finish.
            await log.AppendAsync(Batches.Of(Batches.HongBang, count: 3), default);
        }
    }

    [SkippableFact]
    public async Task A_store_that_is_not_empty_is_replaced_only_when_told_to()
    {
        await FillAsync();
        var saved = await ReadAsync();
        var file = await SaveAsync();
        await using (var log = (IAsyncDisposable)await OpenAsync())
        {
            await ((IObservationLog)log).AppendAsync(Batches.Of(Batches.HongBang, "later"), default);
        }

        var archive = await ArchiveAsync();
        var refusal = Assert.Throws<BackupException>(
            () => archive.Restore(new MemoryStream(file), replace: false, Silent, default));
        Assert.Equal(saved.Count + 1, (await ReadAsync()).Count);
        archive.Restore(new MemoryStream(file), replace: true, Silent, default);

        Assert.Contains("not empty", refusal.Message, StringComparison.Ordinal);
        await AssertRestoredAsync(saved);
    }

    [SkippableFact]
    public async Task A_store_in_use_is_not_restored_into()
    {
        await using var log = (IAsyncDisposable)await OpenAsync();
        using var other = new LogDirectory();
        await using (var otherLog = other.Open())
        {
            await FillAsync(otherLog);
        }

        var file = new MemoryStream();
        other.Archive.Save(file, Clock.GetUtcNow(), Silent, default);
        file.Position = 0;
        var archive = await ArchiveAsync();

        Assert.Throws<BackupException>(() => archive.Restore(file, replace: true, Silent, default));

        Assert.Equal(0, ((IObservationLog)log).Head);
    }

    [SkippableTheory]
    [InlineData("cut off in the middle")]
    [InlineData("damaged near the end")]
    [InlineData("stopped on the way")]
    public async Task A_restore_that_fails_leaves_the_store_as_it_was(string how)
    {
        await FillAsync();
        var saved = await ReadAsync();
        var file = await SaveAsync();
        using var stop = new CancellationTokenSource();
        var progress = new StopAt(stop, how.StartsWith("stopped", StringComparison.Ordinal) ? 0.4 : 2);
        file = how.StartsWith("cut", StringComparison.Ordinal) ? file[..(file.Length / 2)] : file;
        file[^40] ^= how.StartsWith("damaged", StringComparison.Ordinal) ? (byte)1 : (byte)0;
        var archive = await ArchiveAsync();

        var failure = Record.Exception(
            () => archive.Restore(new MemoryStream(file), replace: true, progress, stop.Token));

        Assert.True(failure is BackupException or OperationCanceledException, $"{how}: {failure}");
        await AssertRestoredAsync(saved);
    }

    [SkippableFact]
    public async Task A_log_with_a_batch_missing_is_not_saved_as_whole()
    {
        await FillAsync();
        await DeleteFirstBatchAsync();

        var archive = await ArchiveAsync();
        var failure = Assert.Throws<BackupException>(
            () => archive.Save(new MemoryStream(), Clock.GetUtcNow(), Silent, default));

        Assert.Contains("sequence 1", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Every_table_of_the_store_is_saved_or_follows_from_those_that_are()
    {
        await FillAsync();

        var tables = await TablesAsync();

        Assert.Equal(
            BackupTable.All.Select(table => table.Name).Order(StringComparer.Ordinal),
            tables.Except(DerivedTables, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    /// <summary>Tables that a restore makes anew.</summary>
    private protected abstract string[] DerivedTables { get; }

    /// <summary>The tables that there are, by their names in a backup.</summary>
    private protected abstract Task<List<string>> TablesAsync();

    /// <summary>Opens the log of the store; the caller closes it.</summary>
    private protected abstract Task<IObservationLog> OpenAsync();

    /// <summary>The journal of the store.</summary>
    private protected abstract Task<ICityJournal> JournalAsync();

    /// <summary>The archive of the same store.</summary>
    private protected abstract Task<CityArchive> ArchiveAsync();

    /// <summary>Goes on with another store, which is empty.</summary>
    private protected abstract Task MakeEmptyAsync();

    /// <summary>Damages the store behind the log's back.</summary>
    private protected abstract Task DeleteFirstBatchAsync();

    private static async Task FillAsync(IObservationLog log)
    {
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            await log.AppendAsync(Batches.Random(random), default);
        }

        await log.AppendAsync(Batches.Of(Batches.QuanToan, "k\0ey", count: 20_000, value: 1.0 / 3), default);
        await log.ClaimAsync("request", Body, default);
        await StatesOf(log).WriteAsync(State, Body, null, default);
    }

    private static IStateStore StatesOf(IObservationLog log) => log switch
    {
        SqliteObservationLog sqlite => sqlite.States,
        PostgresObservationLog postgres => postgres.States,
        _ => throw new ArgumentException("It is another log.", nameof(log)),
    };

    private static void AssertSame(List<LoggedBatch> expected, List<LoggedBatch> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (one, other) in expected.Zip(actual))
        {
            Assert.Equal((one.FirstSequence, one.RecordedAt), (other.FirstSequence, other.RecordedAt));
            Batches.AssertSame(one.Batch, other.Batch);
        }
    }

    private async Task FillAsync()
    {
        var log = await OpenAsync();
        await using var closing = (IAsyncDisposable)log;
        await FillAsync(log);
        await (await JournalAsync()).AppendAsync(Change, default);
    }

    private async Task<List<LoggedBatch>> ReadAsync()
    {
        var log = await OpenAsync();
        await using var closing = (IAsyncDisposable)log;
        return await AsyncList.OfAsync(log.ReadAllAsync(0, default));
    }

    private async Task<byte[]> SaveAsync()
    {
        using var stream = new MemoryStream();
        (await ArchiveAsync()).Save(stream, Clock.GetUtcNow(), Silent, default);
        return stream.ToArray();
    }

    private async Task AssertRestoredAsync(List<LoggedBatch> saved)
    {
        var log = await OpenAsync();
        await using var closing = (IAsyncDisposable)log;
        AssertSame(saved, await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
        Assert.Equal(
            saved.Count(batch => batch.Batch.Unit == Batches.HongBang),
            (await AsyncList.OfAsync(log.ReadUnitAsync(Batches.HongBang, default))).Count);

        var state = await StatesOf(log).ReadAsync(State, default);
        Assert.Equal(Body, state?.Value.ToArray());
        var replaced = await StatesOf(log).WriteAsync(State, Body, state?.ETag, default);
        Assert.NotEqual(state?.ETag, Assert.IsType<StateChange.Applied>(replaced).ETag, StringComparer.Ordinal);
        Assert.Equal([Change], await (await JournalAsync()).ReadAsync(0, default));

        // Keys of batches and requests have come along, and numbers go on.
        var repeat = await log.AppendAsync(saved[^1].Batch, default);
        Assert.Equal((true, saved[^1].FirstSequence), (repeat.IsRepeat, repeat.FirstSequence));
        Assert.Equal(RequestClaim.Repeat, await log.ClaimAsync("request", Body, default));
        Assert.Equal(RequestClaim.Conflict, await log.ClaimAsync("request", new byte[] { 9 }, default));
        var next = await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 2), default);
        Assert.Equal(saved[^1].LastSequence + 1, next.FirstSequence);
    }

    private sealed class StopAt(CancellationTokenSource stop, double share) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                stop.Cancel();
            }
        }
    }
}
