using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Quality;

/// <summary>Reads single numbers out of aggregates, as rules compare them. Pure.</summary>
internal static class FigureNumbers
{
    /// <summary>One number of a figure; <c>null</c> where it has none.</summary>
    public static double? Of(Indicator indicator, in Aggregate aggregate, FigurePart part) => part switch
    {
        _ when aggregate.Reported == 0 => null,
        FigurePart.Value => Aggregation.ValueOf(indicator.Aggregation, indicator.Scale, aggregate),
        FigurePart.Numerator => aggregate.Numerator,
        _ => indicator.HasDenominator ? aggregate.Denominator : null,
    };

    /// <summary>
    /// The numbers of a figure that somebody writes down: slips of the pen are in those, not in what they make.
    /// </summary>
    public static ReadOnlySpan<FigurePart> Written(Indicator indicator) => indicator.Aggregation switch
    {
        AggregationKind.RatioOfSums => [FigurePart.Numerator, FigurePart.Denominator],
        AggregationKind.WeightedMean => [FigurePart.Value, FigurePart.Denominator],
        _ => [FigurePart.Value],
    };
}
