using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>
/// The rows of a roll-up table for one period, on the boundaries of that period's last day. A row is one indicator, or
/// one part of it: a slot for the unit's own contribution and one for each unit directly below, side by side in one
/// array. Where nothing stands below, the own slot is the sum of the row as well, and no second array is kept: most
/// units are such. What only parts need is kept apart: most indicators have none.
/// </summary>
internal sealed class PeriodBlock
{
    private readonly Dictionary<int, int> _rowOfIndicator = [];
    private readonly Dictionary<string, int> _slotOfChild;
    private readonly int _stride;
    private readonly IndicatorCatalog _catalog;
    private readonly List<int> _changedRows = [];
    private readonly long[] _versions;
    private AggregateSlot[] _slots = [];
    private AggregateSlot[] _totals = [];
    private int[] _indicators = [];
    private bool[] _isChanged = [];
    private Dictionary<(int Indicator, Breakdown Breakdown), int>? _rowOfPart;
    private Breakdown[]? _breakdowns;
    private BlockContents? _contents;

    public PeriodBlock(TimePeriod period, TreeOfDate tree, AdministrativeUnitCode unit, IndicatorCatalog catalog)
    {
        Period = period;
        _catalog = catalog;
        UpperUnit = tree.Find(unit)?.UpperUnit;
        var children = tree.ChildrenOf(unit);
        _stride = children.Length + 1;
        _versions = new long[_stride];
        _slotOfChild = new Dictionary<string, int>(children.Length, StringComparer.Ordinal);
        for (var i = 0; i < children.Length; i++)
        {
            _slotOfChild[children[i].Code.Value] = i + 1; // Slot 0 is the unit's own.
        }
    }

    public TimePeriod Period { get; }

    public AdministrativeUnitCode? UpperUnit { get; }

    public int RowCount => _rowOfIndicator.Count + (_rowOfPart?.Count ?? 0);

    public bool HasChanges => _changedRows.Count > 0;

    /// <summary>The versions of all totals, added up.</summary>
    public long Versions { get; private set; }

    public IReadOnlyCollection<int> Indicators => _rowOfIndicator.Keys;

    public bool Has(int indicator) => _rowOfIndicator.ContainsKey(indicator);

    /// <summary>The slot of a unit directly below; 0, the unit's own, never stands for a child.</summary>
    public bool TryGetSlot(AdministrativeUnitCode child, out int slot) =>
        _slotOfChild.TryGetValue(child.Value, out slot);

    /// <summary>The versions of one contributor's slots, added up.</summary>
    public long VersionsOf(int slot) => _versions[slot];

    /// <summary>The breakdowns of which there are rows of an indicator, in order.</summary>
    public IEnumerable<Breakdown> Breakdowns(int indicator) =>
        (_rowOfPart?.Keys ?? Enumerable.Empty<(int Indicator, Breakdown Breakdown)>())
        .Where(key => key.Indicator == indicator).Select(key => key.Breakdown).Order();

    public bool TryGetTotal(int indicator, Breakdown breakdown, out AggregateSlot total)
    {
        var found = TryFindRow(indicator, breakdown, out var row);
        total = found ? Total(row) : default;
        return found;
    }

    public bool TryGetSlotOf(int indicator, Breakdown breakdown, int slot, out AggregateSlot contribution)
    {
        var found = TryFindRow(indicator, breakdown, out var row);
        contribution = found ? _slots[(row * _stride) + slot] : default;
        return found && contribution.Version > 0;
    }

    /// <summary>The contributions of the units below to a total; empty where there is no row.</summary>
    public ReadOnlySpan<AggregateSlot> Below(int indicator) => TryFindRow(indicator, Breakdown.None, out var row)
        ? _slots.AsSpan((row * _stride) + 1, _stride - 1)
        : default;

    /// <summary>
    /// Replaces a contribution by a newer one and combines the row again; an older one changes nothing.
    /// </summary>
    public bool Replace(
        int indicator, Breakdown breakdown, int slot, in AggregateSlot contribution, AggregateContents? contents)
    {
        if (contribution.Version <= 0)
        {
            return false; // Nothing contributed yet: no reason for a row.
        }

        var row = GetOrAddRow(indicator, breakdown);
        ref var held = ref _slots[(row * _stride) + slot];
        if (contribution.Version <= held.Version)
        {
            return false;
        }

        var gained = contribution.Version - held.Version;
        held = contribution;
        _versions[slot] += gained;
        Versions += gained;
        var kind = _catalog[indicator].Aggregation;
        if (kind.CarriesContents() && (kind = _catalog[indicator].AggregationOf(breakdown)).CarriesContents())
        {
            (_contents ??= new BlockContents()).Set(row, slot, contents);
            if (_stride > 1)
            {
                _totals[row] = new AggregateSlot(default, _totals[row].Version + gained);
            }
        }
        else if (_stride > 1)
        {
            _totals[row] = new AggregateSlot(
                Aggregation.Combine(kind, _slots.AsSpan(row * _stride, _stride)), _totals[row].Version + gained);
        }

        MarkChanged(row);
        return true;
    }

    /// <summary>Marks a total as changed again.</summary>
    public void Return(int indicator, Breakdown breakdown)
    {
        if (TryFindRow(indicator, breakdown, out var row))
        {
            MarkChanged(row);
        }
    }

