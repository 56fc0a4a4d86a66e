using System.Collections.Immutable;
using Twin.Model.Quality;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>quality-rules.csv</c>, which a dataset may leave out.</summary>
internal static class QualityTable
{
    public const string File = "quality-rules.csv";

    private const double MostPoints = 100;

    private static readonly string[] Columns =
    [
        "id", "kind", "name_vi", "name_en", "indicator", "part", "relation", "terms", "limit", "floor", "history",
        "minimum", "maximum", "points", "severity", "valid_from", "valid_to",
    ];

    public static List<Keyed<QualityRule>> Read(string directory, ProblemList problems) =>
        System.IO.File.Exists(Path.Combine(directory, File))
            ?
            [
                .. CsvTable.Read(directory, File, Columns, [], problems)
                    .Select(row => new Keyed<QualityRule>(row, ToRule(row))),
            ]
            : [];

    private static QualityRule ToRule(CsvRow row)
    {
        var kind = row.Choice(
            "kind",
            ("bounds", QualityRuleKind.Bounds),
            ("jump", QualityRuleKind.Jump),
            ("history", QualityRuleKind.History),
            ("peers", QualityRuleKind.Peers),
            ("balance", QualityRuleKind.Balance),
            ("missing", QualityRuleKind.Missing),
            ("quarantine", QualityRuleKind.Quarantine),
            ("repeated", QualityRuleKind.Repeated),
            ("shared", QualityRuleKind.Shared),
            ("resent", QualityRuleKind.Resent),
            ("format", QualityRuleKind.Format),
            ("age", QualityRuleKind.Age));
        var rule = new QualityRule
        {
            Id = row.Text("id"),
            Kind = kind,
            NameVi = row.Text("name_vi"),
            NameEn = row.Text("name_en"),
            Indicator = row.IndicatorCode("indicator"),
            Limit = NeedsLimit(kind) ? row.RequiredNumber("limit", 0) : row.Number("limit", 0) ?? 0,
            Floor = row.Number("floor", 0) ?? 0,
            History = (int)(row.Number("history", 0, QualityRule.MostHistory) ?? 1),
            Minimum = row.Number("minimum"),
            Maximum = row.Number("maximum"),
            Part = Part(row),
            Relation = kind == QualityRuleKind.Balance
                ? row.Choice(
                    "relation",
                    ("=", BalanceRelation.Equal),
                    ("<=", BalanceRelation.AtMost),
                    (">=", BalanceRelation.AtLeast))
                : default,
            Terms = Terms(row),
            Points = row.RequiredNumber("points", 0, MostPoints),
            Severity = row.Choice("severity", ("deduct", QualitySeverity.Deduct), ("hold", QualitySeverity.Hold)),
            ValidFrom = row.RequiredDate("valid_from"),
            ValidTo = row.Date("valid_to"),
        };
        Check(row, rule);
        return rule;
    }

    private static bool NeedsLimit(QualityRuleKind kind) => kind is QualityRuleKind.Jump or QualityRuleKind.History
        or QualityRuleKind.Peers or QualityRuleKind.Balance or QualityRuleKind.Repeated;

    private static FigurePart Part(CsvRow row) => row.Optional("part") is null
        ? FigurePart.Value
        : row.Choice(
            "part",
            ("value", FigurePart.Value),
            ("numerator", FigurePart.Numerator),
            ("denominator", FigurePart.Denominator));

    private static ImmutableArray<BalanceTerm> Terms(CsvRow row)
    {
        var terms = ImmutableArray.CreateBuilder<BalanceTerm>();
        foreach (var text in row.Optional("terms")?.Split('+', StringSplitOptions.TrimEntries) ?? [])
        {
            if (BalanceTerm.TryParse(text, out var term))
            {
                terms.Add(term);
            }
            else
            {
                row.Invalid("terms", text, "Write codes with a part where it is not the value: A:numerator + B.");
            }
        }

        return terms.DrainToImmutable();
    }

    private static void Check(CsvRow row, QualityRule rule)
    {
        if (rule.Severity == QualitySeverity.Hold && !QualityRule.CanHold(rule.Kind))
        {
            row.Invalid(
                "severity", "hold",
                "Only bounds, jump and history hold: the others look at what may come later than the observation.");
        }

        if (rule.Kind == QualityRuleKind.Balance && (rule.Indicator is null || rule.Terms.IsEmpty))
        {
            row.Report(
                DatasetProblemCodes.MissingValue,
                $"The balance {rule.Id} lacks a side.",
                "Fill in indicator and terms.");
        }

        if (rule.Kind == QualityRuleKind.Bounds
            && (rule.Indicator is null || (rule.Minimum is null && rule.Maximum is null)))
        {
            row.Report(
                DatasetProblemCodes.MissingValue,
                $"The bounds {rule.Id} lack an indicator or a bound.",
                "Fill in the indicator, and minimum, maximum or both.");
        }
    }
}
