using System.Runtime.InteropServices;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;

namespace Twin.Model.Rollups;

/// <summary>
/// What one unit has reported itself for an indicator and period of which it reports parts. What it reports stands; a
/// total, or a coarser part, that it does not report is made of the parts along the first dimension of the indicator
/// that it has parts of, never along two, which would count everything twice. Not thread-safe.
/// </summary>
/// <param name="indicator">The indicator.</param>
internal sealed class PartedFigure(Indicator indicator)
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
    public Dictionary<Breakdown, OwnFigure> Figures()
    {
        var versions = new Dictionary<Breakdown, long>();
        foreach (var (reported, slot) in _reported)
        {
            foreach (var breakdown in reported.SelfAndCoarser())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(versions, breakdown, out _) += slot.Version;
            }
        }

        var figures = new Dictionary<Breakdown, OwnFigure>(versions.Count);
        var finer = new Dictionary<(Breakdown Coarse, string Dimension), List<Breakdown>>();
        foreach (var breakdown in versions.Keys.OrderByDescending(one => one.Members.Length).ThenBy(one => one))
        {
            var (aggregate, contents) = Figure(breakdown, figures, finer);
            figures[breakdown] = new OwnFigure(new AggregateSlot(aggregate, versions[breakdown]), contents);
            foreach (var (dimension, _) in breakdown.Members)
            {
                ref var siblings = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    finer, (breakdown.Without(dimension), dimension), out _);
                (siblings ??= []).Add(breakdown); // In order, because they come in order.
            }
        }

        return figures;
    }

    private (Aggregate Aggregate, AggregateContents? Contents) Figure(
        Breakdown breakdown,
        Dictionary<Breakdown, OwnFigure> figures,
        Dictionary<(Breakdown Coarse, string Dimension), List<Breakdown>> finer)
    {
        if (indicator.AggregationOf(breakdown).IsDistinct())
        {
            return Members(figures, finer.GetValueOrDefault((breakdown, indicator.Catalogue!)) ?? []); // Is distinct.
        }

        if (_reported.TryGetValue(breakdown, out var reported) && reported.Aggregate.Reported > 0)
        {
            return (reported.Aggregate, null);
        }

        foreach (var dimension in indicator.Dimensions)
        {
            if (finer.TryGetValue((breakdown, dimension), out var parts)
                && Aggregation.CombineParts(indicator, breakdown, [.. parts.Select(part => figures[part].Slot)])
                    is { Reported: > 0 } made)
            {
                return (made, null);
            }
        }

        return (Aggregate.None, null);
    }

    /// <summary>The members that the unit says it has, and those that it says it has not.</summary>
    private (Aggregate Aggregate, AggregateContents? Contents) Members(
        Dictionary<Breakdown, OwnFigure> figures, List<Breakdown> parts)
    {
        var known = parts.Where(part => figures[part].Slot.Aggregate.Reported > 0)
            .Select(part => (Member: part.MemberOf(indicator.Catalogue!)!, figures[part].Slot)) // Parts along it.
            .ToArray();
        var coverage = Aggregation.CombineParts(indicator, default, [.. known.Select(one => one.Slot)]);
        return coverage.Reported == 0
            ? (Aggregate.None, null)
            : ContentsAggregation.OfMembers(
                known.Where(one => one.Slot.Aggregate.Numerator > 0).Select(one => one.Member),
                known.Select(one => one.Member),
                coverage);
    }
}
