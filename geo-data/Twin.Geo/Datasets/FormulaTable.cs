using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>
/// Reads <c>formulas.csv</c> and <c>composites.csv</c>, which a dataset may go without: what percentiles, growth and
/// indexes must know beside the row of the indicator.
/// </summary>
internal static class FormulaTable
{
    public const string File = "formulas.csv";
    public const string CompositesFile = "composites.csv";

    /// <summary>Periods or years between two levels at most.</summary>
    public const int MaxPeriods = 400;

    private const double MostPoints = 1e6;

    private static readonly string[] Columns = ["indicator", "percentile", "of", "periods", "dimension", "missing"];
    private static readonly string[] CompositeColumns =
    [
        "composite", "component", "weight", "normalization", "low", "high", "take", "version", "valid_from", "valid_to",
        "basis", "note",
    ];

    public static List<Keyed<FormulaRow>> Read(string directory, ProblemList problems) =>
        !System.IO.File.Exists(Path.Combine(directory, File)) ? [] :
        [
            .. CsvTable.Read(directory, File, Columns, [], problems)
                .Select(row => new Keyed<FormulaRow>(row, ToFormula(row))),
        ];

    public static List<Keyed<CompositeRow>> ReadComposites(string directory, ProblemList problems) =>
        !System.IO.File.Exists(Path.Combine(directory, CompositesFile)) ? [] :
        [
            .. CsvTable.Read(directory, CompositesFile, CompositeColumns, [], problems)
                .Select(row => new Keyed<CompositeRow>(row, ToComponent(row))),
        ];

    private static FormulaRow ToFormula(CsvRow row)
    {
        row.Text("indicator");
        if (row.Count("periods") is 0 or > MaxPeriods)
        {
            row.Invalid("periods", row.Text("periods"), $"Write 1 to {MaxPeriods}.");
        }

        return new FormulaRow(
            row.IndicatorCode("indicator") ?? default,
            row.Number("percentile", 0, 100),
            row.IndicatorCode("of"),
            row.Count("periods"),
            row.Optional("dimension"),
            row.Optional("missing") is null
                ? null
                : row.Choice(
                    "missing",
                    ("leave", MissingComponents.Leave),
                    ("zero", MissingComponents.Zero),
                    ("refuse", MissingComponents.Refuse)));
    }

    private static CompositeRow ToComponent(CsvRow row)
    {
        row.Text("composite");
        row.Text("component");
        var normalization = row.Choice(
            "normalization",
            ("as_is", ComponentNormalization.AsIs),
            ("min_max", ComponentNormalization.MinMax),
            ("target_ratio", ComponentNormalization.TargetRatio));
        var component = new CompositeComponent
        {
            Indicator = row.IndicatorCode("component") ?? default,
            Weight = row.RequiredNumber("weight", 0, MostPoints),
            Normalization = normalization,
            Low = row.Number("low") ?? 0,
            High = row.Number("high") ?? 1,
            Take = row.Choice("take", ("latest", ComponentPeriod.Latest), ("whole_year", ComponentPeriod.WholeYear)),
            Version = row.Text("version"),
            ValidFrom = row.RequiredDate("valid_from"),
            ValidTo = row.Date("valid_to"),
            IsOfficial = row.Choice("basis", ("official", true), ("approximated", false)),
            Note = row.Optional("note"),
        };
        CheckBounds(row, component);
        return new CompositeRow(row.IndicatorCode("composite") ?? default, component);
    }

    private static void CheckBounds(CsvRow row, CompositeComponent component)
    {
        var (hasLow, hasHigh) = (row.Optional("low") is not null, row.Optional("high") is not null);
        var (wantsLow, wantsHigh) = component.Normalization switch
        {
            ComponentNormalization.MinMax => (true, true),
            ComponentNormalization.TargetRatio => (false, true),
            _ => (false, false),
        };
        if ((hasLow, hasHigh) != (wantsLow, wantsHigh))
        {
            row.Report(
                DatasetProblemCodes.InvalidValue,
                $"low is '{row.Optional("low")}' and high '{row.Optional("high")}'.",
                "min_max needs both, target_ratio high alone, as_is neither.");
        }
        else if (component.Normalization == ComponentNormalization.MinMax && component.Low.Equals(component.High))
        {
            row.Invalid("high", row.Text("high"), "The values of score 0 and 1 must differ.");
        }
        else if (component.Normalization == ComponentNormalization.TargetRatio && component.High <= 0)
        {
            row.Invalid("high", row.Text("high"), "A target of which shares are taken is above zero.");
        }

        if (component.ValidTo < component.ValidFrom)
        {
            row.Invalid("valid_to", row.Text("valid_to"), "It must not lie before valid_from.");
        }
    }
}
