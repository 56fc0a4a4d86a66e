namespace Twin.Storage.Indexing;

/// <summary>
/// The durable batches that the index tables do not tell of yet. One writer adds; any thread may ask for a unit. Keys
/// are the writer's alone.
/// </summary>
internal sealed class IndexTail
{
    private readonly Lock _gate = new();
    private readonly List<IndexEntry> _entries = [];
    private readonly Dictionary<(string Key, string Unit), IndexEntry> _byKey = [];
    private readonly Dictionary<string, List<long>> _byUnit = new(StringComparer.Ordinal);
    private long _indexedTo;

    /// <summary>The entries, oldest first. For the writer.</summary>
    public IReadOnlyList<IndexEntry> Entries => _entries;

    /// <summary>The entry with this key and unit, or <c>null</c>. For the writer.</summary>
    public IndexEntry? Find(string key, string unit) => _byKey.GetValueOrDefault((key, unit));

    /// <summary>The unit's batches behind the index tables, and where those end.</summary>
    public UnitTail Of(string unit)
    {
        lock (_gate)
        {
            return new UnitTail(_indexedTo, _byUnit.TryGetValue(unit, out var sequences) ? [.. sequences] : []);
        }
    }

    /// <summary>Adds what a commit has made durable.</summary>
    public void Add(IReadOnlyList<IndexEntry> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                _entries.Add(entry);
                if (entry.Key is { } key)
                {
                    _byKey.Add((key, entry.Unit), entry);
                }

                if (!_byUnit.TryGetValue(entry.Unit, out var sequences))
                {
                    _byUnit.Add(entry.Unit, sequences = []);
                }

                sequences.Add(entry.FirstSequence);
            }
        }
    }

    /// <summary>Empties it: the index tables now tell of everything up to here.</summary>
    public void Clear(long indexedTo)
    {
        lock (_gate)
        {
            _indexedTo = indexedTo;
            _entries.Clear();
            _byKey.Clear();
            _byUnit.Clear();
        }
    }
}
