using System.Collections.Frozen;
using Twin.Model.Units;

namespace Twin.Api.Live;

/// <summary>Which events a client wants.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Units">The codes of the units; <c>null</c> for all.</param>
/// <param name="Root">The code of the unit that the others are below; <c>null</c> for all.</param>
internal sealed record EventFilter(FrozenSet<string> Kinds, FrozenSet<string>? Units, string? Root = null)
{
    /// <summary>The kinds that there are.</summary>
    public static readonly FrozenSet<string> AllKinds =
        FrozenSet.ToFrozenSet(
            [EventFrame.Alert, EventFrame.Case, EventFrame.City, EventFrame.Position, EventFrame.Rollup],
            StringComparer.Ordinal);

    /// <summary>
    /// The kinds that a client gets who names none: a fleet moves all the time, and who wants that asks for it.
    /// </summary>
    public static readonly FrozenSet<string> DefaultKinds =
        AllKinds.Except([EventFrame.Position], StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the client wants to know where vessels are.</summary>
    public bool WantsPositions => Kinds.Contains(EventFrame.Position);

    /// <summary>Whether the client wants it. What is about no unit is for everybody.</summary>
    public bool Wants(EventFrame frame) =>
        Kinds.Contains(frame.Kind) && (Units is null || frame.Unit is not { } unit || Units.Contains(unit));

    /// <summary>A unit and everything that was below it on any date.</summary>
    public static FrozenSet<string> SelfAndEverBelow(AdministrativeTree tree, AdministrativeUnitCode unit)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<AdministrativeUnitCode>([unit]);
        while (pending.TryPop(out var next))
        {
            if (found.Add(next.Value))
            {
                foreach (var below in tree.EverBelow(next))
                {
                    pending.Push(below);
                }
            }
        }

        return found.ToFrozenSet(StringComparer.Ordinal);
    }
}
