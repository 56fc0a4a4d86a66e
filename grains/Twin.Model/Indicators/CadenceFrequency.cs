using Twin.Model.Time;

namespace Twin.Model.Indicators;

/// <summary>The length of the periods that a cadence asks for.</summary>
public static class CadenceFrequency
{
    /// <summary>
    /// The frequency of an ISO 8601 duration; <c>null</c> for none, and for one that no calendar period has.
    /// </summary>
    public static PeriodFrequency? Of(string? cadence) => cadence switch
    {
        "P1D" => PeriodFrequency.Day,
        "P1M" => PeriodFrequency.Month,
        "P3M" => PeriodFrequency.Quarter,
        "P6M" => PeriodFrequency.HalfYear,
        "P1Y" => PeriodFrequency.Annual,
        _ => null,
    };
}
