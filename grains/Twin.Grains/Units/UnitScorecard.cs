using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// Holds the targets that bind a unit against its figures. Units and indicators of figures are those of
/// <paramref name="city"/>; plans and their targets are looked up in the live city, for they change more often.
/// </summary>
/// <param name="unit">The unit.</param>
/// <param name="city">The city that the figures are made for.</param>
/// <param name="live">The city as it is now.</param>
/// <param name="figures">The unit's figures.</param>
/// <param name="time">The clock.</param>
/// <param name="grains">Finds the unit that knows the others, where a target asks for a place among them.</param>
internal sealed class UnitScorecard(
    AdministrativeUnitCode unit,
    CityDefinition city,
    LiveCity live,
    UnitFigures figures,
    TimeProvider time,
    IGrainFactory grains)
{
    /// <summary>
    /// The measurable targets that bind this unit, on one indicator or all, held against the figures of periods that
    /// end no later than the given one does. One indicator is held against the figure of that very period.
    /// </summary>
    public async Task<IReadOnlyList<TargetAssessment>> AssessAsync(IndicatorCode? indicator, TimePeriod? period)
    {
        var now = live.Definition;
        var path = Path(now.Tree, period);
        var assessments = new List<TargetAssessment>();
        foreach (var target in TargetBinding.On(now, path))
        {
            if (target.IsMeasurable && target.Indicator is { } code && (indicator is null || code == indicator)
                && city.Indicators.TryGet(code, out var definition))
            {
                var series = Series(code, period, isExact: indicator is not null);
                assessments.Add(TargetRules.Assess(
                    target, definition, series, Today(period), await PlaceAsync(target, series, path)));
            }
        }

        return assessments;
    }

    /// <summary>The figures of many indicators and how the targets on them stand, without the words for it.</summary>
    public async Task<ImmutableArray<IndicatorStanding>> StandAsync(StandingsQuestion question)
    {
        var now = live.Definition;
        var path = Path(now.Tree, question.Period);
        if (path.Length == 0)
        {
            return [.. question.Indicators.Select(_ => new IndicatorStanding(null, []))];
        }

        var binding = TargetBinding.On(now, path).Where(target => target.IsMeasurable).ToLookup(t => t.Indicator);
        var standings = ImmutableArray.CreateBuilder<IndicatorStanding>(question.Indicators.Length);
        foreach (var code in question.Indicators)
        {
            standings.Add(city.Indicators.TryGetOrdinal(code, out var ordinal)
                ? await StandAsync(question, ordinal, binding[code], path)
                : new IndicatorStanding(null, []));
        }

        return standings.DrainToImmutable();
    }

    private async Task<IndicatorStanding> StandAsync(
        StandingsQuestion question, int ordinal, IEnumerable<Target> targets, AdministrativeUnit[] path)
    {
        var indicator = city.Indicators[ordinal];
        if (question.IsExact && !targets.Any())
        {
            // A map asks this of every commune: no series, which derived figures are worked out for.
            return new IndicatorStanding(figures.Figure(ordinal, question.Period), []);
        }

        var series = Series(indicator.Code, question.Period, question.IsExact);
        var standings = ImmutableArray.CreateBuilder<TargetStanding>();
        foreach (var target in targets)
        {
            var judged = TargetRules.Judge(
                target, indicator, series, Today(question.Period), await PlaceAsync(target, series, path));
            standings.Add(new TargetStanding(target.Id, judged.Status, judged.Gap));
        }

        var figure = question.IsExact
            ? figures.Figure(ordinal, question.Period)
            : series.Where(f => f.Value is not null).MaxBy(f => (f.Period.End, f.Period.Frequency));
        return new IndicatorStanding(figure, standings.DrainToImmutable());
    }

    private IReadOnlyList<Rollup> Series(IndicatorCode indicator, TimePeriod? period, bool isExact) =>
        period is not { } limit
            ? figures.Series(indicator, null, null)
            : figures.Series(
                indicator,
                p => p.End <= limit.End && (!isExact || p.Frequency == limit.Frequency));

    /// <summary>The unit's place among those that the target names, in the period of its last figure.</summary>
    private async Task<RankedPlace?> PlaceAsync(
        Target target, IReadOnlyList<Rollup> series, AdministrativeUnit[] path)
    {
        if (target is not { Comparator: TargetComparator.Rank, Among: { } level, Indicator: { } indicator }
            || series.Where(f => f.Value is not null).MaxBy(f => (f.Period.End, f.Period.Frequency)) is not { } last)
        {
            return null;
        }

        var ranked = await grains.GetGrain<IAdministrativeUnitGrain>(path[^1].Code.Value)
            .GetRanking(indicator, last.Period, level);
        return ranked.FirstOrDefault(r => r.Figure.Unit == unit)?.Place;
    }

    /// <summary>The day from which one looks: the last of the period, or today in Vietnam.</summary>
    private DateOnly Today(TimePeriod? period) =>
        period?.End ?? VietnamDay.Of(time.GetUtcNow());

    /// <summary>This unit and those above it at the end of the period, or when this unit was last made.</summary>
    private AdministrativeUnit[] Path(AdministrativeTree tree, TimePeriod? period)
    {
        var date = period?.End ?? tree.VersionsOf(unit).LastOrDefault()?.ValidFrom;
        return date is { } day ? [.. tree.On(day).PathUp(unit)] : [];
    }
}
