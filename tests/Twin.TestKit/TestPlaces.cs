using System.Globalization;
using Twin.Model.Places;
using Twin.Model.Space;

namespace Twin.TestKit;

/// <summary>Places for tests, all of them right.</summary>
public static class TestPlaces
{
    public static readonly DateOnly Begin = new(2024, 1, 1);

    public static PlaceId Id(string text) => PlaceId.Parse(text, CultureInfo.InvariantCulture);

    public static Place Site(
        string id,
        double longitude = 106.7,
        double latitude = 20.86,
        string operators = "viettel",
        string status = "onAir",
        DateOnly? from = null) => new()
        {
            Layer = PlaceLayer.Sites,
            Id = Id(id),
            NameVi = $"Trạm {id}",
            NameEn = $"Site {id}",
            Kind = "mast",
            Geometry = PlaceGeometry.Point(new GeoPosition(longitude, latitude)),
            Properties =
            [
                new PlaceProperty("heightMeters", "42"),
                new PlaceProperty("operators", operators),
                new PlaceProperty("status", status),
                new PlaceProperty("technology", "5G"),
            ],
            ValidFrom = from ?? Begin,
        };

    public static Place Zone(string id, double west, double south, double east, double north) => new()
    {
        Layer = PlaceLayer.Zones,
        Id = Id(id),
        NameVi = $"Khu {id}",
        Kind = "industrialPark",
        Geometry = PlaceGeometry.Polygon(
        [
            new GeoPosition(west, south), new GeoPosition(east, south), new GeoPosition(east, north),
            new GeoPosition(west, north), new GeoPosition(west, south),
        ]),
        ValidFrom = Begin,
    };

    public static Place Route(string id, string placement, params GeoPosition[] positions) => new()
    {
        Layer = PlaceLayer.Routes,
        Id = Id(id),
        NameVi = $"Đường {id}",
        Kind = "street",
        Geometry = PlaceGeometry.Line(positions),
        Properties = [new PlaceProperty("placement", placement), new PlaceProperty("roadClass", "urbanMain")],
        ValidFrom = Begin,
    };

    public static PlaceWrite Write(Place place, long? expected = null) => new(place, "tester", "a test", expected);
}