    /// <summary>Marks every total as changed again.</summary>
    public void ReturnAll()
    {
        for (var row = 0; row < RowCount; row++)
        {
            MarkChanged(row);
        }
    }

    /// <summary>
    /// Moves changed totals, oldest change first, into a list until it weighs <paramref name="limit"/>.
    /// </summary>
    /// <param name="limit">What the list may weigh: one for a row, and more where contents travel with it.</param>
    /// <param name="weight">What it weighs; a last row may be heavier than what is left.</param>
    /// <param name="into">The list.</param>
    public void TakeChanges(int limit, ref int weight, ImmutableArray<VersionedAggregate>.Builder into)
    {
        var taken = 0;
        while (taken < _changedRows.Count && weight < limit)
        {
            var row = _changedRows[taken++];
            _isChanged[row] = false;
            var versioned = ToVersioned(row);
            weight += 1 + (versioned.Contents?.RowWeight ?? 0);
            into.Add(versioned);
        }

        _changedRows.RemoveRange(0, taken);
    }

    /// <summary>Adds every total.</summary>
    public void AddAll(ImmutableArray<VersionedAggregate>.Builder into)
    {
        for (var row = 0; row < RowCount; row++)
        {
            into.Add(ToVersioned(row));
        }
    }

    /// <summary>Adds the total of one indicator and all parts of it.</summary>
    public void AddAll(int indicator, ImmutableArray<VersionedAggregate>.Builder into)
    {
        for (var row = 0; row < RowCount; row++)
        {
            if (_indicators[row] == indicator)
            {
                into.Add(ToVersioned(row));
            }
        }
    }

    /// <summary>Lets no total count as changed.</summary>
    public void ForgetChanges()
    {
        _isChanged.AsSpan().Clear();
        _changedRows.Clear();
    }

    private VersionedAggregate ToVersioned(int row)
    {
        var total = Total(row);
        return new VersionedAggregate(
            _catalog[_indicators[row]].Code,
            Period,
            total.Aggregate,
            total.Version,
            _breakdowns?[row] ?? default,
            ContentsOf(row, total.Aggregate));
    }

    /// <summary>What a total is made of; <c>null</c> where its aggregate says all.</summary>
    private AggregateContents? ContentsOf(int row, in Aggregate total)
    {
        var indicator = _catalog[_indicators[row]];
        if (_contents is null || total.Reported == 0
            || !indicator.AggregationOf(_breakdowns?[row] ?? default).CarriesContents()
            || (indicator.Aggregation.IsOrderStatistic() && total.Reported == 1))
        {
            return null;
        }

        return Combine(indicator, row).Contents;
    }

    private (Aggregate Aggregate, AggregateContents? Contents) Combine(Indicator indicator, int row) =>
        ContentsAggregation.Combine(
            indicator, _slots.AsSpan(row * _stride, _stride), _contents?.OfRow(row, _stride) ?? []);

    private AggregateSlot Total(int row)
    {
        if (_stride > 1)
        {
            if (_contents?.TakeStale(row) == true)
            {
                _totals[row] = _totals[row] with
                {
                    Aggregate = Combine(_catalog[_indicators[row]], row).Aggregate,
                };
            }

            return _totals[row];
        }

        // A value taken back keeps its result time in the slot, to be held against the next; as a total it is nothing.
        var own = _slots[row];
        return own.Aggregate.Reported == 0 ? new AggregateSlot(Aggregate.None, own.Version) : own;
    }

    private void MarkChanged(int row)
    {
        if (!_isChanged[row])
        {
            _isChanged[row] = true;
            _changedRows.Add(row);
        }
    }

    private bool TryFindRow(int indicator, Breakdown breakdown, out int row)
    {
        row = 0;
        return breakdown.IsNone
            ? _rowOfIndicator.TryGetValue(indicator, out row)
            : _rowOfPart?.TryGetValue((indicator, breakdown), out row) == true;
    }

    private int GetOrAddRow(int indicator, Breakdown breakdown)
    {
        var next = RowCount;
        bool exists;
        ref var row = ref breakdown.IsNone
            ? ref CollectionsMarshal.GetValueRefOrAddDefault(_rowOfIndicator, indicator, out exists)
            : ref CollectionsMarshal.GetValueRefOrAddDefault(_rowOfPart ??= [], (indicator, breakdown), out exists);
        if (exists)
        {
            return row;
        }

        row = next;
        Grow(next);
        _indicators[next] = indicator;
        if (!breakdown.IsNone)
        {
            _breakdowns ??= new Breakdown[_indicators.Length];
            _breakdowns[next] = breakdown;
        }

        return next;
    }

    private void Grow(int row)
    {
        if (row < _indicators.Length)
        {
            return;
        }

        // Doubling, but without parts never past what there can be: a row for each indicator of the catalogue.
        const int FirstRows = 16;
        var most = _rowOfPart is null ? Math.Max(row + 1, _catalog.Items.Length) : int.MaxValue;
        var rows = Math.Min(Math.Max(FirstRows, _indicators.Length * 2), most);
        Array.Resize(ref _indicators, rows);
        Array.Resize(ref _isChanged, rows);
        Array.Resize(ref _slots, rows * _stride);
        if (_breakdowns is not null)
        {
            Array.Resize(ref _breakdowns, rows);
        }

        if (_stride > 1)
        {
            Array.Resize(ref _totals, rows);
        }
    }
}
