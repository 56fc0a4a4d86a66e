using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Model.Demo;

/// <summary>Where made-up places may stand: the communes, by how densely people live there. For one thread.</summary>
internal sealed class DemoGround
{
    private const double MetersPerDegree = 111_195;

    private readonly ImmutableArray<(AdministrativeUnit Commune, double People, double Density)> _land;

    private DemoGround(
        ImmutableArray<(AdministrativeUnit Commune, double People, double Density)> land, Random random)
    {
        _land = land;
        Random = random;
    }

    /// <summary>The lot.</summary>
    public Random Random { get; }

    /// <summary>The communes by code.</summary>
    public IEnumerable<AdministrativeUnit> Communes => _land.Select(one => one.Commune);

    /// <summary>Where people live most densely.</summary>
    public GeoPosition Center => Middle(_land.MaxBy(one => one.Density).Commune);

    /// <summary>The ground of some communes; <c>null</c> where none has a centroid.</summary>
    public static DemoGround? Of(IEnumerable<AdministrativeUnit> communes, int seed)
    {
        ImmutableArray<(AdministrativeUnit, double, double)> land =
        [
            .. communes.Where(unit => unit.Centroid is not null).OrderBy(unit => unit.Code).Select(unit =>
            {
                var people = unit.Population ?? 10_000;
                return (unit, (double)people, people / (unit.AreaSquareKilometers ?? 10));
            }),
        ];
        return land.IsEmpty ? null : new DemoGround(land, new Random(DemoCity.Mix(seed, "places", string.Empty)));
    }

    /// <summary>A commune, likelier the more densely people live there.</summary>
    public AdministrativeUnit Urban() => ByLot(one => one.Density);

    /// <summary>A commune, likelier the more people live there.</summary>
    public AdministrativeUnit Inhabited() => ByLot(one => one.People);

    /// <summary>A commune, likelier the more room it has.</summary>
    public AdministrativeUnit Rural() => ByLot(one => 1 / one.Density);

    /// <summary>The other communes, nearest first.</summary>
    public IEnumerable<AdministrativeUnit> Neighbors(AdministrativeUnit commune) => Communes
        .Where(other => other.Code != commune.Code)
        .OrderBy(other => GreatCircle.DistanceMeters(Middle(commune), Middle(other)));

    /// <summary>A position in a commune, were it as round as its area.</summary>
    public GeoPosition Anywhere(AdministrativeUnit commune)
    {
        var radius = 400 * Math.Sqrt((commune.AreaSquareKilometers ?? 10) / Math.PI);
        var (angle, distance) = (2 * Math.PI * Random.NextDouble(), radius * Math.Sqrt(Random.NextDouble()));
        return Moved(Middle(commune), distance * Math.Cos(angle), distance * Math.Sin(angle));
    }

    /// <summary>The middle of a commune that has one.</summary>
    public static GeoPosition Middle(AdministrativeUnit commune) =>
        commune.Centroid!.Value; // Those without were left out.

    /// <summary>A ring of so many corners on an ellipse, closed; four make a box.</summary>
    public static ImmutableArray<GeoPosition> Ellipse(
        GeoPosition center, double halfWidthMeters, double halfHeightMeters, int corners)
    {
        var ring = ImmutableArray.CreateBuilder<GeoPosition>(corners + 1);
        for (var i = 0; i < corners; i++)
        {
            // Half a corner on, so that a box has its sides along the axes.
            var angle = 2 * Math.PI * (i + 0.5) / corners;
            ring.Add(Moved(center, halfWidthMeters * Math.Cos(angle), halfHeightMeters * Math.Sin(angle)));
        }

        ring.Add(ring[0]);
        return ring.MoveToImmutable();
    }

    /// <summary>A position some meters east and north of another, to the meter.</summary>
    public static GeoPosition Moved(GeoPosition from, double eastMeters, double northMeters) => new(
        Math.Round(
            from.LongitudeDegrees
                + (eastMeters / MetersPerDegree / Math.Cos(double.DegreesToRadians(from.LatitudeDegrees))),
            6),
        Math.Round(from.LatitudeDegrees + (northMeters / MetersPerDegree), 6));

    private AdministrativeUnit ByLot(
        Func<(AdministrativeUnit Commune, double People, double Density), double> weight)
    {
        var rest = _land.Sum(weight) * Random.NextDouble();
        foreach (var one in _land)
        {
            rest -= weight(one);
            if (rest <= 0)
            {
                return one.Commune;
            }
        }

        return _land[^1].Commune;
    }
}
