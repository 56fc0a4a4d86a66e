using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Holds the targets of a unit against figures that were carried onto its boundaries.</summary>
internal sealed class RebasedTargets(RebasedFigures rebased, CityDefinition city, IGrainFactory grains)
{
    /// <summary>
    /// The targets on an indicator that bind a unit on the day of the boundaries, held against its figures up to a
    /// period. A place among others is not known of figures on other boundaries.
    /// </summary>
    public async Task<IReadOnlyList<TargetAssessment>> AssessAsync(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        var binding = Binding(unit, indicator, boundaries);
        if (binding.Length == 0)
        {
            return [];
        }

        var all = await SeriesAsync(unit, indicator, period.End, binding, boundaries, asOf, cancellationToken);
        return Assess(binding, indicator, period, all);
    }

    /// <summary>The same of several units as known now, in their order; each unit of then is asked once.</summary>
    public async Task<IReadOnlyList<TargetAssessment>[]> AssessAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        Indicator indicator,
        TimePeriod period,
        Boundaries boundaries,
        CancellationToken cancellationToken)
    {
        var bound = units.Select(unit => (Unit: unit, Targets: Binding(unit, indicator, boundaries)))
            .Where(one => one.Targets.Length > 0)
            .ToDictionary(one => one.Unit, one => one.Targets);
        AdministrativeUnitCode[] asked = [.. bound.Keys];
        var series = await rebased.SeriesAsync(asked, indicator, null, null, boundaries, cancellationToken);
        var made = asked.Zip(series).ToDictionary(
            pair => pair.First, pair => Assess(bound[pair.First], indicator, period, pair.Second));
        return [.. units.Select(unit => made.GetValueOrDefault(unit) ?? [])];
    }

    /// <summary>
    /// Every measurable target that binds a unit on the day of the boundaries, held against its figures up to a day,
    /// with how the figure that counts came onto them. One that asks for a place has no data here.
    /// </summary>
    public async Task<IReadOnlyList<(TargetAssessment Assessment, RebasingNote? Note)>> ScorecardAsync(
        AdministrativeUnitCode unit,
        DateOnly until,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        var scorecard = new List<(TargetAssessment, RebasingNote?)>();
        foreach (var alike in Binding(unit, boundaries).GroupBy(target => target.Indicator))
        {
            if (alike.Key is not { } code || !city.Indicators.TryGet(code, out var indicator))
            {
                continue;
            }

            Target[] targets = [.. alike];
            var all = await SeriesAsync(unit, indicator, until, targets, boundaries, asOf, cancellationToken);
            var counting = all.Where(one => one.Figure.Period.End <= until).ToArray();
            var series = counting.Select(one => one.Figure).ToArray();
            foreach (var target in targets)
            {
                var assessment = TargetRules.Assess(target, indicator, series, until, null);
                scorecard.Add((
                    assessment,
                    counting.FirstOrDefault(one => one.Figure.Period == assessment.Figure?.Period)?.Note));
            }
        }

        return scorecard;
    }

    private static IReadOnlyList<TargetAssessment> Assess(
        Target[] binding, Indicator indicator, TimePeriod period, IReadOnlyList<RebasedFigure> all)
    {
        var series = all.Select(one => one.Figure)
            .Where(figure => figure.Period.End <= period.End && figure.Period.Frequency == period.Frequency).ToArray();
        return [.. binding.Select(target => TargetRules.Assess(target, indicator, series, period.End, null))];
    }

    private Target[] Binding(AdministrativeUnitCode unit, Indicator indicator, Boundaries boundaries) =>
    [
        .. Binding(unit, boundaries).Where(target =>
            target.Comparator is not TargetComparator.Rank && target.Indicator == indicator.Code),
    ];

    private IEnumerable<Target> Binding(AdministrativeUnitCode unit, Boundaries boundaries) =>
        TargetBinding.On(city, [.. city.Tree.On(boundaries.Date).PathUp(unit)]).Where(target => target.IsMeasurable);

    /// <summary>All figures; of an instant those that an assessment looks at, for each costs many a question.</summary>
    private async Task<IReadOnlyList<RebasedFigure>> SeriesAsync(
        AdministrativeUnitCode unit,
        Indicator indicator,
        DateOnly until,
        IEnumerable<Target> targets,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        if (asOf is not { } instant)
        {
            return await rebased.SeriesAsync(unit, indicator, null, null, boundaries, cancellationToken);
        }

        var made = new Dictionary<TimePeriod, RebasedFigure>();
        var root = grains.GetGrain<IAdministrativeUnitGrain>(CityRoot.Of(city, boundaries.Date).Value);
        await PastTargets.SeriesAsync(
            await root.GetPeriods(indicator.Code),
            until,
            targets,
            async period =>
            {
                var figures = await rebased.OfPeriodAsync(
                    [unit], indicator, period, boundaries, instant, cancellationToken);
                made[period] = figures[0];
                return figures[0].Figure;
            });
        return [.. made.Values.Where(one => one.Figure.Value is not null).OrderBy(one => one.Figure.Period)];
    }
}
