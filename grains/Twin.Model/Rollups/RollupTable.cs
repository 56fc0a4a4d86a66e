using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>
/// The figures of one unit: for each indicator and period its own contribution and that of each unit directly below.
/// A contribution replaces the older one of the same contributor, so repeats and reordering change nothing, and the
/// totals are a function of the contributions alone. Not thread-safe: one grain owns it.
/// </summary>
/// <param name="unit">The unit.</param>
/// <param name="tree">The tree of units; the boundaries of a period are those of its last day.</param>
/// <param name="indicators">The catalogue.</param>
public sealed class RollupTable(AdministrativeUnitCode unit, AdministrativeTree tree, IndicatorCatalog indicators)
{
    private readonly SortedList<int, PeriodBlock> _blocks = [];
    private readonly Queue<PeriodBlock> _changedBlocks = new();
    private readonly HashSet<PeriodBlock> _inQueue = [];

    /// <summary>Whether totals have changed that nobody has taken yet.</summary>
    public bool HasChanges => _changedBlocks.Count > 0;

    /// <summary>Sets what the unit itself contributes; an older version changes nothing.</summary>
    public bool SetOwn(
        int indicator,
        TimePeriod period,
        in Aggregate aggregate,
        long version,
        Breakdown breakdown = default,
        AggregateContents? contents = null) =>
        Replace(Block(period), indicator, breakdown, 0, new AggregateSlot(aggregate, version), contents);

    /// <summary>What the unit itself contributes, when it ever reported.</summary>
    public bool TryGetOwn(int indicator, TimePeriod period, out AggregateSlot own)
    {
        own = default;
        return _blocks.TryGetValue(period.Key, out var block) && block.TryGetSlotOf(indicator, default, 0, out own);
    }

    /// <summary>The versions of all totals, added up: grows with every change.</summary>
    public long Versions => _blocks.Values.Sum(block => block.Versions);

    /// <summary>What the units directly below contribute to a total; empty where there is no row.</summary>
    public ReadOnlySpan<AggregateSlot> Below(int indicator, TimePeriod period) =>
        _blocks.TryGetValue(period.Key, out var block) ? block.Below(indicator) : default;

    /// <summary>Whether there is a row of that period.</summary>
    public bool HasPeriod(TimePeriod period) => _blocks.TryGetValue(period.Key, out var block) && block.RowCount > 0;

    /// <summary>
    /// Takes the contributions of a unit directly below; answers how many were new. Rows of an unknown indicator, and
    /// of a period in which that unit did not stand below this one, are left out.
    /// </summary>
    public int Receive(AdministrativeUnitCode child, ImmutableArray<VersionedAggregate> rows)
    {
        var replaced = 0;
        PeriodBlock? block = null;
        var slot = 0;
        foreach (ref readonly var row in rows.AsSpan())
        {
            if (block is null || block.Period != row.Period)
            {
                block = Block(row.Period);
                slot = block.TryGetSlot(child, out var found) ? found : 0;
            }

            if (slot > 0 && indicators.TryGetOrdinal(row.Indicator, out var indicator)
                && Replace(
                    block, indicator, row.Breakdown, slot, new AggregateSlot(row.Aggregate, row.Version), row.Contents))
            {
                replaced++;
            }
        }

        return replaced;
    }

    /// <summary>The total of an indicator and period; <c>false</c> when nothing was ever contributed.</summary>
    public bool TryGetTotal(
        int indicator, TimePeriod period, out AggregateSlot total, Breakdown breakdown = default)
    {
        total = default;
        return _blocks.TryGetValue(period.Key, out var block) && block.TryGetTotal(indicator, breakdown, out total);
    }

    /// <summary>The parts of which there are figures of an indicator and period, in order; not the total.</summary>
    public IEnumerable<Breakdown> Breakdowns(int indicator, TimePeriod period) =>
        _blocks.TryGetValue(period.Key, out var block) ? block.Breakdowns(indicator) : [];

    /// <summary>The total of an indicator and period and all parts of it, as they would be sent.</summary>
    public ImmutableArray<VersionedAggregate> Rows(int indicator, TimePeriod period)
    {
        if (!_blocks.TryGetValue(period.Key, out var block))
        {
            return [];
        }

        var builder = ImmutableArray.CreateBuilder<VersionedAggregate>();
        block.AddAll(indicator, builder);
        return builder.DrainToImmutable();
    }

    /// <summary>The periods with rows of an indicator, or of any when it is <c>null</c>, in order.</summary>
    public IEnumerable<TimePeriod> Periods(int? indicator) =>
        _blocks.Values.Where(b => indicator is { } one ? b.Has(one) : b.RowCount > 0).Select(b => b.Period);

