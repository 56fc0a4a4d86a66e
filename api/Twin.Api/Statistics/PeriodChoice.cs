using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Api.Statistics;

/// <summary>Which period is meant when none is named.</summary>
internal static class PeriodChoice
{
    /// <summary>The period that ends last, the longest of those; <c>null</c> when there is none.</summary>
    public static TimePeriod? Latest(IEnumerable<TimePeriod> periods)
    {
        TimePeriod? latest = null;
        foreach (var period in periods)
        {
            if (latest is not { } held
                || period.End > held.End
                || (period.End == held.End && period.Frequency < held.Frequency))
            {
                latest = period;
            }
        }

        return latest;
    }

    /// <summary>The latest period for which the unit has data on the indicator; this month when it has none.</summary>
    public static async Task<TimePeriod> LatestAsync(
        IAdministrativeUnitGrain unit, IndicatorCode indicator, TimeProvider time) =>
        Latest(await unit.GetPeriods(indicator))
        ?? TimePeriod.Containing(VietnamTime.Today(time), PeriodFrequency.Month);

    /// <summary>
    /// The latest period for which half of the units or more have reported; the latest of all where there is none. A
    /// month that has only begun to come in says nothing of those who have not reported yet.
    /// </summary>
    public static async Task<TimePeriod> LatestOfMostAsync(
        IAdministrativeUnitGrain unit, IndicatorCode indicator, TimeProvider time) =>
        Latest((await unit.GetSeries(indicator, first: null, last: null))
            .Where(figure => figure.Reported > 0 && 2 * figure.Reported >= figure.Expected)
            .Select(figure => figure.Period))
        ?? await LatestAsync(unit, indicator, time);
}
