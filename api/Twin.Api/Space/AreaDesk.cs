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
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>
/// Says what lies in a drawn area: units, people, vessels, places and figures. What is known of a whole unit alone is
/// divided by the people of the units below it, where their numbers are known, and otherwise spread evenly over it.
/// </summary>
internal sealed class AreaDesk(
    CityDefinition city,
    UnitLayers layers,
    AreaVessels vessels,
    AreaPlaces places,
    IGrainFactory grains,
    TimeProvider time,
    IOptions<TwinApiOptions> options)
{
    private const double SquareMetersPerSquareKilometer = 1e6;

    /// <summary>The answer.</summary>
    public async Task<AreaAnswer> AnswerAsync(
        AreaQuestion question, CancellationToken cancellationToken)
    {
        var area = question.Area;
        var day = question.Date ?? question.Period?.End ?? VietnamTime.Today(time);
        var layer = await layers.OnAsync(day, cancellationToken);
        var units = layer.Inside(area, layer.LowestLevel);
        var (counted, people) = await PeopleAsync(area, day, units, cancellationToken);
        var populated = people.Where(HasPeople).ToArray();
        var whole = GeodesicArea.SquareMeters(area);
        var figures = new List<FigureAnswer>();
        foreach (var indicator in question.Indicators)
        {
            figures.Add(await FigureAsync(question, indicator, cancellationToken));
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
            PopulationDate = populated.Length == 0 ? null : counted,
            PopulationUnits = people.Count,
            UnitsWithPopulation = populated.Length,
            Fleet = await vessels.CountAsync(area, question.At, cancellationToken),
            Places = await places.CountAsync(area, day, cancellationToken),
            Units = [.. units.Select(Answer)],
            Figures = figures,
        };
    }

    private static bool HasPeople(UnitInArea unit) => unit.Feature.Unit.Population is not null;

    private static UnitInAreaAnswer Answer(UnitInArea one) => new(
        one.Feature.Unit.Code.Value,
        one.Feature.Unit.NameVi,
        one.Feature.Unit.NameEn,
        one.Share,
        one.SquareMeters / SquareMetersPerSquareKilometer);

    /// <summary>
    /// The units that say how many people there are. Boundaries move nobody: where no unit of the day has a number,
    /// those of the nearest day that have one tell it.
    /// </summary>
    private async ValueTask<(DateOnly Day, IReadOnlyList<UnitInArea> Units)> PeopleAsync(
        Geometry area, DateOnly day, IReadOnlyList<UnitInArea> units, CancellationToken cancellationToken)
    {
        if (units.Any(HasPeople))
        {
            return (day, units);
        }

        foreach (var other in city.Tree.ChangeDates.OrderBy(one => Math.Abs(one.DayNumber - day.DayNumber)))
        {
            var layer = await layers.OnAsync(other, cancellationToken);
            var inside = layer.Inside(area, layer.LowestLevel);
            if (inside.Any(HasPeople))
            {
                return (other, inside);
            }
        }

        return (day, units);
    }

    private async Task<FigureAnswer> FigureAsync(
        AreaQuestion question, Indicator indicator, CancellationToken cancellationToken)
    {
        var asked = question.Period;
        var root = CityRoot.Of(city, asked?.End ?? VietnamTime.Today(time));
        var period = asked ?? await PeriodChoice.LatestAsync(Unit(root), indicator.Code, time);
        var layer = await layers.OnAsync(period.End, cancellationToken);
        var units = layer.Inside(question.Area, indicator.ReportingLevel);
        var below = question.Weight is ShareWeight.Population && indicator.ReportingLevel < layer.LowestLevel
            ? layer.Inside(question.Area, layer.LowestLevel)
            : [];
        var rollups = await FanOut.AskAsync(
            units,
            options.Value.MaxGrainCalls,
            unit => Unit(unit.Feature.Unit.Code).GetRollup(indicator.Code, period, asOf: null),
            cancellationToken);
        var figure = Rebasing.Within(
            CityRoot.Of(city, period.End),
            indicator,
            period,
            [.. units.Select(unit => ShareOf(unit, layer, below))],
            rollups.OfType<Model.Rollups.Rollup>().ToDictionary(rollup => rollup.Unit));
        return new FigureAnswer(figure.Figure, asOf: null, time.GetUtcNow(), figure.Note);
    }

    /// <summary>
    /// How much of a unit counts. Of one that the area cuts: the share of the people of the lowest units in it that
    /// live in the area, each of those spread evenly; where one of them has no known population, the share of the area.
    /// </summary>
    private static UnitShare ShareOf(UnitInArea unit, UnitLayer layer, IReadOnlyList<UnitInArea> below)
    {
        var code = unit.Feature.Unit.Code;
        if (unit.Share >= 1)
        {
            return UnitShare.Whole(code, ShareBasis.Overlay);
        }

        if (below.Count > 0 && layer.PeopleBelow(code) is { } people)
        {
            var inside = below.Where(one => layer.IsBelow(one.Feature.Unit.Code, code))
                .Sum(one => one.Share * (one.Feature.Unit.Population ?? 0));
            if (inside > 0)
            {
                var share = Math.Min(1, inside / people);
                return new UnitShare(code, share, unit.Share, ShareMethod.Population, ShareBasis.Overlay);
            }
        }

        return new UnitShare(code, unit.Share, null, ShareMethod.Area, ShareBasis.Overlay);
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        grains.GetGrain<IAdministrativeUnitGrain>(code.Value);
}
