using System.Globalization;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>measures.csv</c> and <c>indicators.csv</c>.</summary>
internal static class IndicatorTable
{
    public const string File = "indicators.csv";
    public const string MeasuresFile = "measures.csv";

    private const int MaxDecimals = 6;

    private static readonly string[] MeasureColumns = ["code", "name_vi", "name_en", "unit", "kind"];
    private static readonly string[] Columns =
    [
        "code", "name_vi", "name_en", "unit_of_measure", "direction", "reporting_level", "cadence", "owner_agency",
        "owner_agency_id", "subsystem", "aggregation", "numerator_measure", "denominator_measure", "scale", "minimum",
        "maximum", "numerator_may_exceed_denominator", "decimals",
    ];

    private static readonly string[] OptionalColumns = ["dimensions"];

    public static List<Keyed<Measure>> ReadMeasures(string directory, ProblemList problems) =>
    [
        .. CsvTable.Read(directory, MeasuresFile, MeasureColumns, [], problems).Select(row => new Keyed<Measure>(
            row,
            new Measure(
                row.Text("code"),
                row.Text("name_vi"),
                row.Text("name_en"),
                row.Text("unit"),
                row.Choice(
                    "kind",
                    ("count", MeasureKind.Count),
                    ("amount", MeasureKind.Amount),
                    ("boolean", MeasureKind.Boolean),
                    ("rate", MeasureKind.Rate))))),
    ];

    public static List<Keyed<Indicator>> Read(
        string directory, IReadOnlyDictionary<string, Measure> measures, ProblemList problems) =>
    [
        .. CsvTable.Read(directory, File, Columns, OptionalColumns, problems)
            .Select(row => new Keyed<Indicator>(row, ToIndicator(row, measures))),
    ];

    private static Indicator ToIndicator(CsvRow row, IReadOnlyDictionary<string, Measure> measures)
    {
        row.Text("code");
        var indicator = new Indicator
        {
            Code = row.IndicatorCode("code") ?? default,
            NameVi = row.Text("name_vi"),
            NameEn = row.Text("name_en"),
            UnitOfMeasure = row.Text("unit_of_measure"),
            Direction = row.Choice(
                "direction",
                ("none", IndicatorDirection.None),
                ("up", IndicatorDirection.Up),
                ("down", IndicatorDirection.Down),
                ("range", IndicatorDirection.Range)),
            ReportingLevel = UnitTable.Level(row, "reporting_level"),
            Cadence = CadenceText.Read(row, "cadence"),
            OwnerAgency = row.Optional("owner_agency"),
            OwnerAgencyId = row.Optional("owner_agency_id"),
            Subsystem = row.Optional("subsystem"),
            Aggregation = row.Choice(
                "aggregation",
                ("Sum", AggregationKind.Sum),
                ("RatioOfSums", AggregationKind.RatioOfSums),
                ("WeightedMean", AggregationKind.WeightedMean),
                ("Min", AggregationKind.Min),
                ("Max", AggregationKind.Max),
                ("Median", AggregationKind.Median),
                ("Percentile", AggregationKind.Percentile),
                ("CountDistinct", AggregationKind.CountDistinct),
                ("ShareDistinct", AggregationKind.ShareDistinct),
                ("All", AggregationKind.All),
                ("Any", AggregationKind.Any),
                ("Growth", AggregationKind.Growth),
                ("CompoundGrowth", AggregationKind.CompoundGrowth),
                ("Composite", AggregationKind.Composite),
                ("MemberMin", AggregationKind.MemberMin),
                ("MemberMax", AggregationKind.MemberMax)),
            Numerator = Measure(row, "numerator_measure", measures) ?? new Measure("", "", "", "", MeasureKind.Count),
            Denominator = Measure(row, "denominator_measure", measures),
            Scale = row.RequiredNumber("scale"),
            Minimum = row.Number("minimum"),
            Maximum = row.Number("maximum"),
            NumeratorMayExceedDenominator = row.Flag("numerator_may_exceed_denominator"),
            Decimals = (int)row.RequiredNumber("decimals", 0, MaxDecimals),
            Dimensions = [.. row.Optional("dimensions")?.Split(';') ?? []],
        };
        Check(row, indicator);
        return indicator;
    }

    private static void Check(CsvRow row, Indicator indicator)
    {
        if (indicator.Aggregation.IsDerived() != row.Optional("numerator_measure") is null)
        {
            row.Report(
                DatasetProblemCodes.InvalidValue,
                $"{indicator.Code} is a {indicator.Aggregation} and its numerator is "
                    + $"'{row.Optional("numerator_measure")}'.",
                "What is reported needs a measure; what is derived from other indicators must have none.");
        }

        if (indicator.HasDenominator != row.Optional("denominator_measure") is not null)
        {
            row.Report(
                DatasetProblemCodes.InvalidValue,
                $"{indicator.Code} is a {indicator.Aggregation} and its denominator is "
                    + $"'{row.Optional("denominator_measure")}'.",
                "RatioOfSums and WeightedMean need a denominator; the others must have none.");
        }

        if (indicator.Dimensions.Length > Breakdown.MaxDimensions
            || indicator.Dimensions.Distinct(StringComparer.Ordinal).Count() < indicator.Dimensions.Length)
        {
            row.Invalid(
                "dimensions",
                string.Join(';', indicator.Dimensions),
                $"Name at most {Breakdown.MaxDimensions}, each once, with semicolons between.");
        }

        if (indicator.Minimum > indicator.Maximum)
        {
            row.Invalid("minimum", row.Text("minimum"), "It must not be above the maximum.");
        }

        if (indicator.Scale <= 0)
        {
            row.Invalid("scale", indicator.Scale.ToString(CultureInfo.InvariantCulture), "Write 100 for %, else 1.");
        }
    }

    private static Measure? Measure(CsvRow row, string column, IReadOnlyDictionary<string, Measure> measures)
    {
        if (row.Optional(column) is not { } code)
        {
            return null;
        }

        if (measures.TryGetValue(code, out var measure))
        {
            return measure;
        }

        row.Report(
            DatasetProblemCodes.UnknownReference, $"The {column} '{code}' is not in {MeasuresFile}.",
            "Add the measure or mend the code.");
        return null;
    }
}
