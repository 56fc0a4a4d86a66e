using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;

namespace Twin.Model.Rollups;

/// <summary>
/// What one unit has reported itself for an indicator and period of which it reports parts. What it reports stands; a
/// total, or a coarser part, that it does not report is made of the parts along the first dimension of the indicator
/// that it has parts of, never along two, which would count everything twice. Not thread-safe.
/// </summary>
/// <param name="kind">How the indicator rolls up.</param>
/// <param name="dimensions">The dimensions of the indicator, the first one first.</param>
internal sealed class PartedFigure(AggregationKind kind, ImmutableArray<string> dimensions)
{
    private readonly Dictionary<Breakdown, AggregateSlot> _reported = [];

    /// <summary>The total and the parts that were reported.</summary>
    public IReadOnlyCollection<Breakdown> Reported => _reported.Keys;

    /// <summary>What stands of what was reported for the total or a part.</summary>
    public bool TryGet(Breakdown breakdown, out AggregateSlot slot) => _reported.TryGetValue(breakdown, out slot);

    /// <summary>Puts what stands in the place of what stood.</summary>
    public void Set(Breakdown breakdown, in AggregateSlot slot) => _reported[breakdown] = slot;

    /// <summary>
    /// The total and all parts, reported or made of finer ones. The version of each is the sum of the sequence numbers
    /// of what stands of it and of all that is finer, so it grows with every change that can show.
    /// </summary>
    public Dictionary<Breakdown, AggregateSlot> Figures()
    {
        var versions = new Dictionary<Breakdown, long>();
        foreach (var (reported, slot) in _reported)
        {
            foreach (var breakdown in reported.SelfAndCoarser())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(versions, breakdown, out _) += slot.Version;
            }
        }

        var figures = new Dictionary<Breakdown, AggregateSlot>(versions.Count);
        var finer = new Dictionary<(Breakdown Coarse, string Dimension), List<Breakdown>>();
        foreach (var breakdown in versions.Keys.OrderByDescending(one => one.Members.Length).ThenBy(one => one))
        {
            figures[breakdown] = new AggregateSlot(Aggregate(breakdown, figures, finer), versions[breakdown]);
            foreach (var (dimension, _) in breakdown.Members)
            {
                ref var siblings = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    finer, (breakdown.Without(dimension), dimension), out _);
                (siblings ??= []).Add(breakdown); // In order, because they come in order.
            }
        }

        return figures;
    }

    private Aggregate Aggregate(
        Breakdown breakdown,
        Dictionary<Breakdown, AggregateSlot> figures,
        Dictionary<(Breakdown Coarse, string Dimension), List<Breakdown>> finer)
    {
        if (_reported.TryGetValue(breakdown, out var reported) && reported.Aggregate.Reported > 0)
        {
            return reported.Aggregate;
        }

        foreach (var dimension in dimensions)
        {
            if (finer.TryGetValue((breakdown, dimension), out var parts)
                && Aggregation.CombineParts(kind, [.. parts.Select(part => figures[part])]) is { Reported: > 0 } made)
            {
                return made;
            }
        }

        return Rollups.Aggregate.None;
    }
}
