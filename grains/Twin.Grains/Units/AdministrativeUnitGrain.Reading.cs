using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>What a unit says about its figures and targets.</summary>
internal sealed partial class AdministrativeUnitGrain
{
    // Units of one tree that are asked at once for a ranking; a country's communes must not be asked all together.
    private const int RankedAtOnce = 256;

    public async Task<AggregatesMessage> GetTotalsAsOf(ImmutableArray<FigureKey> figures, DateTimeOffset asOf)
    {
        var then = await TableAsOf(figures, asOf);
        return new AggregatesMessage(
            _code,
            [
                .. figures.SelectMany(figure =>
                    _city.Definition.Indicators.TryGetOrdinal(figure.Indicator, out var ordinal)
                        ? then.Rows(ordinal, figure.Period)
                        : []),
            ]);
    }

    public async Task<Rollup?> GetRollup(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf, Breakdown breakdown = default) =>
        _city.Definition.Indicators.TryGetOrdinal(indicator, out var ordinal)
        && _city.Definition.Tree.Find(_code, period.End) is not null
            ? (await FiguresAsOf(ordinal, period, asOf)).Figure(ordinal, period, breakdown)
            : null;

    public Task<IReadOnlyList<Rollup>> GetSeries(
        IndicatorCode indicator, TimePeriod? first, TimePeriod? last, Breakdown breakdown = default) =>
        Task.FromResult(_figures.Series(indicator, first, last, breakdown));

    public async Task<IReadOnlyList<Rollup>> GetBreakdowns(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf) =>
        _city.Definition.Indicators.TryGetOrdinal(indicator, out var ordinal)
            ? (await FiguresAsOf(ordinal, period, asOf)).Breakdowns(ordinal, period)
            : [];

    public async Task<ImmutableArray<DerivedInput>> GetInputs(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf, Breakdown breakdown = default) =>
        _city.Definition.Indicators.TryGetOrdinal(indicator, out var ordinal)
        && _city.Definition.Tree.Find(_code, period.End) is not null
            ? (await FiguresAsOf(ordinal, period, asOf)).Inputs(ordinal, period, breakdown)
            : [];

    public Task<IReadOnlyList<Rollup>> GetPeriod(TimePeriod period) => Task.FromResult(_figures.OfPeriod(period));

    public Task<IReadOnlyList<TimePeriod>> GetPeriods(IndicatorCode? indicator) =>
        Task.FromResult(_figures.Periods(indicator));

    public Task<IReadOnlyList<TargetAssessment>> GetScorecard(TimePeriod? period) =>
        _scorecard.AssessAsync(null, period);

    public Task<IReadOnlyList<TargetAssessment>> GetTargets(IndicatorCode indicator, TimePeriod period) =>
        _scorecard.AssessAsync(indicator, period);

    public Task<ImmutableArray<IndicatorStanding>> GetStandings(StandingsQuestion question) =>
        _scorecard.StandAsync(question);

    public async Task<ImmutableArray<RankedFigure>> GetRanking(
        IndicatorCode indicator, TimePeriod period, AdministrativeLevel level)
    {
        if (!_city.Definition.Indicators.TryGet(indicator, out var definition))
        {
            return [];
        }

        var figures = new List<Rollup>();
        var units = _city.Definition.Tree.On(period.End).SelfAndBelow(_code).Where(unit => unit.Level == level);
        foreach (var some in units.Chunk(RankedAtOnce))
        {
            var answers = await Task.WhenAll(some.Select(
                unit => unit.Code == _code
                    ? GetRollup(indicator, period, null)
                    : Unit(unit.Code).GetRollup(indicator, period, null)));
            figures.AddRange(answers.OfType<Rollup>());
        }

        return Ranking.Of(definition, figures);
    }

    private async Task<UnitFigures> FiguresAsOf(int indicator, TimePeriod period, DateTimeOffset? asOf) =>
        asOf is { } instant
            ? new UnitFigures(
                _code, _city.Definition, await TableAsOf(_figures.Needs(indicator, period), instant))
            : _figures;

    /// <summary>
    /// The rows of some figures as known at an instant, in a table of their own: what was known then is combined as
    /// what is known now.
    /// </summary>
    private async Task<RollupTable> TableAsOf(ImmutableArray<FigureKey> figures, DateTimeOffset asOf)
    {
        var then = new RollupTable(_code, _city.Definition.Tree, _city.Definition.Indicators);
        foreach (var (indicator, period) in figures)
        {
            if (_city.Definition.Indicators.TryGetOrdinal(indicator, out var ordinal))
            {
                _history.CopyTo(then, ordinal, period, asOf);
            }
        }

        // Each unit below is asked once, for the periods in which it stood below.
        var asked = figures.GroupBy(figure => figure.Period)
            .SelectMany(group => _city.Definition.Tree.On(group.Key.End).ChildrenOf(_code)
                .SelectMany(child => group.Select(figure => (child.Code, figure))))
            .GroupBy(one => one.Code, one => one.figure);
        foreach (var totals in await Task.WhenAll(
            asked.Select(child => Unit(child.Key).GetTotalsAsOf([.. child], asOf))))
        {
            then.Receive(totals.From, totals.Rows);
        }

        return then;
    }
}
