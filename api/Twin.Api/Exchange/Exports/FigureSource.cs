using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Exports;

/// <summary>Asks the units' grains for the figures of a slice, a unit at a time.</summary>
internal sealed class FigureSource(CityDefinition city, IGrainFactory grains, IOptions<TwinApiOptions> options)
{
    /// <summary>The series of the slice that have figures, by unit and indicator.</summary>
    public async IAsyncEnumerable<FigureSeries> ReadAsync(
        FigureSlice slice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var territories = city.Tree.ChangeDates.Select(date => Territory.Of(city.Tree.On(date), slice)).ToArray();
        var codes = territories.SelectMany(territory => territory.Units.Keys).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var grain = grains.GetGrain<IAdministrativeUnitGrain>(code);
            var all = await FanOut.AskAsync(
                slice.Indicators,
                options.Value.MaxGrainCalls,
                indicator => AskAsync(grain, indicator, slice),
                cancellationToken);
            for (var i = 0; i < all.Length; i++)
            {
                foreach (var series in Split(code, slice.Indicators[i], all[i], territories))
                {
                    yield return series;
                }
            }
        }
    }

    private static async Task<IReadOnlyList<Rollup>> AskAsync(
        IAdministrativeUnitGrain grain, Indicator indicator, FigureSlice slice)
    {
        var figures = await grain.GetSeries(indicator.Code, slice.First, slice.Last);
        if (slice.AsOf is not { } instant)
        {
            return figures;
        }

        var past = await Task.WhenAll(
            figures.Select(figure => grain.GetRollup(indicator.Code, figure.Period, instant)));
        return [.. past.OfType<Rollup>()];
    }

    /// <summary>A code may stand for different units at different times: a series for each version of it.</summary>
    private IEnumerable<FigureSeries> Split(
        string code, Indicator indicator, IReadOnlyList<Rollup> figures, Territory[] territories)
    {
        var versions = figures.Where(figure => figure.Value is not null)
            .Select(figure => (Figure: figure, Unit: UnitOf(code, city.Tree.On(figure.Period.End), territories)));
        foreach (var version in versions.Where(pair => pair.Unit is not null).GroupBy(pair => pair.Unit!.ValidFrom))
        {
            yield return new FigureSeries(
                version.First().Unit!, indicator, [.. version.Select(pair => pair.Figure)]); // Filtered above.
        }
    }

    private static AdministrativeUnit? UnitOf(string code, TreeOfDate tree, Territory[] territories) =>
        Array.Find(territories, territory => territory.From == tree.From)?.Units.GetValueOrDefault(code);

    /// <summary>The wanted units of one tree.</summary>
    private sealed record Territory(DateOnly From, ImmutableDictionary<string, AdministrativeUnit> Units)
    {
        public static Territory Of(TreeOfDate tree, FigureSlice slice) => new(
            tree.From,
            tree.SelfAndBelow(slice.Root).Where(unit => slice.Level is null || unit.Level == slice.Level)
                .ToImmutableDictionary(unit => unit.Code.Value, StringComparer.Ordinal));
    }
}
