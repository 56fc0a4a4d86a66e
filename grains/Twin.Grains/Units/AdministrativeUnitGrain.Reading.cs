using System.Collections.Immutable;
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

    public Task<IReadOnlyList<Rollup>> GetSeries(IndicatorCode indicator, TimePeriod? first, TimePeriod? last) =>
        Task.FromResult(_figures.Series(indicator, first, last));

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
}
