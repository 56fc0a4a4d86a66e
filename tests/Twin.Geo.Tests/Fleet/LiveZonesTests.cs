using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Fleet;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.Model.Vessels;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Fleet;

/// <summary>A dataset draws a coast and an area closed in winter; people enter others in their place.</summary>
public sealed class LiveZonesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly GeoPosition OnTheCoast = new(107.5, 20.5);
    private static readonly GeoPosition Beyond = new(108.5, 20.5);

    private static readonly FishingZone Coast = new(
        "VB", ZoneKind.Coastal, "Vùng ven bờ", "Coast", new DateOnly(2019, 4, 25), null, null, "31", "a decree");

    private static readonly FishingZone Winter = new(
        "CAM", ZoneKind.Closed, "Vùng cấm", "Closed", new DateOnly(2020, 1, 1), null, new Season(12, 15, 2, 29), null,
        "a plan");

    [Fact]
    public void Without_places_the_zones_of_the_dataset_hold()
    {
        var zones = Make();

        Assert.False(zones.Show(Set(), Today));

        Assert.Equal("VB", zones.Current.Find(OnTheCoast).Belt?.Code);
        Assert.Equal("CAM", zones.Current.Find(OnTheCoast).Closed?.Code);
        Assert.Null(zones.Current.Find(Beyond).Belt);
    }

    [Fact]
    public void Zones_of_the_dataset_as_places_are_the_same_zones()
    {
        var zones = Make();

        var isOther = zones.Show(Set([.. zones.DrawnPlaces().Select(Entered)]), Today);

        Assert.False(isOther);
        Assert.True(zones.Current.Zones.SequenceEqual([Coast, Winter]));
        Assert.All(zones.DrawnPlaces(), place => Assert.Empty(PlaceRules.Check(place).Refusals));
    }

    [Fact]
    public void A_zone_that_people_have_drawn_takes_the_place_of_that_of_the_dataset()
    {
        var zones = Make();
        var wider = zones.DrawnPlaces()[0] with
        {
            Geometry = Square(107, 20, 2),
            ValidFrom = new DateOnly(2026, 11, 1),
        };
        var places = Set(Entered(wider));

        Assert.True(zones.Show(places, Today));

        Assert.Equal("VB", zones.Current.Find(Beyond).Belt?.Code);
        Assert.Equal("CAM", zones.Current.Find(OnTheCoast).Closed?.Code);
        Assert.False(zones.Show(places, Today));
        Assert.False(zones.Show(Set(Entered(wider)), Today)); // Another set that says the same.
    }

    [Fact]
    public void Each_version_of_a_zone_holds_from_its_first_day_and_none_after_its_last()
    {
        var zones = Make();
        var first = zones.DrawnPlaces()[0];
        var places = Set(Entered(first)
            .With(first with { Geometry = Square(108, 20, 1), ValidFrom = Today }, Stamp(2))
            .EndedOn(Today.AddDays(10), Stamp(3)));

        zones.Show(places, Today.AddDays(-1));
        Assert.NotNull(zones.Current.Find(OnTheCoast).Belt);
        Assert.Null(zones.Current.Find(Beyond).Belt);
        zones.Show(places, Today);
        Assert.Null(zones.Current.Find(OnTheCoast).Belt);
        var moved = zones.Current.Find(Beyond).Belt;
        Assert.NotNull(moved);
        // A report of yesterday that comes late is judged by the border of today.
        Assert.True(moved.Holds(Today.AddDays(-1)));
        Assert.False(moved.Holds(Today.AddDays(10)));
        zones.Show(places, Today.AddDays(10));
        Assert.Null(zones.Current.Find(Beyond).Belt);
    }

    [Fact]
    public void A_zone_of_another_purpose_is_none_and_a_new_one_counts_nearer_to_the_coast_first()
    {
        var zones = Make();
        var park = TestPlaces.Zone("KCN", 108, 20, 109, 21);
        var inshore = park with
        {
            Id = TestPlaces.Id("A-INSHORE"),
            Kind = "fishingInshore",
            Geometry = Square(107, 20, 2),
        };

        Assert.False(zones.Show(Set(Entered(park)), Today));
        Assert.True(zones.Show(Set(Entered(park), Entered(inshore)), Today));

        Assert.Equal("VB", zones.Current.Find(OnTheCoast).Belt?.Code);
        Assert.Equal("A-INSHORE", zones.Current.Find(Beyond).Belt?.Code);
        Assert.Equal("VB A-INSHORE CAM", string.Join(' ', zones.Current.Zones.Select(zone => zone.Code)));
    }

    [Fact]
    public void A_city_without_zones_has_those_that_people_draw()
    {
        var zones = new LiveZones(new ZoneRaster([], []));

        Assert.True(zones.Show(Set(Entered(Make().DrawnPlaces()[1])), Today));

        Assert.Equal("CAM", zones.Current.Find(OnTheCoast).Closed?.Code);
        Assert.True(zones.Current.Find(OnTheCoast).Closed?.Holds(new DateOnly(2027, 1, 1)));
        Assert.False(zones.Current.Find(OnTheCoast).Closed?.Holds(Today));
    }

    private static LiveZones Make() => new(new ZoneRaster(
        [(Coast, Shape(107, 20, 1)), (Winter, Shape(107, 20, 1))], []));

    private static Geometry Shape(double west, double south, double side) =>
        new GeometryFactory().ToGeometry(new Envelope(west, west + side, south, south + side));

    private static PlaceGeometry Square(double west, double south, double side) => new(
        new WKBWriter(ByteOrder.LittleEndian, handleSRID: false).Write(Shape(west, south, side)));

    private static PlaceHistory Entered(Place place) => PlaceHistory.Of(place.Id).With(place, Stamp(1));

    private static PlaceStamp Stamp(long revision) =>
        new(revision, "tester", new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), "a test");

    private static PlaceSet Set(params PlaceHistory[] places) => new(PlaceLayer.Zones, [.. places]);
}
