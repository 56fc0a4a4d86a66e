using Twin.Geo.Datasets;
using Twin.Model.Quality;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>The rules that a dataset scores and holds its observations by.</summary>
public sealed class QualityTableTests
{
    private const string File = "quality-rules.csv";

    private const string Header =
        "id,kind,name_vi,name_en,indicator,part,relation,terms,limit,floor,history,minimum,maximum,points,severity,"
        + "valid_from,valid_to\n";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "unknown kind", "a,guess,A,A,,,,,5,,,,,10,deduct,2022-01-01,", "invalid_value" },
        { "a jump without limit", "a,jump,A,A,,,,,,,,,,10,deduct,2022-01-01,", "missing_value" },
        { "too many points", "a,jump,A,A,,,,,5,,,,,101,deduct,2022-01-01,", "invalid_value" },
        { "negative points", "a,jump,A,A,,,,,5,,,,,-1,deduct,2022-01-01,", "invalid_value" },
        { "what cannot hold", "a,peers,A,A,,,,,5,,,,,10,hold,2022-01-01,", "invalid_value" },
        { "unknown severity", "a,jump,A,A,,,,,5,,,,,10,refuse,2022-01-01,", "invalid_value" },
        { "unknown indicator", "a,jump,A,A,NONE,,,,5,,,,,10,deduct,2022-01-01,", "unknown_reference" },
        { "bounds without a bound", "a,bounds,A,A,SERVED,,,,,,,,,10,deduct,2022-01-01,", "missing_value" },
        { "bounds of nothing", "a,bounds,A,A,,,,,,,,1,,10,deduct,2022-01-01,", "missing_value" },
        { "a balance without terms", "a,balance,A,A,SERVED,,=,,0,,,,,10,deduct,2022-01-01,", "missing_value" },
        { "a term of no part", "a,balance,A,A,SERVED,,=,SERVED:half,0,,,,,10,deduct,2022-01-01,", "invalid_value" },
        { "an unknown term", "a,balance,A,A,SERVED,,=,NONE,0,,,,,10,deduct,2022-01-01,", "unknown_reference" },
        {
            "a rule twice", "a,age,A,A,,,,,,,,,,10,deduct,2022-01-01,\na,age,A,A,,,,,,,,,,10,deduct,2022-01-01,",
            "duplicate_key"
        },
    };

    [Fact]
    public void A_dataset_may_go_without()
    {
        using var dataset = new SmallDataset();

        Assert.Empty(Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset.City.QualityRules);
    }

    [Fact]
    public void Every_column_is_read()
    {
        using var dataset = new SmallDataset();
        dataset.Write(
            File,
            Header + "b,jump,Nhảy,Jump,SERVED,,,,50,20,2,,,40,hold,2022-01-01,2025-06-30\n"
            + "a,balance,Cân,Balance,SERVED,numerator,<=,SERVED:numerator + SERVED,2,,,,,35,deduct,2022-01-01,");

        var rules = Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset.City.QualityRules;

        Assert.Equal(["a", "b"], rules.Select(rule => rule.Id), StringComparer.Ordinal);
        Assert.Equal((BalanceRelation.AtMost, FigurePart.Numerator), (rules[0].Relation, rules[0].Part));
        Assert.Equal("SERVED:numerator SERVED", string.Join(' ', rules[0].Terms));
        var jump = rules[1];
        Assert.Equal((50, 20, 2, 40), (jump.Limit, jump.Floor, jump.History, jump.Points));
        Assert.Equal(QualitySeverity.Hold, jump.Severity);
        Assert.True(jump.IsValidOn(new DateOnly(2025, 6, 30)));
        Assert.False(jump.IsValidOn(new DateOnly(2025, 7, 1)));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named(string name, string rows, string code)
    {
        using var dataset = new SmallDataset();
        dataset.Write(File, Header + rows);

        var problems = Assert.IsType<DatasetReading.Refused>(dataset.Read()).Problems;

        Assert.True(
            problems.Any(problem => (problem.File, problem.Code) == (File, code)),
            $"{name}: {string.Join(", ", problems)}");
    }

    [Fact]
    public void Hai_Phong_has_a_rule_of_each_kind_but_bounds_and_one_that_holds()
    {
        var rules = HaiPhong.Dataset.City.QualityRules;

        Assert.Equal(
            Enum.GetValues<QualityRuleKind>().Where(kind => kind != QualityRuleKind.Bounds),
            rules.Select(rule => rule.Kind).Distinct().Order());
        Assert.Equal("jump-far", Assert.Single(rules, rule => rule.Severity == QualitySeverity.Hold).Id);
    }
}
