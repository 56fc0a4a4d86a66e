using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// The flows between the trees of a city. Each is worked out once; there are as many as pairs of trees that somebody
/// asked for. Safe for any number of threads.
/// </summary>
/// <param name="city">The city.</param>
public sealed class BoundaryFlows(CityDefinition city)
{
    private readonly ILookup<DateOnly, Succession> _successions = city.Successions.ToLookup(s => s.Date);
    private readonly ConcurrentDictionary<(TreeOfDate, TreeOfDate, ShareWeight), BoundaryFlow> _flows = new();

    /// <summary>From the units that stood on one day to those that stand on another, earlier or later.</summary>
    public BoundaryFlow Between(DateOnly from, DateOnly to, ShareWeight weight)
    {
        var key = (city.Tree.On(from), city.Tree.On(to), weight);
        return _flows.TryGetValue(key, out var known) ? known : _flows.GetOrAdd(key, Make(from, to, weight));
    }

    private static void Follow(
        Dictionary<AdministrativeUnitCode, ImmutableArray<UnitShare>> rows,
        Func<AdministrativeUnitCode, ImmutableArray<UnitShare>> next)
    {
        foreach (var (source, shares) in rows.ToArray())
        {
            var onward = new Dictionary<AdministrativeUnitCode, UnitShare>();
            foreach (var share in shares)
            {
                foreach (var part in next(share.Unit))
                {
                    var whole = share.Then(part);
                    onward[part.Unit] = onward.TryGetValue(part.Unit, out var other) ? other.Plus(whole) : whole;
                }
            }

            rows[source] = [.. onward.Values.OrderBy(share => share.Unit)];
        }
    }

    private BoundaryFlow Make(DateOnly from, DateOnly to, ShareWeight weight)
    {
        var (source, target) = (city.Tree.On(from), city.Tree.On(to));
        var isForwards = source.From <= target.From;
        var (first, last) = isForwards ? (source.From, target.From) : (target.From, source.From);
        var areas = new UnitAreas(city.Tree, _successions);
        var steps = city.Tree.ChangeDates.Where(date => date > first && date <= last)
            .Select(date => new SuccessionStep(city.Tree, date, _successions[date], areas, weight)).ToArray();
        var rows = source.Units.ToDictionary<AdministrativeUnit, AdministrativeUnitCode, ImmutableArray<UnitShare>>(
            unit => unit.Code, unit => [UnitShare.Whole(unit.Code, ShareBasis.Official)]);
        var missing = new List<MissingUnit>();
        foreach (var step in isForwards ? steps : steps.Reverse())
        {
            Follow(rows, isForwards ? step.Forwards : step.Backwards);
            if (isForwards)
            {
                missing =
                [
                    .. missing.SelectMany(
                        one => step.Forwards(one.Into).Select(share => one with { Into = share.Unit })),
                    .. step.Missing,
                ];
            }
        }

        return new BoundaryFlow(source, target, rows.ToFrozenDictionary(), missing);
    }
}
