using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Twin.Model.Units;

/// <summary>The tree of units as it stands from one day until it next changes. Immutable.</summary>
public sealed class TreeOfDate
{
    /// <summary>The tree before any unit stands.</summary>
    public static readonly TreeOfDate Empty = new(DateOnly.MinValue, []);

    private static readonly int LevelCount = Enum.GetValues<AdministrativeLevel>().Length;

    private readonly FrozenDictionary<string, AdministrativeUnit> _units;
    private readonly FrozenDictionary<string, ImmutableArray<AdministrativeUnit>> _children;
    private readonly FrozenDictionary<string, int[]> _countsByLevel;

    internal TreeOfDate(DateOnly from, IEnumerable<AdministrativeUnit> units)
    {
        From = from;
        Units = [.. units.OrderBy(u => u.Code)];
        _units = Units.ToFrozenDictionary(u => u.Code.Value, StringComparer.Ordinal);
        _children = Units.Where(u => u.UpperUnit is not null)
            .GroupBy(u => u.UpperUnit!.Value.Value, StringComparer.Ordinal) // Filtered on the line above.
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        Roots = [.. Units.Where(u => u.UpperUnit is not { } upper || !_units.ContainsKey(upper.Value))];
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var root in Roots)
        {
            CountByLevel(root, counts);
        }

        if (Units.FirstOrDefault(u => !counts.ContainsKey(u.Code.Value)) is { } unreached)
        {
            throw new ArgumentException(
                $"On {from:O} unit {unreached.Code} is in or below a ring of upper units.", nameof(units));
        }

        _countsByLevel = counts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The first day of this tree.</summary>
    public DateOnly From { get; }

    /// <summary>The units, by code.</summary>
    public ImmutableArray<AdministrativeUnit> Units { get; }

    /// <summary>The units with nothing above them.</summary>
    public ImmutableArray<AdministrativeUnit> Roots { get; }

    /// <summary>What a code stands for, or <c>null</c>.</summary>
    public AdministrativeUnit? Find(AdministrativeUnitCode code) => _units.GetValueOrDefault(code.Value);

    /// <summary>The units directly below, by code.</summary>
    public ImmutableArray<AdministrativeUnit> ChildrenOf(AdministrativeUnitCode code) =>
        _children.TryGetValue(code.Value, out var children) ? children : [];

    /// <summary>How many units of a level there are at or below a unit: who is expected to report.</summary>
    public int CountAtLevel(AdministrativeUnitCode code, AdministrativeLevel level) =>
        _countsByLevel.TryGetValue(code.Value, out var counts) ? counts[(int)level] : 0;

    /// <summary>The unit and all units above it, from the unit upwards; empty for an unknown code.</summary>
    public IEnumerable<AdministrativeUnit> PathUp(AdministrativeUnitCode code)
    {
        for (var unit = Find(code); unit is not null; unit = unit.UpperUnit is { } upper ? Find(upper) : null)
        {
            yield return unit;
        }
    }

    /// <summary>The unit and every unit below it, depth first, siblings by code; empty for an unknown code.</summary>
    public IEnumerable<AdministrativeUnit> SelfAndBelow(AdministrativeUnitCode code)
    {
        if (Find(code) is not { } unit)
        {
            yield break;
        }

        var pending = new Stack<AdministrativeUnit>();
        pending.Push(unit);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in ChildrenOf(next.Code).Reverse())
            {
                pending.Push(child);
            }
        }
    }

    private int[] CountByLevel(AdministrativeUnit unit, Dictionary<string, int[]> counts)
    {
        var own = new int[LevelCount];
        own[(int)unit.Level]++;
        foreach (var child in ChildrenOf(unit.Code))
        {
            var below = CountByLevel(child, counts);
            for (var level = 0; level < LevelCount; level++)
            {
                own[level] += below[level];
            }
        }

        counts[unit.Code.Value] = own;
        return own;
    }
}
