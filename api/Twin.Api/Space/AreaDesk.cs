using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;
using Twin.Api.Hosting;
using Twin.Api.Requests;
using Twin.Api.Statistics;
using Twin.Geo.Geodesy;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>
/// Says what lies in a drawn area: units, people and figures. What is known of a whole unit alone is spread evenly over
/// it: areal interpolation.
/// </summary>
internal sealed class AreaDesk(
    CityDefinition city, UnitLayers layers, IGrainFactory grains, TimeProvider time, IOptions<TwinApiOptions> options)
{
    private const double SquareMetersPerSquareKilometer = 1e6;

    /// <summary>The answer.</summary>
    public async Task<AreaAnswer> AnswerAsync(
        Geometry area,
        DateOnly? date,
        IReadOnlyList<Indicator> indicators,
        TimePeriod? period,
        CancellationToken cancellationToken)
    {
        var day = date ?? period?.End ?? VietnamTime.Today(time);
        var layer = await layers.OnAsync(day, cancellationToken);
        var units = layer.Inside(area, layer.LowestLevel);
        var populated = units.Where(unit => unit.Feature.Unit.Population is not null).ToArray();
        var whole = GeodesicArea.SquareMeters(area);
        var figures = new List<FigureAnswer>();
        foreach (var indicator in indicators)
        {
            figures.Add(await FigureAsync(area, indicator, period, cancellationToken));
        }

        return new AreaAnswer
        {
            AreaSquareKilometers = whole / SquareMetersPerSquareKilometer,
            Date = day,
            IsSchematic = units.Any(unit => unit.Feature.IsSchematic),
            ShareInUnits = whole > 0 ? Math.Min(1, units.Sum(unit => unit.SquareMeters) / whole) : 0,
            Population = populated.Length == 0
                ? null
                : populated.Sum(unit => unit.Share * unit.Feature.Unit.Population),
            UnitsWithPopulation = populated.Length,
            Units = [.. units.Select(Answer)],
            Figures = figures,
        };
    }

    private static UnitInAreaAnswer Answer(UnitInArea one) => new(
        one.Feature.Unit.Code.Value,
        one.Feature.Unit.NameVi,
        one.Feature.Unit.NameEn,
        one.Share,
        one.SquareMeters / SquareMetersPerSquareKilometer);

    private async Task<FigureAnswer> FigureAsync(
        Geometry area, Indicator indicator, TimePeriod? asked, CancellationToken cancellationToken)
    {
        var root = CityRoot.Of(city, asked?.End ?? VietnamTime.Today(time));
        var period = asked ?? await PeriodChoice.LatestAsync(Unit(root), indicator.Code, time);
        var layer = await layers.OnAsync(period.End, cancellationToken);
        var units = layer.Inside(area, indicator.ReportingLevel);
        var rollups = await FanOut.AskAsync(
            units,
            options.Value.MaxGrainCalls,
            unit => Unit(unit.Feature.Unit.Code).GetRollup(indicator.Code, period, asOf: null),
            cancellationToken);
        var figure = Rebasing.Within(
            CityRoot.Of(city, period.End),
            indicator,
            period,
            [.. units.Select(unit => ShareOf(unit))],
            rollups.OfType<Model.Rollups.Rollup>().ToDictionary(rollup => rollup.Unit));
        return new FigureAnswer(figure.Figure, asOf: null, time.GetUtcNow(), figure.Note);
    }

    private static UnitShare ShareOf(UnitInArea unit) => unit.Share >= 1
        ? UnitShare.Whole(unit.Feature.Unit.Code, ShareBasis.Overlay)
        : new UnitShare(unit.Feature.Unit.Code, unit.Share, null, ShareMethod.Area, ShareBasis.Overlay);

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
