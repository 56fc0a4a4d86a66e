using System.Globalization;
using System.Text;
using Twin.Model.States;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

/// <summary>What every store of states must do, whatever it is kept in.</summary>
public abstract class StateStoreSuite
{
    private static readonly UTF8Encoding Utf8 = new();
    private static readonly StateKey Key = new("case", "file", "Hòa Long/1");

    public static TheoryData<string, StateKey> Neighbours => new()
    {
        { "another type", new StateKey("cases", "file", "Hòa Long/1") },
        { "another name", new StateKey("case", "files", "Hòa Long/1") },
        { "another key", new StateKey("case", "file", "Hoà Long/1") },
        { "other capitals", new StateKey("case", "file", "hòa long/1") },
    };

    [SkippableFact]
    public async Task What_was_never_written_is_not_there()
    {
        var store = await OpenAsync();

        Assert.Null(await store.ReadAsync(Key, default));
        Assert.Empty(await AsyncList.OfAsync(store.ReadAllAsync("case", "file", default)));
    }

    [SkippableFact]
    public async Task A_state_comes_back_as_it_was_written_also_after_a_restart()
    {
        var store = await OpenAsync();

        var etag = await WriteAsync(store, Key, "một");

        Assert.Equal(("một", etag), await ReadAsync(store, Key));
        Assert.Equal(("một", etag), await ReadAsync(await ReopenAsync(), Key));
    }

    [SkippableFact]
    public async Task An_empty_state_is_not_the_absence_of_one()
    {
        var store = await OpenAsync();

        var etag = await WriteAsync(store, Key, string.Empty);

        Assert.Equal((string.Empty, etag), await ReadAsync(store, Key));
    }

