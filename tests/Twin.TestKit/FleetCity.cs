using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.TestKit;

/// <summary>Boats of the test city, and the rules for them.</summary>
public static class FleetCity
{
    public const string Feed = "vms";

    public static readonly GeoPosition AtSea = new(107.5, 20.3);
    public static readonly GeoPosition InPort = new(107.05, 20.72);

    private static readonly DateOnly Begin = new(2019, 1, 1);
    private static readonly Validity Decade = new(new DateOnly(2020, 1, 1), new DateOnly(2030, 1, 1));

    public static FleetRules Rules { get; } = new()
    {
        Contact =
        [
            new ContactRule(
                Begin, null, null, ContactZone.AtSea, TimeSpan.FromHours(6), TimeSpan.FromDays(10), "decree"),
            new ContactRule(Begin, null, null, ContactZone.InPort, null, null, "practice"),
        ],
        Papers =
        [
            new PaperRule(PaperKind.Registration, SizeClass.From6To12, Begin, null, "law"),
            new PaperRule(PaperKind.Licence, SizeClass.From6To12, Begin, null, "law"),
        ],
        Ports = [new Port("CAT-BA", "Cát Bà", "Cát Bà", InPort, 3_000)],
    };

    public static VesselId Named(string id) => VesselId.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>A boat with all its papers.</summary>
    public static Vessel Boat(string id, double lengthMeters = 18, string home = "10001", string? mmsi = null) => new()
    {
        Id = Named(id),
        RegistrationNumber = id,
        Mmsi = mmsi is null ? null : Mmsi.Parse(mmsi, CultureInfo.InvariantCulture),
        LengthMeters = lengthMeters,
        HomeUnit = AdministrativeUnitCode.Parse(home, CultureInfo.InvariantCulture),
        Registration = Decade,
        Inspection = Decade,
        Licence = Decade,
    };

    public static PositionReport Report(string id, DateTimeOffset at, GeoPosition? position = null) => new()
    {
        Vessel = Named(id),
        PhenomenonTime = at,
        Position = position ?? AtSea,
        Feed = Feed,
    };
}
