using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>plans.csv</c> and <c>targets.csv</c>.</summary>
internal static class PlanTable
{
    public const string File = "plans.csv";
    public const string TargetsFile = "targets.csv";

    private static readonly string[] Columns =
        ["id", "number", "date", "title_vi", "title_en", "place_vi", "unit_code", "is_default"];

    private static readonly string[] TargetColumns =
    [
        "id", "plan", "section", "kind", "tiers", "scope", "indicator", "name_vi", "name_en", "comparator", "value",
        "value_max", "unit", "due_date", "cadence", "owner_agency", "owner_agency_id", "owner_basis", "direction",
        "note",
    ];

    private static readonly string[] OptionalTargetColumns = ["among", "units", "whole_year"];

    // As far as a document prints it: a year, a month or a day.
    private static readonly string[] DateFormats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static List<Keyed<Plan>> Read(string directory, ProblemList problems) =>
        ToPlans(CsvTable.Read(directory, File, Columns, [], problems));

    public static List<Keyed<Plan>> Parse(string text, ProblemList problems) =>
        ToPlans(CsvTable.Parse(text, File, Columns, [], problems));

    public static List<Keyed<Target>> ReadTargets(string directory, ProblemList problems) =>
        ToTargets(CsvTable.Read(directory, TargetsFile, TargetColumns, OptionalTargetColumns, problems));

    public static List<Keyed<Target>> ParseTargets(string text, ProblemList problems) =>
        ToTargets(CsvTable.Parse(text, TargetsFile, TargetColumns, OptionalTargetColumns, problems));

    /// <summary>Targets whose cells were found in a table of another form.</summary>
    public static List<Keyed<Target>> OfCells(IEnumerable<TargetCells> rows, string file, ProblemList problems) =>
    [
        .. rows.Select(row =>
        {
            string[] names = [.. row.Cells.Keys];
            var columns = names.Select((name, place) => (name, place)).ToDictionary(
                column => column.name, column => column.place, StringComparer.Ordinal);
            var cells = new CsvRow(file, row.Line, columns, [.. names.Select(name => row.Cells[name])], problems);
            return new Keyed<Target>(cells, ToTarget(cells, row.IndicatorHint));
        }),
    ];

    private static List<Keyed<Plan>> ToPlans(IEnumerable<CsvRow> rows) =>
    [
        .. rows.Select(row => new Keyed<Plan>(
            row,
            new Plan(
                row.Text("id"),
                row.Optional("number"),
                DocumentDate(row),
                row.Text("title_vi"),
                row.Text("title_en"),
                row.Text("place_vi"),
                row.UnitCode("unit_code"),
                row.Flag("is_default")))),
    ];

    private static List<Keyed<Target>> ToTargets(IEnumerable<CsvRow> rows) =>
        [.. rows.Select(row => new Keyed<Target>(row, ToTarget(row, null)))];

    private static string? DocumentDate(CsvRow row)
    {
        var text = row.Optional("date");
        if (text is not null && !DateTime.TryParseExact(
            text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            row.Invalid("date", text, "Write the year, month or day that the document prints: 2022 or 2024-12-10.");
        }

        return text;
    }

    private static Target ToTarget(CsvRow row, string? indicatorHint)
    {
        string[] tiers = row.Text("tiers").Split(';');
        var target = new Target
        {
            Id = row.Text("id"),
            PlanId = row.Text("plan"),
            Section = row.Text("section"),
            Kind = Kind(row),
            Tiers = [.. tiers],
            Levels = [.. tiers.Select(tier => LevelOf(row, tier)).Distinct().Order()],
            Scope = row.Optional("scope"),
            Indicator = row.IndicatorCode("indicator"),
            NameVi = row.Text("name_vi"),
            NameEn = row.Text("name_en"),
            Comparator = Comparator(row),
            Value = row.Number("value"),
            ValueMax = row.Number("value_max"),
            Among = row.Optional("among") is null ? null : UnitTable.Level(row, "among"),
            Units = Units(row),
            IsOfWholeYear = row.Optional("whole_year") is not null && row.Flag("whole_year"),
            UnitOfMeasure = row.Optional("unit"),
            DueDate = row.Date("due_date"),
            OwnerAgency = row.Optional("owner_agency"),
            OwnerAgencyId = row.Optional("owner_agency_id"),
            OwnerBasis = row.Choice<string?>(
                "owner_basis", ("explicit", "explicit"), ("by_role", "by_role"), ("inferred", "inferred")),
            Note = row.Optional("note"),
            Cadence = CadenceText.Read(row, "cadence"),
        };
        Check(row, target, indicatorHint);
        return target;
    }

    private static TargetKind Kind(CsvRow row) => row.Choice(
        "kind",
        ("target", TargetKind.Target),
        ("target_implied", TargetKind.TargetImplied),
        ("milestone", TargetKind.Milestone),
        ("observed", TargetKind.Observed),
        ("cadence", TargetKind.Cadence),
        ("threshold", TargetKind.Threshold),
        ("qualitative", TargetKind.Qualitative));

    private static TargetComparator Comparator(CsvRow row) => row.Choice(
        "comparator",
        (">=", TargetComparator.AtLeast),
        (">", TargetComparator.Above),
        ("<=", TargetComparator.AtMost),
        ("=", TargetComparator.Equal),
        ("between", TargetComparator.Between),
        ("~", TargetComparator.About),
        ("improve", TargetComparator.Improve),
        ("rank", TargetComparator.Rank));

    private static ImmutableArray<AdministrativeUnitCode> Units(CsvRow row)
    {
        var codes = ImmutableArray.CreateBuilder<AdministrativeUnitCode>();
        foreach (var text in row.Optional("units")?.Split(';') ?? [])
        {
            if (AdministrativeUnitCode.TryParse(text, out var code))
            {
                codes.Add(code);
            }
            else
            {
                row.Invalid("units", text, "Write unit codes, separated by semicolons.");
            }
        }

        return codes.DrainToImmutable();
    }

    private static AdministrativeLevel LevelOf(CsvRow row, string tier)
    {
        switch (tier)
        {
            // Zones and sectors are no units of the tree: the city answers for them.
            case "city" or "zone" or "sector":
                return AdministrativeLevel.City;
            case "district":
                return AdministrativeLevel.District;
            case "commune":
                return AdministrativeLevel.Commune;
            default:
                row.Invalid("tiers", tier, "Write city, district, commune, zone or sector, separated by semicolons.");
                return AdministrativeLevel.City;
        }
    }

    private static void Check(CsvRow row, Target target, string? indicatorHint)
    {
        if (target.Comparator == TargetComparator.Between
            ? target.Value is null || target.ValueMax is null || target.Value > target.ValueMax
            : target.ValueMax is not null)
        {
            row.Invalid(
                "value_max", row.Optional("value_max") ?? string.Empty,
                "A range (between) needs value <= value_max; the other comparators have no value_max.");
        }

        if ((target.Comparator == TargetComparator.Rank) != (target.Among is not null)
            || (target.Comparator == TargetComparator.Rank && !(target.Value >= 1)))
        {
            row.Invalid(
                "among", row.Optional("among") ?? string.Empty,
                "A rank needs a level, and as its value the last place that will do; the others have no level.");
        }

        if (target.Indicator is null && target.Kind is not (TargetKind.Cadence or TargetKind.Threshold))
        {
            row.Report(
                DatasetProblemCodes.MissingValue, $"The {target.Kind} {target.Id} has no indicator.",
                indicatorHint ?? "Only cadences and thresholds may go without one.");
        }
    }
}
