using System.Collections.Frozen;
using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// What of each unit of one date belongs to which unit of another, over all changes between: the product of the shares
/// of each. Immutable and safe for any number of threads.
/// </summary>
public sealed class BoundaryFlow
{
    private readonly FrozenDictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> _into;
    private readonly FrozenDictionary<(AdministrativeUnitCode, AdministrativeLevel),
        ImmutableArray<AdministrativeUnitCode>> _missing;

    internal BoundaryFlow(
        TreeOfDate source,
        TreeOfDate target,
        FrozenDictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> rows,
        IEnumerable<MissingUnit> missing)
    {
        Source = source;
        Target = target;
        Rows = rows;
        _into = Turn(target, rows);
        _missing = missing.SelectMany(one => target.PathUp(one.Into).Select(unit => (Unit: unit.Code, Missing: one)))
            .GroupBy(pair => (pair.Unit, pair.Missing.Level))
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(pair => pair.Missing.Code).Distinct().Order().ToImmutableArray());
    }

    /// <summary>The units whose figures are taken.</summary>
    public TreeOfDate Source { get; }

    /// <summary>The units that they are given to.</summary>
    public TreeOfDate Target { get; }

    /// <summary>
    /// For each unit of the source where it belongs; the shares add up to 1 where nothing is unknown.
    /// </summary>
    public IReadOnlyDictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> Rows { get; }

    /// <summary>
    /// The units of the source that belong to a unit of the target or to what is below it, with the share of each; by
    /// code. <see cref="UnitShare.Unit"/> is the source's.
    /// </summary>
    public ImmutableArray<UnitShare> Into(AdministrativeUnitCode target) =>
        _into.TryGetValue(target, out var shares) ? shares : [];

    /// <summary>
    /// Units of a level that belong there by the successions and that nothing is known of: another province's.
    /// </summary>
    public ImmutableArray<AdministrativeUnitCode> MissingFrom(
        AdministrativeUnitCode target, AdministrativeLevel level) =>
        _missing.TryGetValue((target, level), out var codes) ? codes : [];

    /// <summary>What of a unit of the source belongs to no unit of the target, 0 to 1.</summary>
    public double Outside(AdministrativeUnitCode source) =>
        Rows.TryGetValue(source, out var shares) ? Math.Max(0, 1 - shares.Sum(share => share.Share)) : 1;

    private static FrozenDictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> Turn(
        TreeOfDate target, FrozenDictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> rows)
    {
        var into = new Dictionary<AdministrativeUnitCode, Dictionary<AdministrativeUnitCode, UnitShare>>();
        foreach (var (source, shares) in rows)
        {
            foreach (var share in shares)
            {
                foreach (var unit in target.PathUp(share.Unit))
                {
                    if (!into.TryGetValue(unit.Code, out var parts))
                    {
                        into[unit.Code] = parts = [];
                    }

                    var part = share with { Unit = source };
                    parts[source] = parts.TryGetValue(source, out var other) ? other.Plus(part) : part;
                }
            }
        }

        return into.ToFrozenDictionary(
            pair => pair.Key, pair => pair.Value.Values.OrderBy(share => share.Unit).ToImmutableArray());
    }
}
