using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>alerts.csv</c>, which a dataset may leave out.</summary>
internal static class AlertTable
{
    public const string File = "alerts.csv";

    private const double MostHours = 24 * 366;

    private static readonly string[] Columns =
    [
        "id", "kind", "name_vi", "name_en", "indicator", "subsystem", "levels", "comparator", "raise_at", "clear_at",
        "debounce_hours", "severity", "owner_agency", "escalate_after_hours", "valid_from", "valid_to",
    ];

    public static List<Keyed<AlertRule>> Read(string directory, ProblemList problems) =>
        System.IO.File.Exists(Path.Combine(directory, File))
            ?
            [
                .. CsvTable.Read(directory, File, Columns, [], problems)
                    .Select(row => new Keyed<AlertRule>(row, ToRule(row))),
            ]
            : [];

    private static AlertRule ToRule(CsvRow row)
    {
        var rule = new AlertRule
        {
            Id = row.Text("id"),
            Kind = row.Choice(
                "kind",
                ("threshold", AlertRuleKind.Threshold),
                ("progress", AlertRuleKind.Progress),
                ("staleness", AlertRuleKind.Staleness),
                ("quality", AlertRuleKind.Quality),
                ("missing_duty", AlertRuleKind.MissingDuty),
                ("feed", AlertRuleKind.Feed)),
            NameVi = row.Text("name_vi"),
            NameEn = row.Text("name_en"),
            Indicator = row.IndicatorCode("indicator"),
            Subsystem = row.Optional("subsystem"),
            Levels = Levels(row),
            IsAbove = row.Choice("comparator", (">", true), ("<", false)),
            RaiseAt = row.RequiredNumber("raise_at"),
            ClearAt = row.RequiredNumber("clear_at"),
            Debounce = TimeSpan.FromHours(row.RequiredNumber("debounce_hours", 0, MostHours)),
            Severity = row.Choice(
                "severity",
                ("info", AlertSeverity.Info),
                ("warning", AlertSeverity.Warning),
                ("critical", AlertSeverity.Critical)),
            OwnerAgencyId = row.Optional("owner_agency"),
            EscalateAfter = row.Number("escalate_after_hours", 1, MostHours) is { } hours
                ? TimeSpan.FromHours(hours)
                : null,
            ValidFrom = row.RequiredDate("valid_from"),
            ValidTo = row.Date("valid_to"),
        };
        if (rule.IsAbove ? rule.ClearAt > rule.RaiseAt : rule.ClearAt < rule.RaiseAt)
        {
            row.Invalid(
                "clear_at",
                rule.ClearAt.ToString(CultureInfo.InvariantCulture),
                "A rule clears on the good side of where it is raised, or at it.");
        }

        if (rule.Kind == AlertRuleKind.Threshold && rule.Indicator is null)
        {
            row.Report(
                DatasetProblemCodes.MissingValue, $"The threshold {rule.Id} has no indicator.", "Name the indicator.");
        }

        return rule;
    }

    private static ImmutableArray<AdministrativeLevel> Levels(CsvRow row)
    {
        var levels = ImmutableArray.CreateBuilder<AdministrativeLevel>();
        foreach (var word in row.Text("levels").Split(';'))
        {
            if (Enum.TryParse<AdministrativeLevel>(word, ignoreCase: true, out var level)
                && Enum.IsDefined(level) && word.Length > 0 && char.IsAsciiLetterLower(word[0]))
            {
                levels.Add(level);
            }
            else
            {
                row.Invalid("levels", word, "Write levels such as city;commune, separated by semicolons.");
            }
        }

        return levels.DrainToImmutable();
    }
}
