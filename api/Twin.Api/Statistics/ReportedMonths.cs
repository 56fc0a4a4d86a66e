using System.Collections.Frozen;
using Twin.Api.Requests;
using Twin.Grains.Units;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Api.Statistics;

/// <summary>
/// The month that is meant when none is named: the latest that somebody reported of. What the twin counts by itself,
/// the fleet and the duties, is there for the month that runs, in which nobody else has reported yet.
/// </summary>
internal sealed class ReportedMonths(IGrainFactory grains, FleetRules fleet, TimeProvider time)
{
    private readonly FrozenSet<IndicatorCode> _counted = fleet.Indicators.Select(one => one.Indicator)
        .Concat(DutyIndicators.All.Select(indicator => indicator.Code)).ToFrozenSet();

    /// <summary>The latest month that a unit has reports of; this month when it has none.</summary>
    public async Task<TimePeriod> LatestAsync(AdministrativeUnitCode unit)
    {
        var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Value);
        return await LatestAsync(grain, await grain.GetPeriods(indicator: null))
            ?? TimePeriod.Containing(VietnamTime.Today(time), PeriodFrequency.Month);
    }

    /// <summary>The latest of the months among periods that a unit has reports of.</summary>
    public async Task<TimePeriod?> LatestAsync(IAdministrativeUnitGrain unit, IEnumerable<TimePeriod> periods)
    {
        var months = periods.Where(period => period.Frequency == PeriodFrequency.Month)
            .OrderByDescending(period => period.End).ToArray();
        foreach (var month in months)
        {
            if ((await unit.GetPeriod(month)).Any(figure =>
                figure.Value is not null && !_counted.Contains(figure.Indicator)))
            {
                return month;
            }
        }

        return PeriodChoice.Latest(months);
    }
}
