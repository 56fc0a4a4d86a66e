using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Asks the units of then and gives their figures to those of another date.</summary>
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
        var flow = flows.Between(period.End, boundaries.Date, boundaries.Weight);
        // One unit needs few of the units of then; a map needs all.
        AdministrativeUnitCode[] sources =
            [.. Rebasing.SourcesOf(flow, units is [var only] ? only : null, indicator)];
        var asked = await FanOut.AskAsync(
            sources,
            options.Value.MaxGrainCalls,
            code => Unit(code).GetRollup(indicator.Code, period, asOf),
            cancellationToken);
        var figures = asked.OfType<Rollup>().ToDictionary(figure => figure.Unit);
        return
        [
            .. units.Select(unit => Rebasing.Figure(flow, boundaries.Date, unit, indicator, period, figures)),
        ];
    }

    /// <summary>The figures of one unit that stands on a day, for all periods with data, oldest first.</summary>
    public async Task<IReadOnlyList<RebasedFigure>> SeriesAsync(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod? first,
        TimePeriod? last,
        Boundaries boundaries,
        CancellationToken cancellationToken)
    {
        AdministrativeUnitCode[] sources =
        [
            .. city.Tree.ChangeDates
                .SelectMany(date => Rebasing.SourcesOf(
                    flows.Between(date, boundaries.Date, boundaries.Weight), unit, indicator)).Distinct(),
        ];
        var asked = await FanOut.AskAsync(
            sources,
            options.Value.MaxGrainCalls,
            code => Unit(code).GetSeries(indicator.Code, first, last),
            cancellationToken);
        return
        [
            .. asked.SelectMany(series => series).GroupBy(figure => figure.Period).OrderBy(group => group.Key.Key)
                .Select(group => Rebasing.Figure(
                    flows.Between(group.Key.End, boundaries.Date, boundaries.Weight),
                    boundaries.Date,
                    unit,
                    indicator,
                    group.Key,
                    group.ToDictionary(figure => figure.Unit))),
        ];
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
