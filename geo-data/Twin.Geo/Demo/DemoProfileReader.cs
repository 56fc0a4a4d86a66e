using System.Collections.Immutable;
using Twin.Geo.Datasets;
using Twin.Model.Demo;
using Twin.Model.Indicators;

namespace Twin.Geo.Demo;

/// <summary>Reads <c>demo.csv</c>: how the demonstration values of each indicator run. Stateless.</summary>
public static class DemoProfileReader
{
    /// <summary>The file's name in the folder of a dataset.</summary>
    public const string FileName = "demo.csv";

    private static readonly string[] Columns =
    [
        "indicator", "first", "at_due", "last", "denominator_per_10000", "denominator_fixed", "spread", "noise",
        "season",
    ];

    private static readonly string[] OptionalColumns = ["dimension", "dimension_spread"];

    /// <summary>The profiles, and everything that is wrong with the file; no profiles where something is.</summary>
    public static (ImmutableArray<DemoProfile> Profiles, ImmutableArray<DatasetProblem> Problems) Read(
        string directory, IndicatorCatalog indicators)
    {
        var problems = new ProblemList();
        ImmutableArray<DemoProfile> profiles =
            [.. CsvTable.Read(directory, FileName, Columns, OptionalColumns, problems).Select(
                row => Profile(row, indicators))];
        return problems.IsEmpty ? (profiles, []) : ([], problems.ToImmutable());
    }

    private static DemoProfile Profile(CsvRow row, IndicatorCatalog indicators)
    {
        var code = row.IndicatorCode("indicator");
        if (code is { } made && indicators.TryGet(made, out var derived) && derived.IsDerived)
        {
            row.Invalid("indicator", made.Value, "Name what is reported: this is worked out from it.");
        }
        else if (code is { } known && !indicators.TryGet(known, out _))
        {
            row.Report(
                DatasetProblemCodes.UnknownReference,
                $"There is no indicator '{known}'.",
                "Use a code of indicators.csv.");
        }

        var dimension = row.Optional("dimension");
        if (dimension is not null && code is { } parted && indicators.TryGet(parted, out var indicator)
            && (!indicator.Dimensions.Contains(dimension, StringComparer.Ordinal)
                || indicator.Aggregation != AggregationKind.RatioOfSums))
        {
            row.Invalid("dimension", dimension, "Name a dimension of the indicator, which is a RatioOfSums.");
        }

        return new DemoProfile
        {
            Indicator = code ?? default,
            First = row.RequiredNumber("first"),
            AtDue = row.RequiredNumber("at_due"),
            Last = row.RequiredNumber("last"),
            DenominatorPerTenThousand = row.RequiredNumber("denominator_per_10000", 0),
            DenominatorFixed = row.RequiredNumber("denominator_fixed", 0),
            Spread = row.RequiredNumber("spread", 0),
            Noise = row.RequiredNumber("noise", 0),
            Season = row.RequiredNumber("season", 0, 1),
            Dimension = dimension,
            DimensionSpread = row.Number("dimension_spread", 0) ?? 0,
        };
    }
}
