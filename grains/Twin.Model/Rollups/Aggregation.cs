using System.Diagnostics;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;

namespace Twin.Model.Rollups;

/// <summary>
/// The arithmetic of roll-ups. Contributions are always added in the order of the children's codes, so the same
/// contributions give the same bits whatever order they arrived in.
/// </summary>
public static class Aggregation
{
    /// <summary>What one observation contributes.</summary>
    public static Aggregate OfObservation(AggregationKind kind, in Observation observation)
    {
        var resultTime = observation.ResultTime.ToUnixTimeMilliseconds();
        if (observation.Status == ObservationStatus.Missing)
        {
            return new Aggregate(0, 0, 0, 0, resultTime);
        }

        var denominator = observation.Denominator ?? 0;
        var demo = observation.Status == ObservationStatus.Demo ? 1 : 0;
        return kind switch
        {
            AggregationKind.WeightedMean => new Aggregate(
                observation.Value * denominator, denominator, 1, demo, resultTime),
            AggregationKind.All or AggregationKind.Any => new Aggregate(
                observation.Value > 0 ? 1 : 0, 1, 1, demo, resultTime),
            // Of plus and minus zero no order is told: there is one zero.
            AggregationKind.Median or AggregationKind.Percentile => new Aggregate(
                observation.Value + 0.0, 0, 1, demo, resultTime),
            // A count that names no member cannot be held against others: it counts for nothing.
            AggregationKind.CountDistinct or AggregationKind.ShareDistinct => new Aggregate(0, 0, 0, 0, resultTime),
            _ => new Aggregate(observation.Value, denominator, 1, demo, resultTime),
        };
    }

    /// <summary>What one observation contributes to an indicator.</summary>
    public static Aggregate OfObservation(Indicator indicator, in Observation observation) =>
        OfObservation(indicator.AggregationOf(observation.Breakdown), observation);

    /// <summary>What several contributions are together. Those in which nobody reported count for nothing.</summary>
    public static Aggregate Combine(AggregationKind kind, ReadOnlySpan<AggregateSlot> slots)
    {
        double numerator = 0;
        double denominator = 0;
        var reported = 0;
        var demo = 0;
        var oldest = long.MaxValue;
        foreach (ref readonly var slot in slots)
        {
            var part = slot.Aggregate;
            if (part.Reported == 0)
            {
                continue;
            }

            numerator = reported == 0 ? part.Numerator : Join(kind, numerator, part.Numerator);
            denominator += part.Denominator;
            reported += part.Reported;
            demo += part.Demo;
            oldest = Math.Min(oldest, part.OldestUnixMilliseconds);
        }

        return reported == 0 ? Aggregate.None : new Aggregate(numerator, denominator, reported, demo, oldest);
    }

    /// <summary>
    /// What parts of one unit's own figure are together: one unit reported, in however many parts. Of the members of a
    /// catalogue this is what each comes to; how many there are <see cref="ContentsAggregation"/> tells.
    /// </summary>
    public static Aggregate CombineParts(Indicator indicator, Breakdown breakdown, ReadOnlySpan<AggregateSlot> parts)
    {
        var kind = indicator.AggregationOf(breakdown);
        var whole = kind.IsOrderStatistic()
            ? ContentsAggregation.Combine(indicator, parts, new AggregateContents?[parts.Length]).Aggregate
            : Combine(kind, parts);
        if (whole.Reported > 0 && kind is (AggregationKind.All or AggregationKind.Any))
        {
            whole = whole with { Numerator = ValueOf(kind, 1, whole) ?? 0, Denominator = 1 };
        }

        return whole with { Reported = Math.Min(whole.Reported, 1), Demo = Math.Min(whole.Demo, 1) };
    }

    /// <summary>
    /// The value to show, in the indicator's unit of measure; <c>null</c> without data or denominator.
    /// </summary>
    public static double? ValueOf(AggregationKind kind, double scale, in Aggregate aggregate) => kind switch
    {
        _ when aggregate.Reported == 0 => null,
        AggregationKind.RatioOfSums or AggregationKind.WeightedMean when aggregate.Denominator <= 0 => null,
        AggregationKind.RatioOfSums => aggregate.Numerator * scale / aggregate.Denominator,
        AggregationKind.WeightedMean => aggregate.Numerator / aggregate.Denominator,
        AggregationKind.ShareDistinct => aggregate.Denominator > 0
            ? aggregate.Numerator * scale / aggregate.Denominator
            : null,
        AggregationKind.All => aggregate.Numerator < aggregate.Denominator ? 0 : 1,
        AggregationKind.Any => aggregate.Numerator > 0 ? 1 : 0,
        AggregationKind.Sum or AggregationKind.Min or AggregationKind.Max or AggregationKind.Median
            or AggregationKind.Percentile or AggregationKind.CountDistinct => aggregate.Numerator,
        _ => throw new UnreachableException($"No arithmetic for {kind}."),
    };

    /// <summary>The value to show of an indicator's total, or of a part of it.</summary>
    public static double? ValueOf(Indicator indicator, Breakdown breakdown, in Aggregate aggregate) =>
        ValueOf(indicator.AggregationOf(breakdown), indicator.Scale, aggregate);

    private static double Join(AggregationKind kind, double left, double right) => kind switch
    {
        AggregationKind.Min => Math.Min(left, right),
        AggregationKind.Max => Math.Max(left, right),
        _ => left + right,
    };
}
