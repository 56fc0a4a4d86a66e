using Twin.Geo.Datasets;
using Twin.Model.Plans;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>The paths and scopes that a plan lays down beside its targets.</summary>
public sealed class PathwayTableTests
{
    private const string Header = "target,kind,date,value,basis\n";

    public static TheoryData<string, string, string, int> Faults => new()
    {
        { "unknown target", "T9,linear,2024-12-31,5,explicit", "unknown_reference", 2 },
        { "unknown kind", "T1,zigzag,2024-12-31,5,explicit", "invalid_value", 2 },
        { "a date without a value", "T1,linear,2024-12-31,,explicit", "missing_value", 2 },
        { "a value without a date", "T1,linear,,5,explicit", "missing_value", 2 },
        { "two baselines", "T1,linear,2024-06-30,5,x\nT1,linear,2024-12-31,6,x", "invalid_value", 3 },
        { "steps back in time", "T1,steps,2024-12-31,5,x\nT1,steps,2024-06-30,6,x", "invalid_value", 3 },
        { "two kinds", "T1,steps,2024-06-30,5,x\nT1,linear,2024-12-31,6,x", "invalid_value", 3 },
    };

    [Fact]
    public void A_dataset_may_go_without_paths()
    {
        using var dataset = new SmallDataset();

        var read = Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset;

        Assert.All(read.City.Targets, target => Assert.Null(target.Pathway));
    }

    [Fact]
    public void The_first_row_is_the_baseline_and_the_others_are_steps()
    {
        using var dataset = new SmallDataset();
        dataset.Write(
            "pathways.csv",
            Header + "T1,steps,2023-12-31,10,x\nT1,steps,2024-06-30,20,x\nT1,steps,2024-12-31,50,x\n"
            + "T2,none,,,explicit");

        var targets = Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset.City.Targets;

        Assert.Equal((PathwayKind.Steps, 10.0), (targets[0].Path.Kind, targets[0].Path.Baseline?.Value));
        Assert.Equal([20, 50], targets[0].Path.Steps.Select(step => step.Value));
        Assert.Equal(new DateOnly(2024, 12, 31), targets[0].Path.Steps[1].Date);
        Assert.Equal(PathwayKind.None, targets[1].Path.Kind);
        Assert.Null(targets[1].Path.Baseline);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_line_and_code(string name, string rows, string code, int line)
    {
        using var dataset = new SmallDataset();
        dataset.Write("pathways.csv", Header + rows);

        var problems = Assert.IsType<DatasetReading.Refused>(dataset.Read()).Problems;

        Assert.True(problems.Any(p => (p.File, p.Code, p.Line) == ("pathways.csv", code, line)), name);
    }

    [Fact]
    public void A_target_may_name_the_units_that_it_binds()
    {
        using var dataset = new SmallDataset();
        dataset.Spoil("targets.csv", "direction,note", "direction,note,units,whole_year,among");
        dataset.Spoil("targets.csv", "A1,explicit,up,", "A1,explicit,up,,1;12,true,");
        dataset.Spoil("targets.csv", ",,by_role,up,", ",,by_role,up,,,,");
        dataset.Spoil("targets.csv", "inferred,range,", "inferred,range,,,,");

        var targets = Assert.IsType<DatasetReading.Loaded>(dataset.Read()).Dataset.City.Targets;

        Assert.Equal(["1", "12"], targets[0].Units.Select(unit => unit.Value), StringComparer.Ordinal);
        Assert.True(targets[0].IsOfWholeYear);
        Assert.Empty(targets[1].Units);
        Assert.False(targets[1].IsOfWholeYear);

        dataset.Spoil("targets.csv", ",1;12,", ",1;99,");
        var problems = Assert.IsType<DatasetReading.Refused>(dataset.Read()).Problems;
        Assert.Contains(problems, p => p is { File: "targets.csv", Code: "unknown_reference", Line: 2 });
    }

    [Fact]
    public void Of_Hai_Phong_the_stations_start_at_82_and_the_pilot_binds_the_city_alone()
    {
        var targets = HaiPhong.Dataset.City.Targets.ToDictionary(target => target.Id, StringComparer.Ordinal);

        Assert.Equal(new PathwayPoint(new DateOnly(2024, 12, 10), 82), targets["BV-01"].Path.Baseline);
        Assert.Equal(["31"], targets["BV-28"].Units.Select(unit => unit.Value), StringComparer.Ordinal);
        Assert.True(targets["HP-07"].IsOfWholeYear);
        Assert.Equal(PathwayKind.None, targets["HP-21"].Path.Kind);
        Assert.Equal(PathwayKind.Linear, targets["HP-10"].Path.Kind);
    }
}
