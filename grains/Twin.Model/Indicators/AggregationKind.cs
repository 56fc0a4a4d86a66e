namespace Twin.Model.Indicators;

/// <summary>
/// How a figure is made. Up to <see cref="Any"/> the observations of lower units become the figure of the unit above;
/// from <see cref="Growth"/> on each unit derives the figure from its own others, and nothing is averaged over units.
/// </summary>
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

    /// <summary>The middle one of all values, exactly: of an even number the mean of the two in the middle.</summary>
    Median = 5,

    /// <summary>The value below which a share of all values lies, exactly (Hyndman and Fan's definition 7).</summary>
    Percentile = 6,

    /// <summary>How many members of a catalogue any unit has. What two units have counts once.</summary>
    CountDistinct = 7,

    /// <summary>Of the members of a catalogue that any unit names, the share that any unit has.</summary>
    ShareDistinct = 8,

    /// <summary>1 when all who reported say yes, else 0.</summary>
    All = 9,

    /// <summary>1 when anyone who reported says yes, else 0.</summary>
    Any = 10,

    /// <summary>How far the level of another indicator is above that of some periods before.</summary>
    Growth = 11,

    /// <summary>The even growth a year that leads from the level of some years before to that of now.</summary>
    CompoundGrowth = 12,

    /// <summary>A weighted index of other indicators, each normalised.</summary>
    Composite = 13,

    /// <summary>The smallest of another indicator's figures over the members of a dimension.</summary>
    MemberMin = 14,

    /// <summary>The largest of another indicator's figures over the members of a dimension.</summary>
    MemberMax = 15,
}
