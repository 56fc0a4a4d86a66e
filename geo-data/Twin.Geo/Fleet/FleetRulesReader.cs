using System.Collections.Immutable;
using Twin.Geo.Datasets;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Geo.Fleet;

/// <summary>
/// Reads what a dataset says of its fleet: <c>contact-rules.csv</c>, <c>paper-rules.csv</c>, <c>ports.csv</c>,
/// <c>fishing-zones.geojson</c>, <c>zone-rules.csv</c>, <c>zone-agreements.csv</c> and <c>fleet-indicators.csv</c>,
/// each of which it may leave out. Stateless.
/// </summary>
public static class FleetRulesReader
{
    private const string ContactFile = "contact-rules.csv";
    private const string PaperFile = "paper-rules.csv";
    private const string PortFile = "ports.csv";

    private const string ZoneFile = "zone-rules.csv";
    private const string AgreementFile = "zone-agreements.csv";
    private const string IndicatorFile = "fleet-indicators.csv";

    private const double MaxHours = 24 * 366;
    private const double MaxKnots = 100;

    private static readonly string[] ContactColumns =
        ["from", "to", "size_class", "zone", "lost_after_hours", "long_lost_after_days", "source"];

    private static readonly string[] PaperColumns = ["paper", "from_class", "from", "to", "source"];
    private static readonly string[] ZoneColumns =
        ["from", "to", "size_class", "gear", "zone", "access", "dwell_minutes", "passing_knots", "source"];

    private static readonly string[] AgreementColumns = ["province", "with", "from", "to", "source"];
    private static readonly string[] IndicatorColumns = ["indicator", "counts"];
    private static readonly string[] PortColumns =
        ["code", "name_vi", "name_en", "longitude", "latitude", "radius_meters"];

    private static readonly (string Word, SizeClass Value)[] SizeClasses =
    [
        ("UNDER-6", SizeClass.Under6),
        ("6-12", SizeClass.From6To12),
        ("12-15", SizeClass.From12To15),
        ("15-24", SizeClass.From15To24),
        ("24-UP", SizeClass.From24),
    ];

    /// <summary>The rules, and everything that is wrong with the files; no rules where something is.</summary>
    public static (FleetRules Rules, ImmutableArray<DatasetProblem> Problems) Read(string directory)
    {
        var problems = new ProblemList();
        var (zones, homeProvince) = FishingZoneFile.Read(directory, problems);
        var rules = new FleetRules
        {
            Contact = Rows(directory, ContactFile, ContactColumns, ContactRule, problems),
            Papers = Rows(directory, PaperFile, PaperColumns, PaperRule, problems),
            Ports = Rows(directory, PortFile, PortColumns, Port, problems),
            ZoneRules = Rows(directory, ZoneFile, ZoneColumns, ZoneRule, problems),
            Agreements = Rows(directory, AgreementFile, AgreementColumns, Agreement, problems),
            HomeProvince = homeProvince,
            Indicators =
            [
                .. Rows(directory, IndicatorFile, IndicatorColumns, Indicator, problems).OfType<FleetIndicator>(),
            ],
            Zones = zones,
        };
        return problems.IsEmpty ? (rules, []) : (FleetRules.None, problems.ToImmutable());
    }

    private static ImmutableArray<T> Rows<T>(
        string directory, string file, string[] columns, Func<CsvRow, T> read, ProblemList problems) =>
        File.Exists(Path.Combine(directory, file))
            ? [.. CsvTable.Read(directory, file, columns, [], problems).Select(read)]
            : [];

    private static ContactRule ContactRule(CsvRow row)
    {
        var lostAfter = row.Number("lost_after_hours", 0, MaxHours);
        var longLostAfter = row.Number("long_lost_after_days", 0, MaxHours / 24);
        if (lostAfter is { } hours && longLostAfter is { } days && days * 24 <= hours)
        {
            row.Report(
                DatasetProblemCodes.InvalidValue,
                "The second clock runs out before the first.",
                "Let long_lost_after_days be longer than lost_after_hours.");
        }

        return new ContactRule(
            row.RequiredDate("from"),
            row.Date("to"),
            row.Optional("size_class") is null ? null : row.Choice("size_class", SizeClasses),
            row.Optional("zone") is null
                ? null
                : row.Choice("zone", ("at_sea", ContactZone.AtSea), ("in_port", ContactZone.InPort)),
            lostAfter is { } lost ? TimeSpan.FromHours(lost) : null,
            longLostAfter is { } longLost ? TimeSpan.FromDays(longLost) : null,
            row.Text("source"));
    }

    private static PaperRule PaperRule(CsvRow row) => new(
        row.Choice(
            "paper",
            ("registration", PaperKind.Registration),
            ("inspection", PaperKind.Inspection),
            ("licence", PaperKind.Licence),
            ("beacon", PaperKind.Beacon)),
        row.Choice("from_class", SizeClasses),
        row.RequiredDate("from"),
        row.Date("to"),
        row.Text("source"));

    private static ZoneRule ZoneRule(CsvRow row) => new(
        row.RequiredDate("from"),
        row.Date("to"),
        row.Optional("size_class") is null ? null : row.Choice("size_class", SizeClasses),
        row.Optional("gear"),
        row.Choice(
            "zone",
            ("coastal", ZoneKind.Coastal),
            ("inshore", ZoneKind.Inshore),
            ("offshore", ZoneKind.Offshore),
            ("foreign", ZoneKind.Foreign),
            ("closed", ZoneKind.Closed)),
        row.Choice(
            "access",
            ("allowed", ZoneAccess.Allowed),
            ("forbidden", ZoneAccess.Forbidden),
            ("home_only", ZoneAccess.HomeOnly)),
        TimeSpan.FromMinutes(row.RequiredNumber("dwell_minutes", 0, MaxHours * 60)),
        row.Number("passing_knots", 0, MaxKnots),
        row.Text("source"));

    private static ProvinceAgreement Agreement(CsvRow row) => new(
        row.Text("province"), row.Text("with"), row.RequiredDate("from"), row.Date("to"), row.Text("source"));

    private static FleetIndicator? Indicator(CsvRow row)
    {
        var counts = row.Choice(
            "counts",
            ("all", FleetMeasure.All),
            ("ineligible", FleetMeasure.Ineligible),
            ("three_no", FleetMeasure.ThreeNo),
            ("lost", FleetMeasure.Lost));
        row.Text("indicator");
        return row.IndicatorCode("indicator") is { } code ? new FleetIndicator(code, counts) : null;
    }

    private static Port Port(CsvRow row) => new(
        row.Text("code"),
        row.Text("name_vi"),
        row.Text("name_en"),
        new GeoPosition(row.RequiredNumber("longitude", -180, 180), row.RequiredNumber("latitude", -90, 90)),
        row.RequiredNumber("radius_meters", 1, 100_000));
}
