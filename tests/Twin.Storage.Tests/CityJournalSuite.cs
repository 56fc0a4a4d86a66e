using Twin.Model.Cities;

namespace Twin.Storage.Tests;

/// <summary>What every journal of a city must do, whatever it is kept in.</summary>
public abstract class CityJournalSuite
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, 123, TimeSpan.Zero);

    [SkippableFact]
    public async Task An_empty_journal_has_nothing_to_read()
    {
        var journal = await OpenAsync();

        Assert.Empty(await journal.ReadAsync(0, default));
    }

    [SkippableFact]
    public async Task Entries_come_back_in_order_as_they_were_written_also_after_a_restart()
    {
        CityChange[] written =
        [
            Entry(1) with { By = "Nguyễn Thị Lan", Reason = "Nghị quyết 1669", Payload = """{"tên":"Ngô Quyền"}""" },
            Entry(2) with { Kind = CityChange.UndoKind, Undoes = 1, Payload = "{}" },
        ];
        var journal = await OpenAsync();
        foreach (var change in written)
        {
            Assert.True(await journal.AppendAsync(change, default));
        }

        Assert.Equal(written, await journal.ReadAsync(0, default));
        Assert.Equal(written, await (await OpenAsync()).ReadAsync(0, default));
        Assert.Equal([written[1]], await journal.ReadAsync(1, default));
        Assert.Empty(await journal.ReadAsync(2, default));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    public async Task An_entry_that_is_not_the_next_one_is_not_written(long sequence)
    {
        var journal = await OpenAsync();
        await journal.AppendAsync(Entry(1), default);

        Assert.False(await journal.AppendAsync(Entry(sequence) with { By = "another" }, default));

        Assert.Equal([Entry(1)], await journal.ReadAsync(0, default));
    }

    [SkippableFact]
    public async Task Of_two_who_append_the_same_number_one_is_told_that_it_was_first()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var first = await Task.WhenAll(journals.Select(
            (journal, i) => Task.Run(() => journal.AppendAsync(Entry(1) with { By = Name(i) }, default).AsTask())));

        var index = Assert.Single(first.Index(), one => one.Item).Index;
        Assert.Equal(Name(index), Assert.Single(await journals[0].ReadAsync(0, default)).By);
    }

    [SkippableFact]
    public async Task The_largest_payload_is_kept()
    {
        var large = Entry(1) with { Payload = new string('đ', CityChange.MaxPayloadLength) };
        var journal = await OpenAsync();

        await journal.AppendAsync(large, default);

        Assert.Equal(large, Assert.Single(await journal.ReadAsync(0, default)));
    }

    /// <summary>
    /// Opens the journal of this test, which is empty at first; as a second silo would, when it is open.
    /// </summary>
    private protected abstract Task<ICityJournal> OpenAsync();

    private static string Name(int silo) => FormattableString.Invariant($"silo {silo}");

    private static CityChange Entry(long sequence) => new(sequence, "boundaries", "Lan", At, "a test", "{}", null);
}
