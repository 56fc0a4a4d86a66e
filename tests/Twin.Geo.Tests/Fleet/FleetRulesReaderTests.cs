using System.Globalization;
using Twin.Geo.Fleet;
using Twin.Geo.Tests.Datasets;
using Twin.Model.Demo;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Fleet;

public sealed class FleetRulesReaderTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);
    private static readonly Lazy<FleetRules> Rules = new(() => FleetRulesReader.Read(HaiPhong.Folder).Rules);

    public static TheoryData<string, double, double, ZoneKind?> Places => new()
    {
        { "south of Cát Bà", 107.05, 20.60, ZoneKind.Coastal },
        { "off Bạch Long Vĩ", 107.85, 20.20, ZoneKind.Coastal },
        { "30 km out", 107.10, 20.40, ZoneKind.Inshore },
        { "80 km out", 107.20, 20.00, ZoneKind.Offshore },
        { "east of the line", 108.60, 20.10, ZoneKind.Foreign },
        { "the other side of the earth", -60, -20, null },
    };

    [Fact]
    public void The_rules_of_the_demonstration_city_are_read_without_a_problem()
    {
        var (rules, problems) = FleetRulesReader.Read(HaiPhong.Folder);

        Assert.Empty(problems);
        Assert.Equal("31", rules.HomeProvince);
        Assert.Equal(9, rules.Zones.Current.Zones.Length);
        Assert.All(
            rules.Zones.Current.Zones, zone => Assert.Contains("Sơ đồ", zone.Source, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_position_lies_in_its_zone(string name, double longitude, double latitude, ZoneKind? kind)
    {
        var place = Rules.Value.Zones.Current.Find(new GeoPosition(longitude, latitude));

        Assert.True(kind == place.Belt?.Kind, $"{name}: {place.Belt?.Kind}");
    }

    [Theory]
    [InlineData("the middle of the mainland", 106.65, 20.85, true)]
    [InlineData("the middle of Cát Bà", 107.03, 20.79, true)]
    [InlineData("the shore, which is coarse", 106.70, 20.635, false)]
    [InlineData("a port on land", 106.715, 20.702, false)]
    [InlineData("at sea", 107.30, 20.50, false)]
    public void Land_is_what_lies_well_inland_and_in_no_port(
        string name, double longitude, double latitude, bool isLand) => Assert.True(
        isLand == Rules.Value.IsLand(new GeoPosition(longitude, latitude)), name);

    [Fact]
    public void Boats_of_the_demonstration_never_sail_over_land_and_few_fish_where_they_may_not()
    {
        var home = AdministrativeUnitCode.Parse("11914", CultureInfo.InvariantCulture);
        var boats = DemoFleet.Create([home], 7, Day).Where((_, i) => i % 8 == 0).ToArray();
        var now = new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
        var violating = 0;
        var kinds = new HashSet<ZoneKind>();

        for (var i = 0; i < boats.Length; i++)
        {
            var port = Rules.Value.Ports[i % Rules.Value.Ports.Length].Center;
            var tracked = new TrackedVessel(boats[i]);
            foreach (var report in new DemoVoyage(boats[i], port, 7, Rules.Value).Between(now.AddDays(-12), now))
            {
                Assert.False(Rules.Value.IsLand(report.Position), $"{boats[i].Id} at {report.Position}");
                tracked.Apply(report, PositionVerdict.Accepted, null, Rules.Value);
                kinds.Add(tracked.Zone ?? ZoneKind.Outside);
            }

            violating += tracked.Belt?.Violation is null && tracked.Closed?.Violation is null ? 0 : 1;
        }

        Assert.InRange(violating, 1, boats.Length / 15);
        Assert.Superset(
            new HashSet<ZoneKind> { ZoneKind.Port, ZoneKind.Coastal, ZoneKind.Inshore, ZoneKind.Offshore }, kinds);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20261126)]
    public void Merchant_ships_of_the_demonstration_are_never_on_land(int seed)
    {
        // As the demonstration has it: they call at the port in the middle of the coast.
        var port = Rules.Value.Ports
            .MinBy(one => Rules.Value.Ports.Sum(other => GreatCircle.DistanceMeters(one.Center, other.Center)))!;
        var now = new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
        var reports = 0;

        foreach (var ship in DemoMerchant.Create(300, port.Center, seed))
        {
            foreach (var report in ship.Between(now.AddDays(-7), now))
            {
                Assert.False(Rules.Value.IsLand(report.Position), $"{ship.Mmsi} at {report.Position}");
                reports++;
            }
        }

        Assert.InRange(reports, (300 * 7 * 24 * 20) - 300, (300 * 7 * 24 * 20) + 300);
    }

    [Theory]
    [InlineData("""{"code":"A","kind":"lake","name_vi":"A","name_en":"A","from":"2020-01-01","source":"s"}""")]
    [InlineData("""{"code":"A","kind":"coastal","name_vi":"A","name_en":"A","from":"1.1.2020","source":"s"}""")]
    [InlineData(
        """{"code":"A","kind":"closed","name_vi":"A","name_en":"A","from":"2020-01-01","source":"s","to":"1"}""")]
    [InlineData("""{"code":"A","kind":"coastal","name_vi":"A","name_en":"A","from":"2020-01-01"}""")]
    public void A_zone_that_cannot_be_read_is_a_problem(string properties)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            Path.Combine(folder.Path, "fishing-zones.geojson"),
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":"""
            + properties
            + ""","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""");

        var (rules, problems) = FleetRulesReader.Read(folder.Path);

        Assert.Equal("fishing-zones.geojson", Assert.Single(problems).File);
        Assert.Same(FleetRules.None, rules);
    }

    [Fact]
    public void A_dataset_without_a_sea_has_no_zones_and_no_land()
    {
        using var folder = new TemporaryFolder();

        var (rules, problems) = FleetRulesReader.Read(folder.Path);

        Assert.Empty(problems);
        Assert.Equal(default, rules.Zones.Current.Find(new GeoPosition(107, 20)));
    }
}
