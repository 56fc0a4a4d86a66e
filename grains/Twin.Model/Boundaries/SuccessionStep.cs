using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// One day on which units changed: what of each unit of the day before belongs to which unit of that day, and the
/// reverse. For one thread.
/// </summary>
internal sealed class SuccessionStep
{
    private readonly TreeOfDate _before;
    private readonly TreeOfDate _after;
    private readonly UnitAreas _areas;
    private readonly ShareWeight _weight;
    private readonly ILookup<AdministrativeUnitCode, Succession> _byPredecessor;
    private readonly ILookup<AdministrativeUnitCode, Succession> _bySuccessor;
    private readonly Dictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> _forwards = [];

    public SuccessionStep(
        AdministrativeTree tree, DateOnly date, IEnumerable<Succession> ofDate, UnitAreas areas, ShareWeight weight)
    {
        _before = tree.On(date.AddDays(-1));
        _after = tree.On(date);
        _areas = areas;
        _weight = weight;
        var rows = ofDate.Where(s => _after.Find(s.Successor) is not null).ToArray();
        _byPredecessor = rows.ToLookup(s => s.Predecessor);
        _bySuccessor = rows.ToLookup(s => s.Successor);
    }

    /// <summary>Predecessors that the dataset names and has no unit for, with where they went.</summary>
    public IEnumerable<MissingUnit> Missing => _bySuccessor.SelectMany(rows => rows)
        .Where(row => _before.Find(row.Predecessor) is null)
        .Select(row => new MissingUnit(
            row.Predecessor, _after.Find(row.Successor)!.Level, row.Successor)); // Rows without it are left out.

    /// <summary>
    /// Where a unit of the day before went. One that nobody says anything of goes on under its code, or else to where
    /// the unit above it went; nothing is left when that is nowhere.
    /// </summary>
    public ImmutableArray<UnitShare> Forwards(AdministrativeUnitCode code)
    {
        if (!_forwards.TryGetValue(code, out var shares))
        {
            _forwards[code] = shares = _byPredecessor[code].ToArray() switch
            {
                [] => GoesOn(_before, _after, code, Forwards),
                var rows => Divide(rows),
            };
        }

        return shares;
    }

    /// <summary>
    /// What a unit of that day was made of. Where one part is not known, none of the shares are, and nothing is left.
    /// </summary>
    public ImmutableArray<UnitShare> Backwards(AdministrativeUnitCode code)
    {
        var rows = _bySuccessor[code].ToArray();
        if (rows.Length == 0)
        {
            return GoesOn(_after, _before, code, Backwards);
        }

        if (rows.Any(row => _before.Find(row.Predecessor) is null))
        {
            return [];
        }

        var parts = rows.Select(row => (
            row.Predecessor,
            Share: Forwards(row.Predecessor).FirstOrDefault(share => share.Unit == code),
            Unit: _before.Find(row.Predecessor)!, // Looked at above.
            Basis: BasisOf(row))).Where(part => part.Share.Share > 0).ToArray();
        if (parts is [var only])
        {
            return [UnitShare.Whole(only.Predecessor, only.Basis)];
        }

        var byArea = Normalise(parts.Select(part => _areas.Of(part.Unit) * AreaOf(part.Share)));
        var byPeople = Normalise(parts.Select(part => part.Unit.Population * PeopleOf(part.Share)));
        return Choose([.. parts.Select(part => (part.Predecessor, part.Basis))], byPeople, byArea, isEstimate: true);
    }

    private static ShareBasis BasisOf(Succession row) => row.Basis switch
    {
        "official" => ShareBasis.Official,
        "overlay" => ShareBasis.Overlay,
        _ => ShareBasis.Inferred,
    };

    private static ImmutableArray<UnitShare> GoesOn(
        TreeOfDate from,
        TreeOfDate to,
        AdministrativeUnitCode code,
        Func<AdministrativeUnitCode, ImmutableArray<UnitShare>> ofUpper)
    {
        if (from.Find(code) is not { } unit)
        {
            return [];
        }

        if (to.Find(code) is { } same)
        {
            return [UnitShare.Whole(code, same == unit ? ShareBasis.Official : ShareBasis.Inferred)];
        }

        return unit.UpperUnit is { } upper && from.Find(upper) is not null ? ofUpper(upper) : [];
    }

    /// <summary>Shares that add up to 1; <c>null</c> when one of them is not known or nothing is there.</summary>
    private static double[]? Normalise(IEnumerable<double?> weights)
    {
        var known = weights.ToArray();
        var sum = known.Sum();
        return known.All(weight => weight is not null) && sum > 0
            ? [.. known.Select(weight => weight.GetValueOrDefault() / sum.GetValueOrDefault())]
            : null;
    }

    private double? AreaOf(in UnitShare share) => _weight == ShareWeight.Area ? share.Share : share.OtherShare;

    private double? PeopleOf(in UnitShare share) => _weight == ShareWeight.Area ? share.OtherShare : share.Share;

    private ImmutableArray<UnitShare> Divide(Succession[] rows)
    {
        if (rows is [var only])
        {
            return [UnitShare.Whole(only.Successor, BasisOf(only))];
        }

        var units = rows.Select(row => (row.Successor, BasisOf(row))).ToArray();
        var areas = AreaShares(rows);
        var published = Normalise(rows.Select(row => row.PopulationShare));
        var people = published
            ?? (areas is null ? null : Normalise(rows.Select((row, i) => areas[i] * Density(row.Successor))));
        return Choose(units, people, areas, isEstimate: published is null);
    }

    /// <summary>
    /// What is left by the known shares is divided evenly among the unknown; none when no share is known.
    /// </summary>
    private static double[]? AreaShares(Succession[] rows)
    {
        var unknown = rows.Count(row => row.AreaShare is null);
        if (unknown == rows.Length)
        {
            return null;
        }

        var left = Math.Max(0, 1 - rows.Sum(row => row.AreaShare ?? 0));
        return Normalise(rows.Select(row => row.AreaShare ?? (double?)(left / unknown)));
    }

    private double? Density(AdministrativeUnitCode code) =>
        _after.Find(code) is { Population: { } people } unit && _areas.Of(unit) is > 0 and { } area
            ? people / area
            : null;

    private ImmutableArray<UnitShare> Choose(
        (AdministrativeUnitCode Unit, ShareBasis Basis)[] units, double[]? people, double[]? areas, bool isEstimate)
    {
        var byPeople = people is not null && (areas is null || _weight == ShareWeight.Population);
        var (chosen, other) = byPeople ? (people, areas) : (areas, people);
        var method = byPeople ? ShareMethod.Population : ShareMethod.Area;
        if (chosen is null)
        {
            chosen = [.. units.Select(_ => 1.0 / units.Length)];
            method = ShareMethod.Even;
        }

        var shares = ImmutableArray.CreateBuilder<UnitShare>(units.Length);
        for (var i = 0; i < units.Length; i++)
        {
            if (chosen[i] > 0)
            {
                var basis = method == ShareMethod.Even || (byPeople && isEstimate)
                    ? ShareBasis.Inferred
                    : units[i].Basis;
                shares.Add(new UnitShare(units[i].Unit, chosen[i], other?[i], method, basis));
            }
        }

        return shares.Count == 1
            ? [UnitShare.Whole(shares[0].Unit, shares[0].Basis)]
            : shares.ToImmutable();
    }
}
