namespace Twin.Model.Indicators;

/// <summary>
/// Which figure of a component counts for a period of the index, where it has none of that very period.
/// </summary>
public enum ComponentPeriod
{
    /// <summary>The last one within the period: right for what stands, such as coverage.</summary>
    Latest = 0,

    /// <summary>All of a year's months, quarters or half-years together: right for what flows, such as files.</summary>
    WholeYear = 1,
}
