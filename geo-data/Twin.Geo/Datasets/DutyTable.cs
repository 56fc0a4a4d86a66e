using System.Collections.Immutable;
using Twin.Model.Duties;
using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>duties.csv</c>, which a dataset may leave out.</summary>
internal static class DutyTable
{
    public const string File = "duties.csv";

    private const int MostGraceDays = 30;

    private static readonly string[] Columns =
    [
        "plan", "level", "agency", "cadence", "indicators", "name_vi", "name_en", "due", "grace_working_days",
        "valid_from", "valid_to", "note",
    ];

    public static List<Keyed<DutyTerms>> Read(string directory, ProblemList problems) =>
        System.IO.File.Exists(Path.Combine(directory, File))
            ? [.. CsvTable.Read(directory, File, Columns, [], problems).Select(ToTerms)]
            : [];

    private static Keyed<DutyTerms> ToTerms(CsvRow row)
    {
        if (row.Optional("level") is null == row.Optional("agency") is null)
        {
            row.Invalid("level", row.Optional("level") ?? string.Empty, "Fill in either the level or the agency.");
        }

        row.Optional("note");
        return new Keyed<DutyTerms>(row, new DutyTerms
        {
            PlanId = row.Text("plan"),
            Level = row.Optional("level") is null ? null : UnitTable.Level(row, "level"),
            AgencyId = row.Optional("agency"),
            Cadence = Cadence(row),
            Indicators = Indicators(row),
            NameVi = row.Text("name_vi"),
            NameEn = row.Text("name_en"),
            Due = Due(row),
            GraceWorkingDays = (int)row.RequiredNumber("grace_working_days", 0, MostGraceDays),
            ValidFrom = row.RequiredDate("valid_from"),
            ValidTo = row.Date("valid_to"),
        });
    }

    private static ReportingCadence Cadence(CsvRow row)
    {
        var text = row.Text("cadence");
        if (ReportingCadences.Read(text) is { } cadence)
        {
            return cadence;
        }

        row.Invalid("cadence", text, $"Write one of: {string.Join(", ", ReportingCadences.Texts)}.");
        return ReportingCadence.Monthly;
    }

    private static DueRule Due(CsvRow row)
    {
        var text = row.Text("due");
        if (!DueRule.TryParse(text, out var rule))
        {
            row.Invalid("due", text, "Write +10d, +5wd or day15.");
        }

        return rule;
    }

    private static ImmutableArray<IndicatorCode> Indicators(CsvRow row)
    {
        if (row.Optional("indicators") is not { } text)
        {
            return [];
        }

        var codes = ImmutableArray.CreateBuilder<IndicatorCode>();
        foreach (var part in text.Split(';'))
        {
            if (IndicatorCode.TryParse(part, out var code))
            {
                codes.Add(code);
            }
            else
            {
                row.Invalid("indicators", part, "Write codes of indicators.csv, separated by semicolons.");
            }
        }

        return codes.DrainToImmutable();
    }
}
