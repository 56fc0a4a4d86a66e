using Twin.Geo.Datasets;
using Twin.Model.Indicators;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>What kinds must know beside the row of the indicator, and what is said when it is not there.</summary>
public sealed class FormulaTableTests
{
    private const string Header = "indicator,percentile,of,periods,dimension,missing\n";
    private const string CompositesHeader =
        "composite,component,weight,normalization,low,high,take,version,valid_from,valid_to,basis,note\n";

    /// <summary>
    /// Name, the row added to indicators.csv (line 3), formulas.csv, composites.csv, and the file, code and line of the
    /// problem that it makes.
    /// </summary>
    public static TheoryData<string, string, string, string, string, string, int> Faults => new()
    {
        { "percentile without a number", Row("Percentile", "HOUSEHOLDS"), "", "", "indicators.csv",
            "missing_value", 3 },
        { "percentile beyond all", Row("Percentile", "HOUSEHOLDS"), "X,101,,,,", "", "formulas.csv",
            "invalid_value", 2 },
        { "percentile for a sum", Row("Sum", "HOUSEHOLDS"), "X,50,,,,", "", "formulas.csv", "invalid_value", 2 },
        { "median with a denominator", Row("Median", "HOUSEHOLDS", "HOUSEHOLDS"), "", "", "indicators.csv",
            "invalid_value", 3 },
        { "count of what is no yes or no", Row("CountDistinct", "HOUSEHOLDS", dimensions: "OPERATOR"), "", "",
            "indicators.csv", "invalid_value", 3 },
        { "count without a catalogue", Row("CountDistinct", "DONE"), "", "", "indicators.csv", "missing_value", 3 },
        { "milestone that is a count", Row("All", "HOUSEHOLDS"), "", "", "indicators.csv", "invalid_value", 3 },
        { "growth of nothing", Row("Growth"), "X,,,1,,", "", "formulas.csv", "missing_value", 2 },
        { "growth of the unknown", Row("Growth"), "X,,NONE,1,,", "", "formulas.csv", "unknown_reference", 2 },
        { "growth over no time", Row("Growth"), "X,,SERVED,0,,", "", "formulas.csv", "invalid_value", 2 },
        { "growth that says not over what", Row("Growth"), "X,,SERVED,,,", "", "formulas.csv", "missing_value", 2 },
        { "growth with a measure", Row("Growth", "HOUSEHOLDS"), "X,,SERVED,1,,", "", "indicators.csv",
            "invalid_value", 3 },
        { "growth without a cadence", Row("Growth", cadence: ""), "X,,SERVED,1,,", "", "indicators.csv",
            "invalid_value", 3 },
        { "growth of itself", Row("Growth"), "X,,X,1,,", "", "indicators.csv", "invalid_value", 3 },
        { "formula of the unknown", Row("Sum", "HOUSEHOLDS"), "Y,,,,,", "", "formulas.csv", "unknown_reference", 2 },
        { "formula twice", Row("Growth"), "X,,SERVED,1,,\nX,,SERVED,2,,", "", "formulas.csv", "duplicate_key", 3 },
        { "least of parts that are not", Row("MemberMin"), "X,,SERVED,,SECTOR,", "", "indicators.csv",
            "invalid_value", 3 },
        { "least of no dimension", Row("MemberMin"), "X,,SERVED,,,", "", "formulas.csv", "missing_value", 2 },
        { "index that is empty", Row("Composite"), "X,,,,,zero", "", "indicators.csv", "missing_value", 3 },
        { "index that does not say what is missing", Row("Composite"), "", Part("SERVED"), "indicators.csv",
            "missing_value", 3 },
        { "index of the unknown", Row("Composite"), "X,,,,,zero", Part("NONE"), "composites.csv",
            "unknown_reference", 2 },
        { "index of itself", Row("Composite"), "X,,,,,zero", Part("X"), "indicators.csv", "invalid_value", 3 },
        { "component of what is no index", Row("Sum", "HOUSEHOLDS"), "", Part("SERVED"), "composites.csv",
            "invalid_value", 2 },
        { "component twice at a time", Row("Composite"), "X,,,,,zero", Part("SERVED") + "\n" + Part("SERVED"),
            "composites.csv", "duplicate_key", 3 },
        { "no weight at all", Row("Composite"), "X,,,,,zero", Part("SERVED", "0"), "composites.csv",
            "invalid_value", 2 },
        { "negative weight", Row("Composite"), "X,,,,,zero", Part("SERVED", "-1"), "composites.csv",
            "invalid_value", 2 },
        { "stretched over nothing", Row("Composite"), "X,,,,,zero", Part("SERVED", "1", "min_max,5,5"),
            "composites.csv", "invalid_value", 2 },
        { "stretched from nowhere", Row("Composite"), "X,,,,,zero", Part("SERVED", "1", "min_max,,5"),
            "composites.csv", "invalid_value", 2 },
        { "share of a target of zero", Row("Composite"), "X,,,,,zero", Part("SERVED", "1", "target_ratio,,0"),
            "composites.csv", "invalid_value", 2 },
        { "unknown normalization", Row("Composite"), "X,,,,,zero", Part("SERVED", "1", "z_score,,"),
            "composites.csv", "invalid_value", 2 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_file_line_and_code(
        string name, string row, string formulas, string composites, string file, string code, int line)
    {
        using var dataset = Dataset(row, formulas, composites);

        var problems = Assert.IsType<DatasetReading.Refused>(dataset.Read()).Problems;

        Assert.True(
            problems.Any(p => (p.File, p.Code, p.Line) == (file, code, line)),
            $"{name}: {string.Join("; ", problems)}");
        Assert.All(problems, p => Assert.NotEmpty(p.Hint));
    }

    [Fact]
    public void A_circle_of_indexes_is_told_with_all_its_steps()
    {
        using var dataset = Dataset(
            Row("Composite") + "\n" + Row("Composite").Replace("X,", "Y,", StringComparison.Ordinal),
            "X,,,,,zero\nY,,,,,leave",
            Part("Y") + "\n" + Part("X").Replace("X,X,", "Y,X,", StringComparison.Ordinal));

        var problem = Assert.Single(Assert.IsType<DatasetReading.Refused>(dataset.Read()).Problems);

        Assert.Contains("X ← Y ← X", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_is_read_with_what_it_needs()
    {
        using var dataset = Dataset(
            string.Join('\n', [
                Named("P90", Row("Percentile", "HOUSEHOLDS")),
                Named("CATALOGUE", Row("ShareDistinct", "DONE", dimensions: "OPERATOR")),
                Named("GROWTH", Row("Growth")),
                Named("A-YEAR", Row("CompoundGrowth")),
                Named("LEAST", Row("MemberMin")),
                Named("INDEX", Row("Composite")),
            ]),
            "P90,90,,,,\nGROWTH,,SERVED,12,,\nA-YEAR,,SERVED,4,,\nLEAST,,SERVED,,OPERATOR,\nINDEX,,,,,refuse",
            Part("SERVED", "3", "target_ratio,,80").Replace("X,", "INDEX,", StringComparison.Ordinal));

        var read = Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset.City.Indicators.Items
            .ToDictionary(i => i.Code.Value, StringComparer.Ordinal);

        Assert.Equal(90, read["P90"].Percentile);
        Assert.Equal("OPERATOR", read["CATALOGUE"].Catalogue);
        Assert.Equal(new Derivation.Growth(Served, 12), read["GROWTH"].Derivation);
        Assert.Equal(new Derivation.CompoundGrowth(Served, 4), read["A-YEAR"].Derivation);
        Assert.Equal(
            new Derivation.ExtremeMember(Served, "OPERATOR", false), read["LEAST"].Derivation);
        var index = Assert.IsType<Derivation.Composite>(read["INDEX"].Derivation);
        Assert.Equal(MissingComponents.Refuse, index.Missing);
        Assert.Equal(0.5, Assert.Single(index.Components).ScoreOf(40));
        Assert.All(["GROWTH", "A-YEAR", "LEAST", "INDEX"], code => Assert.True(read[code].IsDerived));
    }

    private static IndicatorCode Served => IndicatorCode.Parse("SERVED", null);

    private static string Named(string code, string row) => code + row[1..];

    private static string Row(
        string kind, string numerator = "", string denominator = "", string dimensions = "", string cadence = "P1M") =>
        $"X,Tên,Name,%,up,commune,{cadence},Sở,A1,test,{kind},{numerator},{denominator},100,,,false,1,{dimensions}";

    private static string Part(string indicator, string weight = "1", string normalization = "as_is,,") =>
        $"X,{indicator},{weight},{normalization},latest,v1,2024-01-01,,approximated,";

    private static SmallDataset Dataset(string row, string formulas, string composites)
    {
        var dataset = new SmallDataset();
        var indicators = File.ReadAllText(Path.Combine(dataset.Folder, "indicators.csv"));
        var measures = File.ReadAllText(Path.Combine(dataset.Folder, "measures.csv"));
        dataset.Write("indicators.csv", indicators + row);
        dataset.Write("measures.csv", measures + "DONE,Xong,Done,yes or no,boolean");
        if (formulas.Length > 0)
        {
            dataset.Write("formulas.csv", Header + formulas);
        }

        if (composites.Length > 0)
        {
            dataset.Write("composites.csv", CompositesHeader + composites);
        }

        return dataset;
    }
}
