using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Places;
using Twin.Model.Units;

namespace Twin.Model.Demo;

/// <summary>
/// Made-up places of a city, with the count of the plan: 82 stations of 5G on air at the end of 2024. Everything else,
/// where they stand above all, is drawn by lot among the communes, more where more people live. The same seed and
/// communes give the same places. Pure.
/// </summary>
public static class DemoPlaces
{
    /// <summary>How many stations of 5G send.</summary>
    public const int Sites = 82;

    /// <summary>How many industrial parks there are, each a facility and a zone.</summary>
    public const int IndustrialParks = 12;

    /// <summary>The id of the zone of the city center.</summary>
    public const string CenterId = "ZONE-CENTER";

    // Shares that look like a city's; no operator has said so.
    private static readonly (string Operator, int Sites)[] Operators =
        [("viettel", 36), ("vnpt", 27), ("mobifone", 19)];

    private static readonly DateOnly Begin = new(2022, 1, 1);
    private static readonly DateOnly LastOnAir = new(2024, 12, 1);

    /// <summary>The places of all layers with all their versions; none where there are no communes.</summary>
    /// <param name="communes">The communes, of any number; those without a centroid are left out.</param>
    /// <param name="seed">The seed.</param>
    public static ImmutableArray<Place> Create(IEnumerable<AdministrativeUnit> communes, int seed)
    {
        var ground = DemoGround.Of(communes, seed);
        return ground is null
            ? []
            :
            [
                .. MakeSites(ground), .. MakeOffices(ground), .. MakeMany(ground, "school", "SCH", "Trường học", 140),
                .. MakeMany(ground, "hospital", "HOS", "Bệnh viện", 24), .. MakeParks(ground), MakeCenter(ground),
                .. DemoRoutes.Create(ground),
            ];
    }

    internal static string Numbered(string prefix, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{prefix}-{number:000}");

    internal static Place Made(PlaceLayer layer, string id, string kind, string name, PlaceGeometry geometry) => new()
    {
        Layer = layer,
        Id = PlaceId.Parse(id, CultureInfo.InvariantCulture),
        NameVi = $"{name} (minh họa)",
        Kind = kind,
        Geometry = geometry,
        ValidFrom = Begin,
        IsDemo = true,
    };

    private static IEnumerable<Place> MakeSites(DemoGround ground)
    {
        var operators = Operators.SelectMany(one => Enumerable.Repeat(one.Operator, one.Sites)).ToArray();
        ground.Random.Shuffle(operators);
        var days = LastOnAir.DayNumber - Begin.DayNumber;
        for (var i = 0; i < Sites; i++)
        {
            var onAir = Begin.AddDays(60 + (int)((days - 60) * Math.Sqrt(ground.Random.NextDouble())));
            var isShared = ground.Random.Next(4) == 0;
            var others = Operators.Select(one => one.Operator)
                .Where(one => !one.Equals(operators[i], StringComparison.Ordinal)).ToArray();
            var other = others[ground.Random.Next(others.Length)];
            ImmutableArray<PlaceProperty> properties =
            [
                new(SiteProperties.EirpDbm, Text(58 + ground.Random.Next(9))),
                new(SiteProperties.HeightMeters, Text(18 + ground.Random.Next(28))),
                new(SiteProperties.OnAirDate, onAir.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new(SiteProperties.Operators, isShared ? $"{operators[i]};{other}" : operators[i]),
                new(SiteProperties.StructureOwner, operators[i]),
                new(SiteProperties.StructureShared, isShared ? "true" : "false"),
                new(SiteProperties.Technology, "5G"),
            ];
            var site = Made(
                PlaceLayer.Sites,
                Numbered("5G", i + 1),
                ground.Random.Next(3) == 0 ? "rooftop" : "mast",
                string.Create(CultureInfo.InvariantCulture, $"Trạm 5G số {i + 1}"),
                PlaceGeometry.Point(ground.Anywhere(ground.Urban())));
            yield return site with { Properties = properties.Add(new(SiteProperties.Status, "building")) };
            yield return site with
            {
                Properties = properties.Add(new(SiteProperties.Status, SiteProperties.OnAir)),
                ValidFrom = onAir,
            };
        }
    }

    private static IEnumerable<Place> MakeOffices(DemoGround ground) => ground.Communes.Select(commune => Made(
        PlaceLayer.Facilities,
        $"OFF-{commune.Code.Value}",
        "office",
        $"Trụ sở {commune.NameVi}",
        PlaceGeometry.Point(ground.Anywhere(commune))));

    private static IEnumerable<Place> MakeMany(
        DemoGround ground, string kind, string prefix, string name, int count) => Enumerable.Range(1, count).Select(
            number => Made(
                PlaceLayer.Facilities,
                Numbered(prefix, number),
                kind,
                string.Create(CultureInfo.InvariantCulture, $"{name} số {number}"),
                PlaceGeometry.Point(ground.Anywhere(ground.Inhabited()))));

    private static IEnumerable<Place> MakeParks(DemoGround ground)
    {
        for (var number = 1; number <= IndustrialParks; number++)
        {
            var width = 700 + (1_300 * ground.Random.NextDouble());
            var shape = PlaceGeometry.Polygon(DemoGround.Ellipse(
                ground.Anywhere(ground.Rural()), width, width * 0.7, corners: 4));
            var name = string.Create(CultureInfo.InvariantCulture, $"Khu công nghiệp số {number}");
            yield return Made(PlaceLayer.Facilities, Numbered("KCN", number), "industrialPark", name, shape);
            yield return Made(PlaceLayer.Zones, Numbered("ZONE-KCN", number), "industrialPark", name, shape);
        }
    }

    private static Place MakeCenter(DemoGround ground) => Made(
        PlaceLayer.Zones,
        CenterId,
        "cityCenter",
        "Khu đô thị trung tâm",
        PlaceGeometry.Polygon(DemoGround.Ellipse(ground.Center, 4_000, 3_000, corners: 24)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
