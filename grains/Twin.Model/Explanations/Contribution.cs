using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Explanations;

/// <summary>What a part brought to a figure. Pure.</summary>
public static class Contribution
{
    /// <summary>
    /// How much of the whole's value comes from a part, in the indicator's unit of measure; the contributions of all
    /// parts add up to the value. <c>null</c> where nothing was brought, or where parts do not add up: of a smallest
    /// value no part is a share.
    /// </summary>
    /// <param name="indicator">The indicator of both.</param>
    /// <param name="whole">The figure.</param>
    /// <param name="part">A figure that it was made from.</param>
    /// <param name="share">How much of the part belongs to the whole, 0 to 1.</param>
    public static double? Of(Indicator indicator, Rollup whole, Rollup part, double share = 1)
    {
        if (whole.Value is null || part.Numerator is not { } numerator)
        {
            return null;
        }

        // With a value there is a denominator above 0.
        return indicator.Aggregation switch
        {
            AggregationKind.Sum => share * numerator,
            AggregationKind.RatioOfSums => share * numerator * indicator.Scale / whole.Denominator,
            AggregationKind.WeightedMean => share * numerator / whole.Denominator,
            _ => null,
        };
    }

    /// <summary>How much of an index comes from a component, in the index's unit of measure.</summary>
    /// <param name="index">The index.</param>
    /// <param name="whole">Its figure.</param>
    /// <param name="component">The component's place in it.</param>
    /// <param name="part">The component's figure.</param>
    public static double? OfComponent(Indicator index, Rollup whole, CompositeComponent component, Rollup part) =>
        whole.Value is not null && part.Value is { } value
            ? component.Weight * component.ScoreOf(value) * index.Scale / whole.Denominator
            : null;

    /// <summary>Whether the whole's value is this part's: it holds the extreme.</summary>
    public static bool Decides(Indicator indicator, Rollup whole, Rollup part) =>
        indicator.Aggregation is AggregationKind.Min or AggregationKind.Max or AggregationKind.MemberMin
            or AggregationKind.MemberMax
        && whole.Value is { } value
        && part.Value is { } own
        && own.Equals(value); // The same bits: it was taken over and not worked out.
}
