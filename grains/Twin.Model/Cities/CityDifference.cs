using System.Collections.Immutable;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Model.Cities;

/// <summary>
/// What is different between two definitions of one city, whatever changed it: what a dry run shows, and which units
/// must look at themselves anew. Immutable.
/// </summary>
public sealed class CityDifference
{
    private CityDifference(CityDefinition before, CityDefinition after)
    {
        Before = before;
        After = after;
        Units = new Parts<AdministrativeUnit>(before.Tree.Versions, after.Tree.Versions);
        Successions = new Parts<Succession>(before.Successions, after.Successions);
        Indicators = new Parts<Indicator>(before.Indicators.Items, after.Indicators.Items);
        Plans = new Parts<Plan>(before.Plans, after.Plans);
        Targets = new Parts<Target>(before.Targets, after.Targets, TargetValue.Instance);
        Duties = new Parts<Duty>(before.Duties.Items, after.Duties.Items, DutyValue.Instance);
    }

    /// <summary>The city before.</summary>
    public CityDefinition Before { get; }

    /// <summary>The city after.</summary>
    public CityDefinition After { get; }

    /// <summary>Versions of units. One that now ends on another day is there as removed and as added.</summary>
    public Parts<AdministrativeUnit> Units { get; }

    /// <summary>Successions.</summary>
    public Parts<Succession> Successions { get; }

    /// <summary>Indicators.</summary>
    public Parts<Indicator> Indicators { get; }

    /// <summary>Plans.</summary>
    public Parts<Plan> Plans { get; }

    /// <summary>Rows of plans.</summary>
    public Parts<Target> Targets { get; }

    /// <summary>Who owes which report.</summary>
    public Parts<Duty> Duties { get; }

    /// <summary>What is different.</summary>
    public static CityDifference Between(CityDefinition before, CityDefinition after) => new(before, after);

    /// <summary>
    /// The units whose roll-up depends on what changed, those furthest down first: those with a different version or
    /// other duties, and on every date those above them; all, when the catalogue of indicators changed.
    /// </summary>
    public ImmutableArray<AdministrativeUnitCode> ConcernedUnits()
    {
        if (Units.IsEmpty && Indicators.IsEmpty && Duties.IsEmpty)
        {
            return [];
        }

        TreeOfDate[] trees = [.. TreesOf(Before.Tree), .. TreesOf(After.Tree)];
        var owing = Duties.Added.Concat(Duties.Removed).Select(duty => duty.Level).OfType<AdministrativeLevel>()
            .ToHashSet();
        var changed = Indicators.IsEmpty
            ? Units.Added.Concat(Units.Removed).Concat(After.Tree.Versions.Where(unit => owing.Contains(unit.Level)))
            : Before.Tree.Versions.Concat(After.Tree.Versions);
        var depths = new Dictionary<AdministrativeUnitCode, int>();
        foreach (var code in changed.Select(unit => unit.Code).Distinct())
        {
            foreach (var path in trees.Select(tree => tree.PathUp(code).ToArray()))
            {
                for (var i = 0; i < path.Length; i++)
                {
                    depths[path[i].Code] = Math.Max(depths.GetValueOrDefault(path[i].Code), path.Length - i);
                }
            }
        }

        return [.. depths.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
    }

    private static IEnumerable<TreeOfDate> TreesOf(AdministrativeTree tree) => tree.ChangeDates.Select(tree.On);

    /// <summary>What is new and what is gone of one thing.</summary>
    /// <typeparam name="T">The thing; compared by its value.</typeparam>
    public sealed class Parts<T>
        where T : notnull
    {
        internal Parts(ImmutableArray<T> before, ImmutableArray<T> after, IEqualityComparer<T>? comparer = null)
        {
            if (before == after)
            {
                Added = [];
                Removed = [];
                return;
            }

            Added = [.. after.Except(before, comparer)];
            Removed = [.. before.Except(after, comparer)];
        }

        /// <summary>What the city has after and had not before.</summary>
        public ImmutableArray<T> Added { get; }

        /// <summary>What the city had before and has not after.</summary>
        public ImmutableArray<T> Removed { get; }

        /// <summary>Whether there is no difference.</summary>
        public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty;
    }

    /// <summary>Duties are made anew with every plan; those that say the same are the same.</summary>
    private sealed class DutyValue : IEqualityComparer<Duty>
    {
        public static readonly DutyValue Instance = new();

        public bool Equals(Duty? x, Duty? y) =>
            x is null || y is null
                ? ReferenceEquals(x, y)
                : x.Indicators.SequenceEqual(y.Indicators) && x == y with { Indicators = x.Indicators };

        public int GetHashCode(Duty obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>A record compares its arrays by identity, and a replay makes them anew.</summary>
    private sealed class TargetValue : IEqualityComparer<Target>
    {
        public static readonly TargetValue Instance = new();

        public bool Equals(Target? x, Target? y) =>
            x is null || y is null
                ? ReferenceEquals(x, y)
                : x.Tiers.SequenceEqual(y.Tiers, StringComparer.Ordinal)
                    && x.Levels.SequenceEqual(y.Levels)
                    && x.Units.SequenceEqual(y.Units)
                    && x.Path.Baseline == y.Path.Baseline
                    && x.Path.Kind == y.Path.Kind
                    && x.Path.Steps.SequenceEqual(y.Path.Steps)
                    && x == y with { Tiers = x.Tiers, Levels = x.Levels, Units = x.Units, Pathway = x.Pathway };

        public int GetHashCode(Target obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
