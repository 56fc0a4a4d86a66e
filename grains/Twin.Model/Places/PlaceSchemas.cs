using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Model.Places;

/// <summary>The layers of places and what each holds. Immutable.</summary>
public static class PlaceSchemas
{
    /// <summary>The length of a route, which is measured where it is not given.</summary>
    public const string LengthKilometers = "lengthKilometers";

    private static readonly ImmutableArray<PlaceGeometryKind> Areas =
        [PlaceGeometryKind.Polygon, PlaceGeometryKind.MultiPolygon];

    /// <summary>All of them, in order of the layers.</summary>
    public static ImmutableArray<PlaceSchema> All { get; } = [Sites(), Facilities(), Zones(), Routes()];

    /// <summary>That of a layer.</summary>
    public static PlaceSchema Of(PlaceLayer layer) => All[(int)layer];

    /// <summary>That with an id in paths, or <c>null</c>.</summary>
    public static PlaceSchema? Find(string id) =>
        All.FirstOrDefault(schema => schema.Id.Equals(id, StringComparison.Ordinal));

    private static PlaceSchema Sites() => new(
        PlaceLayer.Sites, "sites", "Telecom sites", "Base stations with who runs them, their technology and state.")
    {
        Kinds =
        [
            new("mast", "Cột tự đứng", "Mast"),
            new("rooftop", "Trên mái nhà", "Rooftop"),
            new("pole", "Cột nhỏ", "Pole"),
            new("indoor", "Trong nhà", "Indoor"),
        ],
        Geometries = [PlaceGeometryKind.Point],
        Properties =
        [
            new(SiteProperties.Operators, PlacePropertyType.Texts, "The operators that send from it")
            {
                IsRequired = true,
            },
            new(SiteProperties.Technology, PlacePropertyType.Text, "The radio access technology")
            {
                IsRequired = true,
                Values = ["2G", "3G", "4G", "5G"],
            },
            new(SiteProperties.Status, PlacePropertyType.Text, "How far it is")
            {
                IsRequired = true,
                Values = ["planned", "building", SiteProperties.OnAir, "off"],
            },
            new(SiteProperties.OnAirDate, PlacePropertyType.Day, "The day from which it sends"),
            new(SiteProperties.HeightMeters, PlacePropertyType.Number, "The height of its antennas above ground")
            {
                Min = 0,
                Max = 500,
            },
            new(SiteProperties.EirpDbm, PlacePropertyType.Number, "The strongest cell's radiated power (EIRP)")
            {
                Min = 0,
                Max = 100,
            },
            new(SiteProperties.StructureShared, PlacePropertyType.Flag, "Whether several operators use its structure"),
            new(SiteProperties.StructureOwner, PlacePropertyType.Text, "Who owns the structure"),
        ],
    };

    private static PlaceSchema Facilities() => new(
        PlaceLayer.Facilities, "facilities", "Facilities", "Schools, hospitals, industrial parks, offices and others.")
    {
        Kinds =
        [
            new("school", "Trường học", "School"),
            new("hospital", "Bệnh viện", "Hospital"),
            new("industrialPark", "Khu công nghiệp", "Industrial park"),
            new("office", "Trụ sở cơ quan", "Public office"),
            new("port", "Cảng", "Port"),
            new("market", "Chợ", "Market"),
            new("other", "Khác", "Other"),
        ],
        Geometries = [PlaceGeometryKind.Point, .. Areas],
        Properties =
        [
            new("address", PlacePropertyType.Text, "Where it is, in words"),
            new("operator", PlacePropertyType.Text, "Who runs it"),
            new("capacity", PlacePropertyType.Number, "How many people it is made for") { Min = 0, Max = 1e9 },
        ],
    };

    private static PlaceSchema Zones() => new(
        PlaceLayer.Zones, "zones", "Zones", "Areas drawn for a purpose: city center, industrial parks, fishing zones.")
    {
        Kinds =
        [
            new("cityCenter", "Khu đô thị trung tâm", "City center"),
            new("industrialPark", "Khu công nghiệp", "Industrial park"),
            new("fishingCoastal", "Vùng ven bờ", "Coastal fishing zone"),
            new("fishingInshore", "Vùng lộng", "Inshore fishing zone"),
            new("fishingOffshore", "Vùng khơi", "Offshore fishing zone"),
            new("fishingForeign", "Vùng biển nước ngoài", "Foreign waters"),
            new("fishingClosed", "Vùng cấm khai thác", "Area closed to fishing"),
            new("other", "Khác", "Other"),
        ],
        Geometries = Areas,
        Properties =
        [
            new("purpose", PlacePropertyType.Text, "What it is drawn for"),
            new(FishingZonePlaces.Source, PlacePropertyType.Text, "The document that draws it"),
            new(FishingZonePlaces.Province, PlacePropertyType.Text, "The code of the province whose waters it is of"),
            new(FishingZonePlaces.SeasonFrom, PlacePropertyType.Text, "The first day of its part of each year: 04-15"),
            new(FishingZonePlaces.SeasonTo, PlacePropertyType.Text, "The last day of its part of each year: 07-15"),
        ],
    };

    private static PlaceSchema Routes() => new(
        PlaceLayer.Routes, "routes", "Routes", "Streets and cable runs, overhead or underground, by road class.")
    {
        Kinds =
        [
            new("street", "Tuyến phố", "Street"),
            new("cable", "Tuyến cáp", "Cable run"),
            new("duct", "Tuyến cống bể", "Duct run"),
        ],
        Geometries = [PlaceGeometryKind.LineString, PlaceGeometryKind.MultiLineString],
        Properties =
        [
            new("placement", PlacePropertyType.Text, "Where its cables run")
            {
                IsRequired = true,
                Values = ["overhead", "underground"],
            },
            new("roadClass", PlacePropertyType.Text, "The class of its road")
            {
                Values = ["national", "provincial", "urbanMain", "urbanSecondary", "lane"],
            },
            new("owner", PlacePropertyType.Text, "Who owns it"),
            new(LengthKilometers, PlacePropertyType.Number, "Its length; measured on the ellipsoid where not given")
            {
                Min = 0,
                Max = 100_000,
            },
        ],
    };
}
