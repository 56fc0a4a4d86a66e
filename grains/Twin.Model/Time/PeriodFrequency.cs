namespace Twin.Model.Time;

/// <summary>How long a time period is (SDMX frequency code list).</summary>
public enum PeriodFrequency
{
    /// <summary>A calendar year, <c>2025</c>.</summary>
    Annual = 1,

    /// <summary>A half-year, <c>2025-S1</c>.</summary>
    HalfYear = 2,

    /// <summary>A quarter, <c>2025-Q3</c>.</summary>
    Quarter = 3,

    /// <summary>A month, <c>2025-06</c>.</summary>
    Month = 4,

    /// <summary>A day, <c>2025-06-15</c>.</summary>
    Day = 5,

    /// <summary>
    /// The first months of a year, <c>2025-01-01/P10M</c>: an SDMX time range. Never compared with a whole year.
    /// </summary>
    YearToDate = 6,
}
