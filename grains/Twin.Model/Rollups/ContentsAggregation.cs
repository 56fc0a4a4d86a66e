using System.Collections.Immutable;
using Twin.Model.Indicators;

namespace Twin.Model.Rollups;

/// <summary>
/// The arithmetic of figures that are made from all values or members below, and not from sums. Same contributions
/// give the same bits, in whatever order they came. Stateless.
/// </summary>
internal static class ContentsAggregation
{
    /// <summary>The percentile that the kind asks for.</summary>
    public static double PercentOf(Indicator indicator) => indicator.Percentile ?? 50; // The median.

    /// <summary>What several contributions are together, and what that is made of.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="slots">The contributions.</param>
    /// <param name="contents">
    /// What each is made of, in the same order. A single unit's value is in its aggregate, and needs no contents.
    /// </param>
    public static (Aggregate Aggregate, AggregateContents? Contents) Combine(
        Indicator indicator, ReadOnlySpan<AggregateSlot> slots, ReadOnlySpan<AggregateContents?> contents)
    {
        var coverage = Aggregation.Combine(AggregationKind.Sum, slots);
        if (coverage.Reported == 0)
        {
            return (Aggregate.None, null);
        }

        return indicator.Aggregation.IsOrderStatistic()
            ? Ordered(indicator, slots, contents, coverage)
            : Distinct(slots, contents, coverage);
    }

    /// <summary>What members make: how many there are of how many that were named.</summary>
    public static (Aggregate Aggregate, AggregateContents Contents) OfMembers(
        IEnumerable<string> present, IEnumerable<string> named, in Aggregate coverage)
    {
        var has = new SortedSet<string>(present, StringComparer.Ordinal);
        var hasNot = new SortedSet<string>(named, StringComparer.Ordinal);
        hasNot.ExceptWith(has);
        return (
            coverage with { Numerator = has.Count, Denominator = has.Count + hasNot.Count },
            AggregateContents.OfMembers([.. has], [.. hasNot]));
    }

    private static (Aggregate Aggregate, AggregateContents Contents) Ordered(
        Indicator indicator,
        ReadOnlySpan<AggregateSlot> slots,
        ReadOnlySpan<AggregateContents?> contents,
        in Aggregate coverage)
    {
        var values = new List<double>(coverage.Reported);
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].Aggregate.Reported == 0)
            {
                continue;
            }

            if (contents[i] is { } many)
            {
                values.AddRange(many.Values.AsSpan());
            }
            else
            {
                values.Add(slots[i].Aggregate.Numerator);
            }
        }

        values.Sort();
        ImmutableArray<double> sorted = [.. values];
        var place = OrderStatistics.Percentile(sorted.AsSpan(), PercentOf(indicator));
        return (coverage with { Numerator = place, Denominator = 0 }, AggregateContents.OfValues(sorted));
    }

    private static (Aggregate Aggregate, AggregateContents Contents) Distinct(
        ReadOnlySpan<AggregateSlot> slots, ReadOnlySpan<AggregateContents?> contents, in Aggregate coverage)
    {
        var present = new List<string>();
        var absent = new List<string>();
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i].Aggregate.Reported > 0 && contents[i] is { } members)
            {
                present.AddRange(members.Present);
                absent.AddRange(members.Absent);
            }
        }

        return OfMembers(present, absent, coverage);
    }
}