    /// <summary>The indicators with a row in a period.</summary>
    public IEnumerable<int> Indicators(TimePeriod period) =>
        _blocks.TryGetValue(period.Key, out var block) ? block.Indicators : [];

    /// <summary>
    /// Takes changed totals that go to one upper unit (<c>null</c> at the root), at most <paramref name="limit"/>;
    /// fewer where what they are made of travels with them, so that no message grows without bound. What could not be
    /// delivered goes back by <see cref="GiveBack"/>.
    /// </summary>
    public bool TryTakeChanges(
        int limit, out AdministrativeUnitCode? upper, [NotNullWhen(true)] out ImmutableArray<VersionedAggregate>? rows)
    {
        upper = null;
        rows = null;
        if (!_changedBlocks.TryPeek(out var first))
        {
            return false;
        }

        upper = first.UpperUnit;
        var builder = ImmutableArray.CreateBuilder<VersionedAggregate>();
        var weight = 0;
        while (weight < limit && _changedBlocks.TryPeek(out var block) && block.UpperUnit == upper)
        {
            block.TakeChanges(limit, ref weight, builder);
            if (!block.HasChanges)
            {
                _changedBlocks.Dequeue();
                _inQueue.Remove(block);
            }
        }

        rows = builder.DrainToImmutable();
        return true;
    }

    /// <summary>Marks totals as changed again, because they did not arrive.</summary>
    public void GiveBack(ImmutableArray<VersionedAggregate> rows)
    {
        foreach (var row in rows)
        {
            if (_blocks.TryGetValue(row.Period.Key, out var block)
                && indicators.TryGetOrdinal(row.Indicator, out var indicator))
            {
                block.Return(indicator, row.Breakdown);
                Enqueue(block);
            }
        }
    }

    /// <summary>
    /// The versions of all totals of the periods in which that unit stood above, added up. The unit above holds none
    /// that is newer; so when what it holds adds up to the same, it holds the same.
    /// </summary>
    public long VersionsFor(AdministrativeUnitCode upper) =>
        _blocks.Values.Where(block => block.UpperUnit == upper).Sum(block => block.Versions);

    /// <summary>The versions of all that a unit directly below has contributed, added up.</summary>
    public long VersionsFrom(AdministrativeUnitCode child) =>
        _blocks.Values.Sum(block => block.TryGetSlot(child, out var slot) ? block.VersionsOf(slot) : 0);

    /// <summary>Marks all totals of the periods in which that unit stood above as changed again.</summary>
    public void GiveBackAll(AdministrativeUnitCode upper)
    {
        foreach (var block in _blocks.Values.Where(block => block.UpperUnit == upper && block.RowCount > 0))
        {
            block.ReturnAll();
            Enqueue(block);
        }
    }

    /// <summary>Lets no total of the periods in which that unit stood above count as changed: it has them.</summary>
    public void ForgetChanges(AdministrativeUnitCode upper)
    {
        for (var left = _changedBlocks.Count; left > 0; left--)
        {
            var block = _changedBlocks.Dequeue();
            if (block.UpperUnit == upper)
            {
                block.ForgetChanges();
                _inQueue.Remove(block);
            }
            else
            {
                _changedBlocks.Enqueue(block);
            }
        }
    }

    /// <summary>All totals of the periods in which that unit stood above; changes stay to be taken.</summary>
    public ImmutableArray<VersionedAggregate> All(AdministrativeUnitCode upper)
    {
        var wanted = _blocks.Values.Where(b => b.UpperUnit == upper).ToArray();
        var builder = ImmutableArray.CreateBuilder<VersionedAggregate>(wanted.Sum(b => b.RowCount));
        foreach (var block in wanted)
        {
            block.AddAll(builder);
        }

        return builder.DrainToImmutable();
    }

    private bool Replace(
        PeriodBlock block,
        int indicator,
        Breakdown breakdown,
        int slot,
        in AggregateSlot contribution,
        AggregateContents? contents)
    {
        var replaced = block.Replace(indicator, breakdown, slot, contribution, contents);
        if (replaced)
        {
            Enqueue(block);
        }

        return replaced;
    }

    private void Enqueue(PeriodBlock block)
    {
        if (_inQueue.Add(block))
        {
            _changedBlocks.Enqueue(block);
        }
    }

    private PeriodBlock Block(TimePeriod period)
    {
        if (!_blocks.TryGetValue(period.Key, out var block))
        {
            block = new PeriodBlock(period, tree.On(period.End), unit, indicators);
            _blocks.Add(period.Key, block);
        }

        return block;
    }
}
