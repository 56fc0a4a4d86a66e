using System.Collections.Immutable;
using Twin.Geo.Datasets;
using Twin.Model.Units;

namespace Twin.Geo.Schematic;

/// <summary>
/// Draws schematic boundaries from centroids, areas and a coarse outline, where true ones may not be given away. Each
/// lowest unit of the first date gets a cell of a power diagram with its area; the units of later dates are unions of
/// the cells of their predecessors, and units without any (newcomers from another province) get cells of their own.
/// See docs/adr/0003. Deterministic, and safe for any number of threads.
/// </summary>
public static class SchematicBoundaries
{
    /// <summary>Units on one map at most; the solver keeps a square matrix of a landmass's units.</summary>
    public const int MaxCells = 2_000;

    /// <summary>
    /// Builds one set for each date on which the tree changed, oldest first. Throws
    /// <see cref="ArgumentException"/> where a unit has no centroid on a landmass, leaves no successor, or where there
    /// are more cells than <see cref="MaxCells"/>.
    /// </summary>
    public static ImmutableArray<SchematicBoundarySet> Build(DatasetTables tables)
    {
        TreeOfDate[] trees = [.. tables.Tree.ChangeDates.Select(tables.Tree.On)];
        if (trees.Length == 0)
        {
            return [];
        }

        var cells = LowestUnits(trees[0]).ToList();
        var owners = new List<Dictionary<AdministrativeUnitCode, AdministrativeUnitCode>>
        {
            cells.ToDictionary(u => u.Code, u => u.Code),
        };
        foreach (var tree in trees.Skip(1))
        {
            var next = Advance(tables, owners[^1], tree);
            var drawn = next.Values.ToHashSet();
            foreach (var newcomer in LowestUnits(tree).Where(u => !drawn.Contains(u.Code)))
            {
                cells.Add(newcomer);
                next.Add(newcomer.Code, newcomer.Code);
            }

            owners.Add(next);
        }

        if (cells.Count > MaxCells || cells.DistinctBy(c => c.Code).Count() < cells.Count)
        {
            throw new ArgumentException(
                $"{cells.Count} cells cannot be drawn: too many, or one twice.", nameof(tables));
        }

        var partition = SchematicPartition.Build(tables.Outline, cells);
        return [.. trees.Select((tree, i) => ToSet(partition, tree, trees.ElementAtOrDefault(i + 1), owners[i]))];
    }

    private static IEnumerable<AdministrativeUnit> LowestUnits(TreeOfDate tree) =>
        tree.Units.Where(u => tree.ChildrenOf(u.Code).IsEmpty);

    private static Dictionary<AdministrativeUnitCode, AdministrativeUnitCode> Advance(
        DatasetTables tables, Dictionary<AdministrativeUnitCode, AdministrativeUnitCode> owners, TreeOfDate tree)
    {
        var shares = tables.AreaShares.Where(s => s.Date == tree.From && tree.Find(s.Successor) is not null)
            .GroupBy(s => s.Predecessor)
            .ToDictionary(
                g => g.Key,
                g => g.OrderByDescending(s => s.Share).ThenBy(s => s.Successor).First().Successor);
        var successors = tables.Successions.Where(s => s.Date == tree.From && tree.Find(s.Successor) is not null)
            .GroupBy(s => s.Predecessor)
            .ToDictionary(
                g => g.Key,
                g => g.OrderByDescending(s => s.AreaShare ?? 0).ThenBy(s => s.Successor).First().Successor);
        var next = new Dictionary<AdministrativeUnitCode, AdministrativeUnitCode>();
        foreach (var (cell, owner) in owners)
        {
            if (shares.TryGetValue(cell, out var heir) || successors.TryGetValue(owner, out heir))
            {
                next.Add(cell, heir);
            }
            else if (tree.Find(owner) is not null)
            {
                next.Add(cell, owner);
            }
            else
            {
                throw new ArgumentException($"Unit {owner} has no successor on {tree.From:O}.", nameof(tables));
            }
        }

        return next;
    }

    private static SchematicBoundarySet ToSet(
        SchematicPartition partition,
        TreeOfDate tree,
        TreeOfDate? following,
        Dictionary<AdministrativeUnitCode, AdministrativeUnitCode> owners)
    {
        var cellsOf = owners.ToLookup(pair => pair.Value, pair => pair.Key);
        var features = tree.Units.OrderBy(u => u.Level).ThenBy(u => u.Code).Select(unit => new SchematicFeature(
            unit.Code,
            unit.Level,
            partition.Union(tree.SelfAndBelow(unit.Code).SelectMany(below => cellsOf[below.Code]))));
        return new SchematicBoundarySet(tree.From, following?.From.AddDays(-1), [.. features]);
    }
}
