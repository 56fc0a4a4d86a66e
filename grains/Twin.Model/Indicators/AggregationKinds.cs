namespace Twin.Model.Indicators;

/// <summary>What the kinds of aggregation have in common.</summary>
public static class AggregationKinds
{
    /// <summary>Whether each unit works the figure out from its own others.</summary>
    public static bool IsDerived(this AggregationKind kind) => kind >= AggregationKind.Growth;

    /// <summary>Whether members of a catalogue are counted, each once.</summary>
    public static bool IsDistinct(this AggregationKind kind) =>
        kind is AggregationKind.CountDistinct or AggregationKind.ShareDistinct;

    /// <summary>Whether the figure is a place in the order of all values.</summary>
    public static bool IsOrderStatistic(this AggregationKind kind) =>
        kind is AggregationKind.Median or AggregationKind.Percentile;

    /// <summary>
    /// Whether numerator and denominator do not say enough to combine two aggregates: what they were made from must
    /// travel along.
    /// </summary>
    public static bool CarriesContents(this AggregationKind kind) =>
        kind is >= AggregationKind.Median and <= AggregationKind.ShareDistinct;
}
