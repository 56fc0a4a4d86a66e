using Twin.Grains.Units;
using Twin.Model.Calendars;
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

        var series = await SeriesAsync(unit, indicator.Code, period.End, asOf, today.Select(one => one.Target));
        return [.. today.Select(assessment => TargetRules.Assess(
            assessment.Target, indicator, series, period.End, assessment.Place))];
    }

    /// <summary>The scorecard of a unit, assessed on what was known at <paramref name="asOf"/>.</summary>
    public static async Task<IReadOnlyList<TargetAssessment>> ScorecardAsync(
        IAdministrativeUnitGrain unit,
        IndicatorCatalog indicators,
        TimePeriod? period,
        DateTimeOffset asOf,
        CancellationToken cancellationToken)
    {
        var until = period?.End ?? VietnamDay.Of(asOf);
        var past = new List<TargetAssessment>();
        foreach (var alike in (await unit.GetScorecard(period)).GroupBy(one => one.Target.Indicator))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (alike.Key is { } code && indicators.TryGet(code, out var indicator))
            {
                var series = await SeriesAsync(unit, code, until, asOf, alike.Select(one => one.Target));
                past.AddRange(alike.Select(one =>
                    TargetRules.Assess(one.Target, indicator, series, until, one.Place)));
            }
        }

        return past;
    }

    /// <summary>What an assessment looks at, of the figures of a unit as they were known then.</summary>
    private static async Task<IReadOnlyList<Rollup>> SeriesAsync(
        IAdministrativeUnitGrain unit,
        IndicatorCode indicator,
        DateOnly until,
        DateTimeOffset asOf,
        IEnumerable<Target> targets) =>
        await SeriesAsync(
            await unit.GetPeriods(indicator), until, targets, period => unit.GetRollup(indicator, period, asOf));

    /// <summary>
    /// What an assessment looks at: the first figure, those of the due dates and the latest few. The figures between
    /// are left out: each costs a question to every unit below.
    /// </summary>
    /// <param name="known">The periods that there are.</param>
    /// <param name="until">The last day that counts.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="ask">The figure of a period; <c>null</c> for none.</param>
    public static async Task<IReadOnlyList<Rollup>> SeriesAsync(
        IEnumerable<TimePeriod> known,
        DateOnly until,
        IEnumerable<Target> targets,
        Func<TimePeriod, Task<Rollup?>> ask)
    {
        var periods = known.Where(period => period.End <= until).ToArray();
        var figures = new SortedDictionary<TimePeriod, Rollup>();
        for (var i = periods.Length - 1; i >= 0 && figures.Count < TargetRules.TrendPeriods; i--)
        {
            await AskAsync(periods[i]);
        }

        foreach (var due in targets.Select(target => target.DueDate).OfType<DateOnly>().Distinct())
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
            if (!figures.ContainsKey(period) && await ask(period) is { Value: not null } figure)
            {
                figures.Add(period, figure);
            }

            return figures.ContainsKey(period);
        }
    }
}
