namespace Twin.Geo.Repair;

/// <summary>Which units are below which. Immutable.</summary>
internal sealed class CoverageTree
{
    private readonly Dictionary<string, CoverageUnit> _units;
    private readonly Dictionary<string, HashSet<string>> _leaves = new(StringComparer.Ordinal);
    private readonly HashSet<string> _uppers;

    public CoverageTree(IReadOnlyList<CoverageUnit> units)
    {
        Units = units;
        _units = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        _uppers = [.. units.Select(unit => unit.Upper).OfType<string>().Where(_units.ContainsKey)];
        foreach (var unit in units)
        {
            _leaves[unit.Code] = new HashSet<string>(StringComparer.Ordinal);
        }

        foreach (var leaf in units.Where(unit => IsLeaf(unit.Code)))
        {
            foreach (var unit in PathUp(leaf))
            {
                _leaves[unit.Code].Add(leaf.Code);
            }
        }
    }

    /// <summary>The units.</summary>
    public IReadOnlyList<CoverageUnit> Units { get; }

    /// <summary>Whether no unit is below.</summary>
    public bool IsLeaf(string code) => !_uppers.Contains(code);

    /// <summary>The lowest units at or below one.</summary>
    public HashSet<string> LeavesOf(string code) => _leaves[code];

    /// <summary>
    /// The nearest unit above a lowest one that has a shape given, where the lowest one has none; <c>null</c> for none.
    /// </summary>
    public CoverageUnit? GovernorOf(CoverageUnit leaf) =>
        leaf.Given is null ? PathUp(leaf).Skip(1).FirstOrDefault(unit => unit.Given is not null) : null;

    private IEnumerable<CoverageUnit> PathUp(CoverageUnit unit)
    {
        // A ring of uppers would have no end; the tree of units has none, and a hand-made list stops here.
        var left = _units.Count;
        for (var next = unit; next is not null && left-- > 0;
            next = next.Upper is { } upper ? _units.GetValueOrDefault(upper) : null)
        {
            yield return next;
        }
    }
}
