using System.Diagnostics;
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
        var numerator = kind == AggregationKind.WeightedMean ? observation.Value * denominator : observation.Value;
        var demo = observation.Status == ObservationStatus.Demo ? 1 : 0;
        return new Aggregate(numerator, denominator, 1, demo, resultTime);
    }

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

    /// <summary>What parts of one unit's own figure are together: one unit reported, in however many parts.</summary>
    public static Aggregate CombineParts(AggregationKind kind, ReadOnlySpan<AggregateSlot> parts)
    {
        var whole = Combine(kind, parts);
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
        AggregationKind.Sum or AggregationKind.Min or AggregationKind.Max => aggregate.Numerator,
        _ => throw new UnreachableException($"No arithmetic for {kind}."),
    };

    private static double Join(AggregationKind kind, double left, double right) => kind switch
    {
        AggregationKind.Min => Math.Min(left, right),
        AggregationKind.Max => Math.Max(left, right),
        _ => left + right,
    };
}
