using Twin.Model.Agencies;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>agencies.csv</c>.</summary>
internal static class AgencyTable
{
    public const string File = "agencies.csv";

    private static readonly string[] Columns =
    [
        "id", "plan", "section", "name_vi", "name_en", "type", "level", "upper_agency_id", "upper_agency", "role",
        "mandate_en", "reports_to_id", "reports_to", "report_cycle", "is_group",
    ];

    public static List<Keyed<Agency>> Read(string directory, ProblemList problems) =>
        ToAgencies(CsvTable.Read(directory, File, Columns, [], problems));

    public static List<Keyed<Agency>> Parse(string text, ProblemList problems) =>
        ToAgencies(CsvTable.Parse(text, File, Columns, [], problems));

    private static List<Keyed<Agency>> ToAgencies(IEnumerable<CsvRow> rows) =>
    [
        .. rows.Select(row => new Keyed<Agency>(
            row,
            new Agency
            {
                Id = row.Text("id"),
                PlanId = row.Text("plan"),
                Section = row.Text("section"),
                NameVi = row.Text("name_vi"),
                NameEn = row.Text("name_en"),
                Type = row.Text("type"),
                Level = row.Text("level"),
                UpperAgency = row.Optional("upper_agency"),
                Role = row.Text("role"),
                Mandate = row.Optional("mandate_en"),
                ReportsTo = row.Optional("reports_to"),
                ReportCycle = CadenceText.Read(row, "report_cycle"),
                IsGroup = row.Flag("is_group"),
            })),
    ];
}
