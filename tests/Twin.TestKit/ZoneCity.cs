using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.TestKit;

/// <summary>
/// A sea in stripes: land west of 106°, then the coastal zone of the home province, its neighbor's from 107° on,
/// inshore waters from 108°, offshore from 109°, foreign ones from 110°; closed in spring north of 21°.
/// </summary>
public sealed class ZoneCity : IZoneMap, IZoneSource
{
    public const string Home = "31";
    public const string Neighbor = "22";

    private static readonly DateOnly Begin = new(2019, 1, 1);

    private static readonly FishingZone HomeCoast = Zone("VB", ZoneKind.Coastal) with { Province = Home };
    private static readonly FishingZone NextCoast = Zone("VB-22", ZoneKind.Coastal) with { Province = Neighbor };
    private static readonly FishingZone Inshore = Zone("VL", ZoneKind.Inshore);
    private static readonly FishingZone Offshore = Zone("VK", ZoneKind.Offshore);
    private static readonly FishingZone Foreign = Zone("NN", ZoneKind.Foreign);
    private static readonly FishingZone Closed =
        Zone("CAM", ZoneKind.Closed) with { Season = new Season(4, 1, 6, 30) };

    public static FleetRules Rules { get; } = FleetCity.Rules with
    {
        Zones = new ZoneCity(),
        HomeProvince = Home,
        ZoneRules =
        [
            Rule(ZoneKind.Coastal, ZoneAccess.Forbidden) with { SizeClass = SizeClass.From15To24 },
            Rule(ZoneKind.Inshore, ZoneAccess.Forbidden) with { SizeClass = SizeClass.From15To24 },
            Rule(ZoneKind.Coastal, ZoneAccess.Allowed) with { SizeClass = SizeClass.From15To24, Gear = "logistics" },
            Rule(ZoneKind.Coastal, ZoneAccess.Forbidden) with { SizeClass = SizeClass.From12To15 },
            Rule(ZoneKind.Offshore, ZoneAccess.Forbidden) with { SizeClass = SizeClass.From12To15 },
            Rule(ZoneKind.Coastal, ZoneAccess.HomeOnly) with { SizeClass = SizeClass.From6To12 },
            Rule(ZoneKind.Inshore, ZoneAccess.Forbidden) with { SizeClass = SizeClass.From6To12 },
            Rule(ZoneKind.Offshore, ZoneAccess.Forbidden) with { SizeClass = SizeClass.From6To12 },
            Rule(ZoneKind.Foreign, ZoneAccess.Forbidden) with { Dwell = TimeSpan.Zero, PassingKnots = null },
            Rule(ZoneKind.Closed, ZoneAccess.Forbidden),
        ],
    };

    public ImmutableArray<FishingZone> Zones { get; } = [HomeCoast, NextCoast, Inshore, Offshore, Foreign, Closed];

    public IZoneMap Current => this;

    public ZonePlace Find(GeoPosition position)
    {
        FishingZone? belt = position.LongitudeDegrees switch
        {
            < 100 or >= 120 => null,
            < 107 => HomeCoast,
            < 108 => NextCoast,
            < 109 => Inshore,
            < 110 => Offshore,
            _ => Foreign,
        };
        return new ZonePlace(
            belt,
            position.LatitudeDegrees >= 21 ? Closed : null,
            position.LongitudeDegrees is > 100 and < 106);
    }

    private static FishingZone Zone(string code, ZoneKind kind) =>
        new(code, kind, code, code, Begin, null, null, null, "drawn for the test");

    private static ZoneRule Rule(ZoneKind zone, ZoneAccess access) =>
        new(Begin, null, null, null, zone, access, TimeSpan.FromHours(2), 5, "decree");
}
