using Twin.Grains.Units;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Api.Statistics;

/// <summary>Holds targets against the figures as they were known at an instant.</summary>
internal static class PastTargets
{
    /// <summary>The targets that bind a unit, assessed on what was known at <paramref name="asOf"/>.</summary>
    public static async Task<IReadOnlyList<TargetAssessment>> AssessAsync(
        IAdministrativeUnitGrain unit, Indicator indicator, TimePeriod period, DateTimeOffset asOf)
    {
        var today = await unit.GetTargets(indicator.Code, period);
        if (today.Count == 0)
        {
            return today;
        }

        var series = await SeriesAsync(unit, indicator.Code, period, asOf);
        return [.. today.Select(assessment => TargetRules.Assess(assessment.Target, indicator, series))];
    }

    /// <summary>
    /// What an assessment looks at, the first figure and the latest few, as they were known then. The figures between
    /// are left out: each costs a question to every unit below.
    /// </summary>
    private static async Task<IReadOnlyList<Rollup>> SeriesAsync(
        IAdministrativeUnitGrain unit, IndicatorCode indicator, TimePeriod last, DateTimeOffset asOf)
    {
        var periods = (await unit.GetPeriods(indicator)).Where(period => period.End <= last.End).ToArray();
        var figures = new LinkedList<Rollup>();
        var low = 0;
        var high = periods.Length - 1;
        while (low <= high && figures.Count < TargetRules.TrendPeriods)
        {
            if (await unit.GetRollup(indicator, periods[high--], asOf) is { Value: not null } figure)
            {
                figures.AddFirst(figure);
            }
        }

        while (low <= high)
        {
            if (await unit.GetRollup(indicator, periods[low++], asOf) is { Value: not null } first)
            {
                figures.AddFirst(first);
                break;
            }
        }

        return [.. figures];
    }
}
