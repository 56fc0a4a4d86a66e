using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Lists;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Ranks units by figures on other boundaries than those of then, or as known at an instant.</summary>
internal sealed class OtherRankings(
    CityDefinition city,
    RebasedFigures rebased,
    RebasedTargets targets,
    IGrainFactory grains,
    IOptions<TwinApiOptions> options,
    TimeProvider time)
{
    /// <summary>A page of the ranking, and how many units there are.</summary>
    public async Task<(RankedFigureAnswer[] Items, int Count)> RankAsync(
        AdministrativeUnitCode root,
        AdministrativeLevel level,
        Indicator indicator,
        TimePeriod period,
        Boundaries? boundaries,
        DateTimeOffset? asOf,
        Page page,
        CancellationToken cancellationToken)
    {
        AdministrativeUnitCode[] units =
        [
            .. city.Tree.On(boundaries?.Date ?? period.End).SelfAndBelow(root)
                .Where(unit => unit.Level == level).Select(unit => unit.Code),
        ];
        var notes = new Dictionary<AdministrativeUnitCode, RebasingNote>();
        IEnumerable<Rollup> figures;
        if (boundaries is not null)
        {
            var made = await rebased.OfPeriodAsync(units, indicator, period, boundaries, asOf, cancellationToken);
            notes = made.ToDictionary(one => one.Figure.Unit, one => one.Note);
            figures = made.Select(one => one.Figure);
        }
        else
        {
            var asked = await FanOut.AskAsync(
                units,
                options.Value.MaxGrainCalls,
                code => Unit(code).GetRollup(indicator.Code, period, asOf),
                cancellationToken);
            figures = asked.OfType<Rollup>();
        }

        var ranked = Ranking.Of(indicator, figures);
        var now = time.GetUtcNow();
        var items = await FanOut.AskAsync(
            ranked.Slice(page),
            options.Value.MaxGrainCalls,
            async one => RankedFigureAnswer.Of(
                one,
                await AssessAsync(one.Figure.Unit, indicator, period, boundaries, asOf, cancellationToken),
                now,
                asOf,
                notes.GetValueOrDefault(one.Figure.Unit)),
            cancellationToken);
        return (items, ranked.Length);
    }

    private async Task<IReadOnlyList<TargetAssessment>> AssessAsync(
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        Boundaries? boundaries,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        if (boundaries is not null)
        {
            return await targets.AssessAsync(unit, indicator, period, boundaries, asOf, cancellationToken);
        }

        return asOf is { } instant ? await PastTargets.AssessAsync(Unit(unit), indicator, period, instant) : [];
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
