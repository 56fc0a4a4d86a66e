namespace Twin.Model.Indicators;

/// <summary>How the observations of lower units become the figure of the unit above.</summary>
public enum AggregationKind
{
    /// <summary>The sum of the values.</summary>
    Sum = 0,

    /// <summary>The sum of numerators over the sum of denominators. Percentages are never averaged.</summary>
    RatioOfSums = 1,

    /// <summary>The mean of the values, weighted by the denominator of each.</summary>
    WeightedMean = 2,

    /// <summary>The smallest value.</summary>
    Min = 3,

    /// <summary>The largest value.</summary>
    Max = 4,
}
