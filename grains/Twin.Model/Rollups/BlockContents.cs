namespace Twin.Model.Rollups;

/// <summary>
/// What the slots of a block are made of, kept apart from them: most rows need none of it. Rows that do are combined
/// when somebody reads them and not with every change, for that costs as many steps as there are values. Not
/// thread-safe.
/// </summary>
internal sealed class BlockContents
{
    private readonly Dictionary<(int Row, int Slot), AggregateContents> _ofSlots = [];
    private readonly HashSet<int> _stale = [];

    /// <summary>
    /// Puts what a slot is made of in the place of what it was made of, and lets its row be combined.
    /// </summary>
    public void Set(int row, int slot, AggregateContents? contents)
    {
        if (contents is null)
        {
            _ofSlots.Remove((row, slot));
        }
        else
        {
            _ofSlots[(row, slot)] = contents;
        }

        _stale.Add(row);
    }

    /// <summary>Whether a row must be combined before it is read; asked once it is taken to be.</summary>
    public bool TakeStale(int row) => _stale.Remove(row);

    /// <summary>What each slot of a row is made of.</summary>
    public AggregateContents?[] OfRow(int row, int slots)
    {
        var contents = new AggregateContents?[slots];
        for (var slot = 0; slot < slots; slot++)
        {
            contents[slot] = _ofSlots.GetValueOrDefault((row, slot));
        }

        return contents;
    }
}
