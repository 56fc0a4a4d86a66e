using System.Globalization;
using Twin.Model.Demo;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Model.Tests.Demo;

public sealed class DemoPlacesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly EndOf2024 = new(2024, 12, 31);
    private static readonly AdministrativeUnit[] Communes =
    [
        .. Enumerable.Range(0, 90).Select(i => Commune(i, 106.5 + (0.03 * (i % 10)), 20.7 + (0.03 * (i / 10)))),
    ];

    [Fact]
    public void There_are_as_many_stations_of_5G_on_air_as_the_plan_says_and_fewer_before()
    {
        var sites = Layer(PlaceLayer.Sites);

        var onAir = OnAir(sites, EndOf2024);
        Assert.Equal(DemoPlaces.Sites, onAir.Length);
        Assert.Equal(
            [("mobifone", 19), ("viettel", 36), ("vnpt", 27)],
            onAir.GroupBy(site => site.Text(SiteProperties.StructureOwner)!, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count())).Order());
        Assert.InRange(OnAir(sites, new DateOnly(2023, 6, 30)).Length, 10, 60);
        Assert.Empty(OnAir(sites, new DateOnly(2022, 1, 31)));
        Assert.All(onAir, site => Assert.Equal(
            site.Flag(SiteProperties.StructureShared), site.Texts(SiteProperties.Operators).Length == 2));
    }

    [Theory]
    [InlineData(PlaceLayer.Sites, 82)]
    [InlineData(PlaceLayer.Facilities, 90 + 140 + 24 + 12)]
    [InlineData(PlaceLayer.Zones, 13)]
    [InlineData(PlaceLayer.Routes, 76)]
    public void Every_place_is_right_marked_as_made_up_and_there_on_the_day(PlaceLayer layer, int count)
    {
        var (shard, outcome) = Shard(layer);

        Assert.Empty(outcome.Refused);
        var there = shard.Places.Values.Select(place => place.On(EndOf2024)).OfType<Place>().ToArray();
        Assert.Equal(count, there.Length);
        Assert.All(there, place => Assert.True(place.IsDemo));
        Assert.All(there, place => Assert.EndsWith("(minh họa)", place.NameVi, StringComparison.Ordinal));
    }

    [Fact]
    public void More_and_more_cables_go_underground_and_none_comes_up()
    {
        var routes = Layer(PlaceLayer.Routes);

        var shares = Enumerable.Range(2022, 3).Select(year => routes.Select(route => route.On(new(year, 12, 31))!)
            .Count(route => route.Text("placement") is "underground")).ToArray();

        Assert.Equal(0, shares[0]);
        Assert.True(shares[0] < shares[1] && shares[1] < shares[2], string.Join(' ', shares));
        Assert.InRange(shares[2], 10, 60);
    }

    [Fact]
    public void The_same_seed_gives_the_same_places_and_another_others()
    {
        var (one, same, other) = (
            DemoPlaces.Create(Communes, 1), DemoPlaces.Create(Communes.Reverse(), 1), DemoPlaces.Create(Communes, 2));

        Assert.All(one.Zip(same), pair => Assert.True(pair.First.SaysSameAs(pair.Second)));
        Assert.Contains(one.Zip(other), pair => !pair.First.SaysSameAs(pair.Second));
        Assert.Empty(DemoPlaces.Create([], 1));
    }

    private static Place[] OnAir(IEnumerable<PlaceHistory> sites, DateOnly day) =>
        [.. sites.Select(site => site.On(day)).OfType<Place>().Where(
            site => site.Text(SiteProperties.Status) is SiteProperties.OnAir)];

    private static PlaceHistory[] Layer(PlaceLayer layer) => [.. Shard(layer).Shard.Places.Values];

    private static (PlaceShard Shard, PlaceReplacementOutcome Outcome) Shard(PlaceLayer layer)
    {
        var places = DemoPlaces.Create(Communes, 2024).Where(place => place.Layer == layer).ToArray();
        return PlaceShard.Of(layer, 0, []).Replace(
            new PlaceReplacement(layer, [.. places], "demo", string.Empty, null, false),
            [.. Enumerable.Range(0, places.Length)],
            Now);
    }

    private static AdministrativeUnit Commune(int number, double longitude, double latitude)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{10_000 + number}");
        return new AdministrativeUnit
        {
            Code = AdministrativeUnitCode.Parse(code, CultureInfo.InvariantCulture),
            Level = AdministrativeLevel.Commune,
            KindVi = "Xã",
            NameVi = $"Xã {code}",
            NameAscii = $"Xa {code}",
            NameEn = $"Commune {code}",
            ValidFrom = new DateOnly(2020, 1, 1),
            AreaSquareKilometers = 5 + (number % 7),
            Population = 4_000 + (number * 300),
            Centroid = new GeoPosition(longitude, latitude),
        };
    }
}
