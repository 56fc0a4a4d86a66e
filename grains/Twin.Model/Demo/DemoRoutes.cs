using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Model.Demo;

/// <summary>
/// Made-up main roads with their cables: from commune to commune, and a grid of streets in the city center. Cables of
/// the center go underground over the years, those of other roads mostly hang. Pure.
/// </summary>
internal static class DemoRoutes
{
    private const int Roads = 60;
    private const int Streets = 16;
    private const double StreetMeters = 350;

    private static readonly DateOnly[] Works = [new(2023, 4, 1), new(2023, 10, 1), new(2024, 5, 1), new(2024, 11, 1)];

    /// <summary>The routes with all their versions.</summary>
    public static IEnumerable<Place> Create(DemoGround ground) => [.. MakeStreets(ground), .. MakeRoads(ground)];

    private static IEnumerable<Place> MakeStreets(DemoGround ground)
    {
        for (var i = 0; i < Streets; i++)
        {
            var isEast = i % 2 == 0;
            var across = ((i / 2) - (Streets / 4.0) + 0.5) * StreetMeters;
            var line = Enumerable.Range(-4, 9).Select(step => isEast
                ? DemoGround.Moved(ground.Center, step * StreetMeters, across)
                : DemoGround.Moved(ground.Center, across, step * StreetMeters)).ToImmutableArray();
            foreach (var version in Versions(ground, i + 1, "Phố", "urbanMain", line, undergroundOfTen: 8))
            {
                yield return version;
            }
        }
    }

    private static IEnumerable<Place> MakeRoads(DemoGround ground)
    {
        var communes = ground.Communes.ToArray();
        ground.Random.Shuffle(communes);
        for (var i = 0; i < Math.Min(Roads, communes.Length); i++)
        {
            if (ground.Neighbors(communes[i]).FirstOrDefault() is not { } neighbor)
            {
                yield break;
            }

            var roadClass = (i % 6) switch
            {
                0 => "national",
                1 or 2 => "provincial",
                _ => "urbanSecondary",
            };
            var line = Between(ground, communes[i], neighbor);
            foreach (var version in Versions(
                ground, Streets + i + 1, "Tuyến", roadClass, line, undergroundOfTen: 3))
            {
                yield return version;
            }
        }
    }

    /// <summary>A line from the middle of a commune to that of another, a little bent.</summary>
    private static ImmutableArray<GeoPosition> Between(
        DemoGround ground, AdministrativeUnit from, AdministrativeUnit to)
    {
        const int Steps = 6;
        var (start, end) = (DemoGround.Middle(from), DemoGround.Middle(to));
        var line = ImmutableArray.CreateBuilder<GeoPosition>(Steps + 1);
        for (var i = 0; i <= Steps; i++)
        {
            var share = (double)i / Steps;
            var bend = i is 0 or Steps ? 0 : 120 * (ground.Random.NextDouble() - 0.5);
            line.Add(DemoGround.Moved(
                new GeoPosition(
                    start.LongitudeDegrees + (share * (end.LongitudeDegrees - start.LongitudeDegrees)),
                    start.LatitudeDegrees + (share * (end.LatitudeDegrees - start.LatitudeDegrees))),
                bend,
                bend));
        }

        return line.MoveToImmutable();
    }

    private static IEnumerable<Place> Versions(
        DemoGround ground,
        int number,
        string name,
        string roadClass,
        ImmutableArray<GeoPosition> line,
        int undergroundOfTen)
    {
        var route = DemoPlaces.Made(
            PlaceLayer.Routes,
            DemoPlaces.Numbered("RT", number),
            "street",
            string.Create(CultureInfo.InvariantCulture, $"{name} số {number}"),
            PlaceGeometry.Line(line));
        yield return route with { Properties = Properties("overhead") };
        if (ground.Random.Next(10) < undergroundOfTen)
        {
            yield return route with
            {
                Properties = Properties("underground"),
                ValidFrom = Works[ground.Random.Next(Works.Length)],
            };
        }

        ImmutableArray<PlaceProperty> Properties(string placement) =>
            [new("placement", placement), new("roadClass", roadClass)];
    }
}
