using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>
/// Asks the units of then and gives their figures to those of another date. What is derived is worked out anew from
/// what was given so.
/// </summary>
internal sealed class RebasedFigures(
    CityDefinition city, BoundaryFlows flows, IGrainFactory grains, IOptions<TwinApiOptions> options)
{
    /// <summary>The figures of one period for some units that stand on a day.</summary>
    public async Task<RebasedFigure[]> OfPeriodAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        Indicator indicator,
        TimePeriod period,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        if (indicator.Derivation is not null && city.Indicators.TryGetOrdinal(indicator.Code, out var ordinal))
        {
            var periods = await PeriodsAsync(indicator, boundaries, cancellationToken);
            return await DerivedAsync(units, ordinal, period, boundaries, asOf, periods, cancellationToken);
        }

        return await ContributedAsync(
            units, indicator, period, Breakdown.None, boundaries, asOf, cancellationToken);
    }

    /// <summary>What a derived figure of a unit that stands on a day is made from.</summary>
    public async Task<IReadOnlyList<DerivedInput>> InputsAsync(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        if (!city.Indicators.TryGetOrdinal(indicator.Code, out var ordinal) || indicator.Derivation is null)
        {
            return [];
        }

        var periods = await PeriodsAsync(indicator, boundaries, cancellationToken);
        var sources = await SourcesAsync([unit], ordinal, period, boundaries, asOf, periods, cancellationToken);
        return sources[0].Derived.Inputs(ordinal, period);
    }

    /// <summary>The figures of one unit that stands on a day, for all periods with data, oldest first.</summary>
    public async Task<IReadOnlyList<RebasedFigure>> SeriesAsync(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod? first,
        TimePeriod? last,
        Boundaries boundaries,
        CancellationToken cancellationToken) =>
        (await SeriesAsync([unit], indicator, first, last, boundaries, cancellationToken))[0];

    /// <summary>The same of several units, in their order; each unit of then is asked once.</summary>
    public async Task<IReadOnlyList<RebasedFigure>[]> SeriesAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        Indicator indicator,
        TimePeriod? first,
        TimePeriod? last,
        Boundaries boundaries,
        CancellationToken cancellationToken)
    {
        if (indicator.Derivation is not null && city.Indicators.TryGetOrdinal(indicator.Code, out var ordinal))
        {
            return await DerivedSeriesAsync(units, ordinal, first, last, boundaries, cancellationToken);
        }

        BoundaryFlow[] ways =
            [.. city.Tree.ChangeDates.Select(date => flows.Between(date, boundaries.Date, boundaries.Weight))];
        AdministrativeUnitCode[][] sources =
        [
            .. units.Select(unit => ways.SelectMany(flow => Rebasing.SourcesOf(flow, unit, indicator))
                .Distinct().ToArray()),
        ];
        AdministrativeUnitCode[] all = [.. sources.SelectMany(own => own).Distinct()];
        var asked = await FanOut.AskAsync(
            all,
            options.Value.MaxGrainCalls,
            code => Unit(code).GetSeries(indicator.Code, first, last),
            cancellationToken);
        var series = all.Zip(asked).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. units.Zip(sources, Rebase)];

        IReadOnlyList<RebasedFigure> Rebase(AdministrativeUnitCode unit, AdministrativeUnitCode[] own) =>
        [
            .. own.SelectMany(source => series[source])
                .GroupBy(figure => figure.Period).OrderBy(group => group.Key.Key)
                .Select(group => Rebasing.Figure(
                    flows.Between(group.Key.End, boundaries.Date, boundaries.Weight),
                    boundaries.Date,
                    unit,
                    indicator,
                    group.Key,
                    group.ToDictionary(figure => figure.Unit))),
        ];
    }

    private async Task<RebasedFigure[]> ContributedAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        Indicator indicator,
        TimePeriod period,
        Breakdown breakdown,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        var flow = flows.Between(period.End, boundaries.Date, boundaries.Weight);
        // One unit needs few of the units of then; a map needs all.
        AdministrativeUnitCode[] sources =
            [.. Rebasing.SourcesOf(flow, units is [var only] ? only : null, indicator)];
        var asked = await FanOut.AskAsync(
            sources,
            options.Value.MaxGrainCalls,
            code => Unit(code).GetRollup(indicator.Code, period, asOf, breakdown),
            cancellationToken);
        var figures = asked.OfType<Rollup>().ToDictionary(figure => figure.Unit);
        return
        [
            .. units.Select(unit => Rebasing.Figure(
                flow, boundaries.Date, unit, indicator, period, figures, breakdown)),
        ];
    }

    private async Task<RebasedFigure[]> DerivedAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        int ordinal,
        TimePeriod period,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        ILookup<int, TimePeriod> periods,
        CancellationToken cancellationToken)
    {
        var sources = await SourcesAsync(units, ordinal, period, boundaries, asOf, periods, cancellationToken);
        return [.. sources.Select(source => source.Figure(ordinal, period))];
    }

    /// <summary>Re-bases all that the figures of some units are made from.</summary>
    private async Task<DerivedRebasing[]> SourcesAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        int ordinal,
        TimePeriod period,
        Boundaries boundaries,
        DateTimeOffset? asOf,
        ILookup<int, TimePeriod> periods,
        CancellationToken cancellationToken)
    {
        var made = units.Select(
            _ => new Dictionary<(int Indicator, TimePeriod Period, Breakdown Breakdown), RebasedFigure>()).ToArray();
        var sources = units.Select((unit, i) => new DerivedRebasing(
            unit, boundaries.Date, city.Indicators, periods, made[i])).ToArray();
        if (sources.Length == 0)
        {
            return [];
        }

        // What is needed depends on the catalogue and on the periods that there are, and not on the unit.
        foreach (var need in sources[0].Derived.Needs(ordinal, period).Distinct()
            .Where(need => periods[need.Indicator].Contains(need.Period)))
        {
            var inputs = await ContributedAsync(
                units,
                city.Indicators[need.Indicator],
                need.Period,
                need.Breakdown,
                boundaries,
                asOf,
                cancellationToken);
            for (var i = 0; i < inputs.Length; i++)
            {
                made[i].Add(need, inputs[i]);
            }
        }

        return sources;
    }

    private async Task<IReadOnlyList<RebasedFigure>[]> DerivedSeriesAsync(
        IReadOnlyList<AdministrativeUnitCode> units,
        int ordinal,
        TimePeriod? first,
        TimePeriod? last,
        Boundaries boundaries,
        CancellationToken cancellationToken)
    {
        var series = units.Select(_ => new List<RebasedFigure>()).ToArray();
        if (units.Count == 0)
        {
            return series;
        }

        // Which periods are possible depends on the catalogue and on the periods that there are, and not on the unit.
        var periods = await PeriodsAsync(city.Indicators[ordinal], boundaries, cancellationToken);
        var none = new Dictionary<(int Indicator, TimePeriod Period, Breakdown Breakdown), RebasedFigure>();
        var possible = new DerivedRebasing(units[0], boundaries.Date, city.Indicators, periods, none).Derived
            .PossiblePeriods(ordinal).Where(period => !(period < first) && !(period > last)).Order().ToArray();
        foreach (var period in possible)
        {
            var made = await DerivedAsync(units, ordinal, period, boundaries, null, periods, cancellationToken);
            for (var i = 0; i < made.Length; i++)
            {
                if (made[i] is { Figure.Value: not null } or { Note.ReasonCode: not null })
                {
                    series[i].Add(made[i]);
                }
            }
        }

        return series;
    }

    /// <summary>The periods for which the city has figures of what an indicator is made from.</summary>
    private async Task<ILookup<int, TimePeriod>> PeriodsAsync(
        Indicator indicator, Boundaries boundaries, CancellationToken cancellationToken)
    {
        var root = Unit(CityRoot.Of(city, boundaries.Date));
        Indicator[] inputs = [.. city.Indicators.ReportedFor(indicator.Code)];
        var periods = await FanOut.AskAsync(
            inputs, options.Value.MaxGrainCalls, input => root.GetPeriods(input.Code), cancellationToken);
        return inputs.Zip(periods)
            .SelectMany(pair => pair.Second.Select(period => (pair.First.Code, period)))
            .ToLookup(
                pair => city.Indicators.TryGetOrdinal(pair.Code, out var ordinal) ? ordinal : -1, pair => pair.period);
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
