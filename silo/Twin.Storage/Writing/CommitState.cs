using Twin.Model.Observations;
using Twin.Storage.Indexing;

namespace Twin.Storage.Writing;

/// <summary>What a commit adds while it is put together; thrown away when it fails.</summary>
internal sealed class CommitState(long head, long nowMilliseconds)
{
    private readonly List<IndexEntry> _entries = [];
    private readonly Dictionary<(string Key, string Unit), IndexEntry> _byKey = [];

    /// <summary>The last sequence number, this commit's included.</summary>
    public long Head { get; private set; } = head;

    /// <summary>When this commit takes in its batches, Unix milliseconds UTC.</summary>
    public long NowMilliseconds { get; } = nowMilliseconds;

    /// <summary>The batches of this commit.</summary>
    public IReadOnlyList<IndexEntry> Entries => _entries;

    /// <summary>The receipt of this commit's batch with that key and unit, or <c>null</c>.</summary>
    public AppendReceipt? Find(string key, string unit) => _byKey.TryGetValue((key, unit), out var entry)
        ? BatchIndex.Repeat(entry.FirstSequence, entry.LastSequence, entry.RecordedAtMilliseconds)
        : null;

    /// <summary>Counts a batch as written; the next one starts behind it.</summary>
    public AppendReceipt Add(string unit, string? key, int observations)
    {
        var entry = new IndexEntry(Head + 1, Head + observations, NowMilliseconds, unit, key);
        _entries.Add(entry);
        if (key is not null)
        {
            _byKey.Add((key, unit), entry);
        }

        Head = entry.LastSequence;
        return new AppendReceipt(
            entry.FirstSequence, Head, DateTimeOffset.FromUnixTimeMilliseconds(NowMilliseconds), IsRepeat: false);
    }
}
