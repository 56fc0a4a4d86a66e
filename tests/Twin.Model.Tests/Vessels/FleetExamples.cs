using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Vessels;

/// <summary>A boat, its rules and reports of it.</summary>
internal static class FleetExamples
{
    public const string Feed = "vms";

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    public static readonly GeoPosition AtSea = new(107.5, 20.3);
    public static readonly GeoPosition InPort = new(107.05, 20.72);

    public static readonly FleetRules Rules = new()
    {
        Contact =
        [
            new ContactRule(
                new DateOnly(2019, 4, 25), null, null, ContactZone.AtSea, Hours(6), TimeSpan.FromDays(10), "decree"),
            new ContactRule(new DateOnly(2019, 4, 25), null, null, ContactZone.InPort, null, null, "practice"),
        ],
        Papers =
        [
            new PaperRule(PaperKind.Registration, SizeClass.From6To12, new DateOnly(2019, 1, 1), null, "law"),
            new PaperRule(PaperKind.Inspection, SizeClass.From12To15, new DateOnly(2019, 1, 1), null, "law"),
            new PaperRule(PaperKind.Licence, SizeClass.From6To12, new DateOnly(2019, 1, 1), null, "law"),
            new PaperRule(PaperKind.Beacon, SizeClass.From15To24, new DateOnly(2019, 4, 25), null, "law"),
        ],
        Ports = [new Port("CAT-BA", "Cát Bà", "Cát Bà", InPort, 3_000)],
    };

    private static readonly Validity Years = new(new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31));

    public static Vessel Boat(string id = "HP-90123-TS", double lengthMeters = 18) => new()
    {
        Id = Named(id),
        RegistrationNumber = id,
        LengthMeters = lengthMeters,
        HomeUnit = Unit("11914"),
        Registration = Years,
        Inspection = Years,
        Licence = Years,
        Beacon = new Beacon(Feed, Years),
    };

    public static PositionReport Report(
        DateTimeOffset at, GeoPosition? position = null, string? receiver = null, string id = "HP-90123-TS") => new()
    {
        Vessel = Named(id),
        PhenomenonTime = at,
        Position = position ?? AtSea,
        Feed = Feed,
        Receiver = receiver,
    };

    public static VesselId Named(string id) => VesselId.Parse(id, CultureInfo.InvariantCulture);

    public static AdministrativeUnitCode Unit(string code) =>
        AdministrativeUnitCode.Parse(code, CultureInfo.InvariantCulture);

    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
