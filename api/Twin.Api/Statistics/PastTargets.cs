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

        var dueDates = today.Select(assessment => assessment.Target.DueDate).OfType<DateOnly>().Distinct();
        var series = await SeriesAsync(unit, indicator.Code, period, asOf, dueDates);
        return [.. today.Select(assessment => TargetRules.Assess(
            assessment.Target, indicator, series, period.End, assessment.Place))];
    }

    /// <summary>
    /// What an assessment looks at, the first figure, those of the due dates and the latest few, as they were known
    /// then. The figures between are left out: each costs a question to every unit below.
    /// </summary>
    private static async Task<IReadOnlyList<Rollup>> SeriesAsync(
        IAdministrativeUnitGrain unit,
        IndicatorCode indicator,
        TimePeriod last,
        DateTimeOffset asOf,
        IEnumerable<DateOnly> dueDates)
    {
        var periods = (await unit.GetPeriods(indicator)).Where(period => period.End <= last.End).ToArray();
        var figures = new SortedDictionary<TimePeriod, Rollup>();
        for (var i = periods.Length - 1; i >= 0 && figures.Count < TargetRules.TrendPeriods; i--)
        {
            await AskAsync(periods[i]);
        }

        foreach (var due in dueDates)
        {
            await AskUntilFoundAsync(periods.Where(period => period.End <= due).Reverse());
        }

        await AskUntilFoundAsync(periods);
        return [.. figures.Values];

        async Task AskUntilFoundAsync(IEnumerable<TimePeriod> wanted)
        {
            foreach (var period in wanted)
            {
                if (await AskAsync(period))
                {
                    return;
                }
            }
        }

        async Task<bool> AskAsync(TimePeriod period)
        {
            if (!figures.ContainsKey(period)
                && await unit.GetRollup(indicator, period, asOf) is { Value: not null } figure)
            {
                figures.Add(period, figure);
            }

            return figures.ContainsKey(period);
        }
    }
}
