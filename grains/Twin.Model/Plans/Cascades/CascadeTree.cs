using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Plans.Cascades;

/// <summary>
/// Divides a target down a tree of any depth: among the units directly below, then each of their shares among those
/// below them, until a level. So every unit's share is what the shares below it come to. Pure.
/// </summary>
public static class CascadeTree
{
    /// <summary>Divides; each unit that got something divided comes before those below it.</summary>
    /// <param name="question">What is divided at the top, and how it is divided everywhere.</param>
    /// <param name="tree">The units as they stand on the day of the target.</param>
    /// <param name="top">The unit whose target it is.</param>
    /// <param name="level">The level of the last units that get a share; those below it get none.</param>
    /// <param name="facts">What is known of a unit; <c>null</c> of one that has no part in the target.</param>
    /// <param name="refusals">Why it cannot be done; empty where it can.</param>
    public static ImmutableArray<CascadeNode> Divide(
        CascadeQuestion question,
        TreeOfDate tree,
        AdministrativeUnitCode top,
        AdministrativeLevel level,
        Func<AdministrativeUnit, CascadeUnit?> facts,
        out ImmutableArray<Refusal> refusals)
    {
        var nodes = ImmutableArray.CreateBuilder<CascadeNode>();
        var pending = new Queue<(AdministrativeUnitCode Upper, double Goal)>([(top, question.Goal)]);
        while (pending.TryDequeue(out var next))
        {
            CascadeUnit[] below =
                [.. tree.ChildrenOf(next.Upper).Where(unit => unit.Level <= level).Select(facts).OfType<CascadeUnit>()];
            if (below.Length == 0 && next.Upper != top)
            {
                continue; // A district without communes keeps its share to itself.
            }

            switch (CascadeRules.Divide(question with { Goal = next.Goal }, below))
            {
                case CascadeOutcome.Divided { Result: var result }:
                    nodes.Add(new CascadeNode(next.Upper, result));
                    foreach (var share in result.Shares)
                    {
                        pending.Enqueue((share.Unit, share.Value));
                    }

                    break;
                case CascadeOutcome.Refused refused:
                    refusals = refused.Refusals;
                    return [];
            }
        }

        refusals = [];
        return nodes.DrainToImmutable();
    }
}
