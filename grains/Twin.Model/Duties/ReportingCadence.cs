namespace Twin.Model.Duties;

/// <summary>How often something is reported.</summary>
public enum ReportingCadence
{
    /// <summary><c>R2/P1M</c>: for the days to the 15th, and for those from the 16th to the month's end.</summary>
    TwiceMonthly = 0,

    /// <summary><c>P1M</c>.</summary>
    Monthly = 1,

    /// <summary><c>P3M</c>.</summary>
    Quarterly = 2,

    /// <summary><c>P6M</c>.</summary>
    HalfYearly = 3,

    /// <summary><c>P1Y</c>.</summary>
    Yearly = 4,
}