    [SkippableFact]
    public async Task The_largest_state_is_kept_and_a_larger_one_refused()
    {
        var store = await OpenAsync();
        var bytes = new byte[IStateStore.MaxValueBytes];
        bytes[^1] = 7;

        await store.WriteAsync(Key, bytes, null, default);

        var read = await store.ReadAsync(Key, default);
        Assert.True(read?.Value.Span.SequenceEqual(bytes));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await store.WriteAsync(Key, new byte[IStateStore.MaxValueBytes + 1], read?.ETag, default));
    }

    [SkippableTheory]
    [MemberData(nameof(Neighbours))]
    public async Task A_state_of_another_name_is_another_state(string name, StateKey neighbour)
    {
        var store = await OpenAsync();
        await WriteAsync(store, Key, "one");

        await WriteAsync(store, neighbour, "other");
        await store.ClearAsync(neighbour, null, default);

        Assert.True(await ReadAsync(store, Key) is ("one", _), name);
        Assert.Null(await store.ReadAsync(neighbour, default));
    }

    [SkippableFact]
    public async Task Who_has_not_seen_the_last_write_conflicts_and_changes_nothing()
    {
        var store = await OpenAsync();
        var first = await WriteAsync(store, Key, "first");
        var second = await WriteAsync(store, Key, "second", first);

        var unseen = await store.WriteAsync(Key, Bytes("blind"), null, default);
        var late = await store.WriteAsync(Key, Bytes("late"), first, default);
        var cleared = await store.ClearAsync(Key, first, default);
        var odd = await store.WriteAsync(Key, Bytes("odd"), "no tag of ours", default);

        Assert.All(
            new[] { unseen, late, cleared, odd },
            change => Assert.Equal(new StateChange.Conflict(second), change));
        Assert.Equal(("second", second), await ReadAsync(store, Key));
    }

    [SkippableFact]
    public async Task Who_has_seen_a_state_that_is_gone_conflicts()
    {
        var store = await OpenAsync();
        var etag = await WriteAsync(store, Key, "gone");
        await store.ClearAsync(Key, etag, default);

        Assert.Equal(new StateChange.Conflict(null), await store.WriteAsync(Key, Bytes("late"), etag, default));
        Assert.Equal(new StateChange.Conflict(null), await store.ClearAsync(Key, etag, default));
        Assert.Null(await store.ReadAsync(Key, default));
    }

    [SkippableFact]
    public async Task To_remove_what_nobody_has_seen_removes_whatever_is_there()
    {
        var store = await OpenAsync();
        await WriteAsync(store, Key, "unseen");

        Assert.Equal(new StateChange.Applied(null), await store.ClearAsync(Key, null, default));
        Assert.Equal(new StateChange.Applied(null), await store.ClearAsync(Key, null, default));
        Assert.Null(await store.ReadAsync(Key, default));
    }

    [SkippableFact]
    public async Task A_tag_never_comes_again_not_even_after_a_removal_and_a_restart()
    {
        var store = await OpenAsync();
        var first = await WriteAsync(store, Key, "first");
        await store.ClearAsync(Key, first, default);
        store = await ReopenAsync();

        var second = await WriteAsync(store, Key, "second");

        Assert.NotEqual(first, second, StringComparer.Ordinal);
        Assert.Equal(new StateChange.Conflict(second), await store.WriteAsync(Key, Bytes("late"), first, default));
    }

    [SkippableFact]
    public async Task Of_many_writers_that_have_seen_the_same_one_wins()
    {
        var store = await OpenAsync();
        var etag = await WriteAsync(store, Key, "base");

        var changes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            async () => await store.WriteAsync(Key, Bytes(Text(i)), etag, default))));

        var winner = Assert.Single(changes.Index(), pair => pair.Item is StateChange.Applied);
        var stored = await ReadAsync(store, Key);
        Assert.Equal((Text(winner.Index), winner.Item), (stored?.Text, new StateChange.Applied(stored?.ETag)));
    }

    [SkippableFact]
    public async Task Hundreds_of_writers_at_once_each_find_their_state()
    {
        var store = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(
            async () => await WriteAsync(store, new StateKey("case", "file", Text(i)), Text(i)))));

        var all = await AsyncList.OfAsync((await ReopenAsync()).ReadAllAsync("case", "file", default));
        Assert.Equal(500, all.Count);
        Assert.All(all, one => Assert.Equal(one.Key.Key, Utf8.GetString(one.State.Value.Span)));
    }

    [SkippableFact]
    public async Task All_states_of_a_type_and_name_come_by_key_and_no_others()
    {
        var store = await OpenAsync();
        string[] keys = ["z", "a", "á", "a/b", "Z", "10", "9"];
        foreach (var key in keys)
        {
            await WriteAsync(store, new StateKey("case", "file", key), key);
        }

        await WriteAsync(store, new StateKey("cases", "file", "b"), "b");
        await WriteAsync(store, new StateKey("case", "files", "b"), "b");

        var all = await AsyncList.OfAsync(store.ReadAllAsync("case", "file", default));

        Assert.Equal(["10", "9", "Z", "a", "a/b", "z", "á"], all.Select(one => one.Key.Key), StringComparer.Ordinal);
        Assert.All(all, one => Assert.Equal(one.Key.Key, Utf8.GetString(one.State.Value.Span)));
    }

    [SkippableFact]
    public async Task Of_large_states_all_come()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            await store.WriteAsync(new StateKey("case", "file", Text(i)), new byte[700_000], null, default);
        }

        var all = await AsyncList.OfAsync(store.ReadAllAsync("case", "file", default));

        Assert.Equal(["0", "1", "2", "3", "4"], all.Select(one => one.Key.Key), StringComparer.Ordinal);
    }

    [SkippableFact]
    public async Task A_cancelled_call_changes_nothing()
    {
        var store = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.WriteAsync(Key, Bytes("never"), null, cancelled.Token));

        Assert.Null(await store.ReadAsync(Key, default));
    }

    [Fact]
    public void A_name_has_no_empty_part_and_none_too_long()
    {
        var longest = new string('x', StateKey.MaxPartLength);

        Assert.Equal(longest, new StateKey("case", "file", longest).Key);
        Assert.Throws<ArgumentException>(() => new StateKey("case", "file", longest + "x"));
        Assert.Throws<ArgumentException>(() => new StateKey(string.Empty, "file", "a"));
        Assert.Throws<ArgumentException>(() => new StateKey("case", string.Empty, "a"));
        Assert.Throws<ArgumentException>(() => new StateKey("case", "file", string.Empty));
    }

    /// <summary>An empty store.</summary>
    private protected abstract Task<IStateStore> OpenAsync();

    /// <summary>The same store after a restart.</summary>
    private protected abstract Task<IStateStore> ReopenAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Utf8.GetBytes(text);

    private static async Task<string> WriteAsync(IStateStore store, StateKey key, string text, string? etag = null)
    {
        var change = await store.WriteAsync(key, Bytes(text), etag, default);
        return Assert.IsType<StateChange.Applied>(change).ETag
            ?? throw new InvalidOperationException($"The write of {key} has no tag.");
    }

    private static async Task<(string Text, string ETag)?> ReadAsync(IStateStore store, StateKey key) =>
        await store.ReadAsync(key, default) is { } state
            ? (Utf8.GetString(state.Value.Span), state.ETag)
            : null;
}
