using Twin.Model.Observations;
using Twin.Model.Vessels;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests.Positions;

/// <summary>What every position log must do, whatever it is kept in.</summary>
public abstract class PositionLogSuite
{
    private protected ManualTimeProvider Clock { get; } = new();

    [SkippableFact]
    public async Task An_empty_log_has_nothing_to_read()
    {
        var (log, _) = await OpenAsync();

        Assert.Empty(await AsyncList.OfAsync(log.ReadAsync(0, 0, default)));
    }

    [SkippableFact]
    public async Task A_batch_comes_back_as_it_was_written_and_in_its_shard_alone()
    {
        var (log, _) = await OpenAsync();
        var batch = PositionExamples.Batch(5, 300);

        var receipt = await log.AppendAsync(batch, default);

        var logged = Assert.Single(await AsyncList.OfAsync(log.ReadAsync(5, 0, default)));
        Assert.Equal((receipt.Sequence, Clock.GetUtcNow()), (logged.Sequence, logged.RecordedAt));
        Assert.Equal(batch.Reports.AsEnumerable(), logged.Reports);
        Assert.Empty(await AsyncList.OfAsync(log.ReadAsync(6, 0, default)));
    }

    [SkippableFact]
    public async Task Batches_are_read_in_their_order_from_a_number_on()
    {
        var (log, _) = await OpenAsync();
        var receipts = new List<PositionReceipt>();
        for (var i = 0; i < 40; i++)
        {
            receipts.Add(await log.AppendAsync(PositionExamples.Batch(i % 2, 2_000, i), default));
        }

        var all = await AsyncList.OfAsync(log.ReadAsync(0, 0, default));
        var rest = await AsyncList.OfAsync(log.ReadAsync(0, receipts[20].Sequence, default));

        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), receipts.Select(receipt => receipt.Sequence));
        Assert.Equal(receipts.Where((_, i) => i % 2 == 0).Select(r => r.Sequence), all.Select(b => b.Sequence));
        Assert.Equal(all.Skip(11).Select(batch => batch.Sequence), rest.Select(batch => batch.Sequence));
    }

    [SkippableFact]
    public async Task The_end_of_what_was_recorded_before_an_instant_is_found()
    {
        var (log, _) = await OpenAsync();
        Assert.Equal(0, await log.FindEndBeforeAsync(Clock.GetUtcNow(), default));
        var times = new List<DateTimeOffset>();
        for (var i = 0; i < 20; i++)
        {
            times.Add(Clock.GetUtcNow());
            await log.AppendAsync(PositionExamples.Batch(i % 3, 2, i), default);
            await log.AppendAsync(PositionExamples.Batch(i % 3, 2, i), default);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await log.ReplaceAsync(
            0, [new LoggedPositions(1, times[0], []), new LoggedPositions(19, times[9], [])], default);

        for (var i = 0; i < times.Count; i++)
        {
            Assert.Equal(i * 2, await log.FindEndBeforeAsync(times[i], default));
            Assert.Equal((i * 2) + 2, await log.FindEndBeforeAsync(times[i].AddMilliseconds(1), default));
        }
    }

    [SkippableFact]
    public async Task Batches_can_be_thinned_and_stay_so_and_the_last_number_never_comes_again()
    {
        var (log, _) = await OpenAsync();
        var receipts = new List<PositionReceipt>();
        for (var i = 0; i < 4; i++)
        {
            receipts.Add(await log.AppendAsync(PositionExamples.Batch(2, 10, i), default));
        }

        var all = await AsyncList.OfAsync(log.ReadAsync(2, 0, default));
        await log.ReplaceAsync(
            2,
            [all[0] with { Reports = [] }, all[1] with { Reports = all[1].Reports[..3] }, all[3] with { Reports = [] }],
            default);
        // Another shard's batch is not touched by the number alone.
        await log.ReplaceAsync(3, [all[2] with { Reports = [] }], default);
        (log, _) = await ReopenAsync();

        var left = await AsyncList.OfAsync(log.ReadAsync(2, 0, default));
        Assert.Equal([2L, 3, 4], left.Select(batch => batch.Sequence));
        Assert.Equal(all[1].Reports[..3].AsEnumerable(), left[0].Reports);
        Assert.Equal(all[1].RecordedAt, left[0].RecordedAt);
        Assert.Equal(10, left[2].Reports.Length);
        Assert.Equal(5, (await log.AppendAsync(PositionExamples.Batch(2, 1), default)).Sequence);
    }

    [SkippableFact]
    public async Task Many_at_once_are_all_kept_and_share_commits()
    {
        var (log, observations) = await OpenAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(
            async () => await log.AppendAsync(PositionExamples.Batch(i % 8, 3, i), default))));
        await observations.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.Equal(500, receipts.Select(receipt => receipt.Sequence).Distinct().Count());
        var kept = 0;
        for (var shard = 0; shard < 8; shard++)
        {
            kept += (await AsyncList.OfAsync(log.ReadAsync(shard, 0, default))).Count;
        }

        Assert.Equal(500, kept);
        Assert.Equal(1, observations.Head);
    }

    [SkippableFact]
    public async Task What_was_acknowledged_is_there_after_reopening_and_numbers_go_on()
    {
        var (log, _) = await OpenAsync();
        await log.AppendAsync(PositionExamples.Batch(1, 10), default);

        (log, _) = await ReopenAsync();
        var next = await log.AppendAsync(PositionExamples.Batch(1, 10), default);

        Assert.Equal(2, next.Sequence);
        Assert.Equal(2, (await AsyncList.OfAsync(log.ReadAsync(1, 0, default))).Count);
    }

    [SkippableFact]
    public async Task A_cancelled_append_writes_nothing()
    {
        var (log, _) = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await log.AppendAsync(PositionExamples.Batch(0, 1), new CancellationToken(canceled: true)));

        Assert.Empty(await AsyncList.OfAsync(log.ReadAsync(0, 0, default)));
    }

    /// <summary>Opens the log, and the log of observations that it shares its commits with.</summary>
    private protected abstract Task<(IPositionLog Positions, IObservationLog Observations)> OpenAsync();

    /// <summary>Closes and opens it.</summary>
    private protected abstract Task<(IPositionLog Positions, IObservationLog Observations)> ReopenAsync();
}
