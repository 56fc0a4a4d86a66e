using Twin.Model.Observations;
using Twin.Storage.Tests.Support;
using Twin.TestKit;

namespace Twin.Storage.Tests;

/// <summary>What every observation log must do, whatever it is kept in.</summary>
public abstract class ObservationLogSuite
{
    private static readonly byte[] Body = [1, 2, 3];

    private protected ManualTimeProvider Clock { get; } = new();

    [SkippableFact]
    public async Task An_empty_log_has_head_zero_and_nothing_to_read()
    {
        var log = await OpenAsync();

        var all = await AsyncList.OfAsync(log.ReadAllAsync(0, default));
        var unit = await AsyncList.OfAsync(log.ReadUnitAsync(Batches.QuanToan, default));

        Assert.Equal(0, log.Head);
        Assert.Empty(all);
        Assert.Empty(unit);
    }

    [SkippableFact]
    public async Task Sequence_numbers_start_at_one_and_have_no_gap()
    {
        var log = await OpenAsync();

        var first = await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 3), default);
        var second = await log.AppendAsync(Batches.Of(Batches.HongBang), default);

        Assert.Equal((1, 3), (first.FirstSequence, first.LastSequence));
        Assert.Equal((4, 4), (second.FirstSequence, second.LastSequence));
        Assert.Equal(4, log.Head);
    }

    [SkippableFact]
    public async Task A_batch_comes_back_as_it_was_written()
    {
        var log = await OpenAsync();
        var batch = Batches.Random(new Random(7));

        var receipt = await log.AppendAsync(batch, default);

        var logged = Assert.Single(await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
        Assert.Equal(Clock.GetUtcNow(), logged.RecordedAt);
        Assert.Equal(receipt.LastSequence, logged.LastSequence);
        Batches.AssertSame(batch, logged.Batch);
    }

    [SkippableFact]
    public async Task A_batch_of_the_largest_size_is_kept_and_a_larger_or_empty_one_refused()
    {
        var log = await OpenAsync();
        var largest = Batches.Of(Batches.QuanToan, count: ObservationBatch.MaxObservations);
        var tooLarge = largest with { Observations = largest.Observations.Add(largest.Observations[0]) };

        var receipt = await log.AppendAsync(largest, default);

        await Assert.ThrowsAsync<ArgumentException>(async () => await log.AppendAsync(tooLarge, default));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await log.AppendAsync(largest with { Observations = [] }, default));
        Assert.Equal(ObservationBatch.MaxObservations, receipt.LastSequence);
        var logged = Assert.Single(await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
        Batches.AssertSame(largest, logged.Batch);
    }

    [SkippableFact]
    public async Task The_same_unit_and_key_count_once_and_get_the_first_receipt()
    {
        var log = await OpenAsync();

        var first = await log.AppendAsync(Batches.Of(Batches.QuanToan, "k", count: 2), default);
        Clock.Advance(TimeSpan.FromHours(1));
        var repeat = await log.AppendAsync(Batches.Of(Batches.QuanToan, "k", count: 2), default);

        Assert.Equal(first with { IsRepeat = true }, repeat);
        Assert.Equal(2, log.Head);
        Assert.Single(await AsyncList.OfAsync(log.ReadAllAsync(0, default)));
    }

    [SkippableFact]
    public async Task The_same_key_of_another_unit_or_no_key_at_all_is_another_batch()
    {
        var log = await OpenAsync();

        await log.AppendAsync(Batches.Of(Batches.QuanToan, "k"), default);
        var otherUnit = await log.AppendAsync(Batches.Of(Batches.HongBang, "k"), default);
        var noKey = await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        var noKeyAgain = await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.All([otherUnit, noKey, noKeyAgain], receipt => Assert.False(receipt.IsRepeat));
        Assert.Equal(4, log.Head);
    }

    [SkippableFact]
    public async Task Of_many_repeats_at_once_one_counts()
    {
        var log = await OpenAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, i % 2 == 0 ? "even" : "odd"), default))));

        Assert.Equal(2, log.Head);
        Assert.Equal(2, receipts.Count(receipt => !receipt.IsRepeat));
        Assert.Equal(2, receipts.Select(receipt => receipt.FirstSequence).Distinct().Count());
    }

    [SkippableFact]
    public async Task Concurrent_appends_get_numbers_without_gap_or_overlap()
    {
        var log = await OpenAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 1 + (i % 5)), default))));

        long next = 1;
        foreach (var receipt in receipts.OrderBy(receipt => receipt.FirstSequence))
        {
            Assert.Equal(next, receipt.FirstSequence);
            next = receipt.LastSequence + 1;
        }

        Assert.Equal(next - 1, log.Head);
    }

    [SkippableFact]
    public async Task A_claim_is_new_then_a_repeat_and_a_conflict_with_another_body()
    {
        var log = await OpenAsync();

        var first = await log.ClaimAsync("k", Body, default);
        var again = await log.ClaimAsync("k", Body, default);
        var other = await log.ClaimAsync("k", new byte[] { 1, 2, 4 }, default);
        var otherKey = await log.ClaimAsync("K", Body, default);

        Assert.Equal(
            [RequestClaim.New, RequestClaim.Repeat, RequestClaim.Conflict, RequestClaim.New],
            [first, again, other, otherKey]);
        Assert.Equal(0, log.Head);
    }

    [SkippableFact]
    public async Task Of_many_claims_at_once_one_is_new()
    {
        var log = await OpenAsync();

        var claims = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(
            async () => await log.ClaimAsync("k", Body, default))));

        Assert.Single(claims, RequestClaim.New);
        Assert.All(claims, claim => Assert.NotEqual(RequestClaim.Conflict, claim));
    }

    [SkippableFact]
    public async Task Reopening_finds_batches_keys_claims_and_head()
    {
        var log = await OpenAsync();
        var batch = Batches.Of(Batches.QuanToan, "k", count: 3);
        var receipt = await log.AppendAsync(batch, default);
        await log.ClaimAsync("request", Body, default);

        log = await ReopenAsync();

        Assert.Equal(3, log.Head);
        Assert.Equal(receipt with { IsRepeat = true }, await log.AppendAsync(batch, default));
        Assert.Equal(RequestClaim.Repeat, await log.ClaimAsync("request", Body, default));
        Assert.Equal(RequestClaim.Conflict, await log.ClaimAsync("request", new byte[] { 9 }, default));
        var next = await log.AppendAsync(Batches.Of(Batches.HongBang), default);
        Assert.Equal(4, next.FirstSequence);
        Assert.Equal(2, (await AsyncList.OfAsync(log.ReadAllAsync(0, default))).Count);
    }

    [SkippableFact]
    public async Task Recorded_times_never_go_back_though_the_clock_does_and_the_log_is_reopened()
    {
        var log = await OpenAsync();
        var first = await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Clock.Advance(TimeSpan.FromDays(-1));
        var second = await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        log = await ReopenAsync();
        var third = await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.Equal(first.RecordedAt, second.RecordedAt);
        Assert.Equal(first.RecordedAt, third.RecordedAt);
    }

    [SkippableTheory]
    [InlineData("from the start", 0, new long[] { 1, 4, 6 })]
    [InlineData("inside the first batch, which is given whole", 2, new long[] { 1, 4, 6 })]
    [InlineData("after the first batch", 3, new long[] { 4, 6 })]
    [InlineData("inside the second", 4, new long[] { 4, 6 })]
    [InlineData("before the last observation", 5, new long[] { 6 })]
    [InlineData("at the head", 6, new long[] { })]
    [InlineData("beyond the head", 7, new long[] { })]
    public async Task Reading_on_misses_nothing_after_the_number(string name, long after, long[] expected)
    {
        var log = await OpenAsync();
        await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 3), default);
        await log.AppendAsync(Batches.Of(Batches.HongBang, count: 2), default);
        await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        var read = await AsyncList.OfAsync(log.ReadAllAsync(after, default));

        Assert.True(expected.SequenceEqual(read.Select(batch => batch.FirstSequence)), name);
    }

    [SkippableFact]
    public async Task A_unit_is_read_in_order_and_alone()
    {
        var log = await OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            await log.AppendAsync(Batches.Of(i % 3 == 0 ? Batches.HongBang : Batches.QuanToan, value: i), default);
        }

        var read = await AsyncList.OfAsync(log.ReadUnitAsync(Batches.HongBang, default));

        Assert.Equal([0, 3, 6, 9, 12, 15, 18], read.Select(batch => batch.Batch.Observations[0].Value));
        Assert.All(read, batch => Assert.Equal(Batches.HongBang, batch.Batch.Unit));
    }

    [SkippableFact]
    public async Task A_reading_ends_where_the_head_was_when_it_began_and_stops_nobody()
    {
        var log = await OpenAsync();
        await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        await log.AppendAsync(Batches.Of(Batches.QuanToan), default);
        await using var reading = log.ReadAllAsync(0, default).GetAsyncEnumerator();
        Assert.True(await reading.MoveNextAsync());

        var during = await log.AppendAsync(Batches.Of(Batches.QuanToan), default);

        Assert.Equal(3, during.FirstSequence);
        Assert.True(await reading.MoveNextAsync());
        Assert.Equal(2, reading.Current.FirstSequence);
        Assert.False(await reading.MoveNextAsync());
    }

    [SkippableFact]
    public async Task A_reader_beside_writers_always_sees_a_whole_beginning()
    {
        var log = await OpenAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await log.AppendAsync(Batches.Of(Batches.QuanToan, count: 3), default);
            }
        })));

        long seen;
        do
        {
            var atLeast = log.Head;
            var read = await AsyncList.OfAsync(log.ReadAllAsync(0, default));
            seen = read.Count == 0 ? 0 : read[^1].LastSequence;
            Assert.True(seen >= atLeast);
            Assert.Equal(Enumerable.Range(0, read.Count).Select(i => (i * 3L) + 1), read.Select(b => b.FirstSequence));
        }
        while (seen < 1200);

        await writing;
    }

    [SkippableFact]
    public async Task A_cancelled_call_writes_nothing()
    {
        var log = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await log.AppendAsync(Batches.Of(Batches.QuanToan), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await log.ClaimAsync("k", Body, cancelled.Token));

        Assert.Equal(0, log.Head);
        Assert.Equal(RequestClaim.New, await log.ClaimAsync("k", Body, default));
    }

    /// <summary>Opens the test's own log.</summary>
    private protected abstract Task<IObservationLog> OpenAsync();

    /// <summary>Closes it and opens it again.</summary>
    private protected abstract Task<IObservationLog> ReopenAsync();
}
