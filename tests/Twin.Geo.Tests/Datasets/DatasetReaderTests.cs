using System.Globalization;
using System.Text;
using Twin.Geo.Datasets;
using Twin.Model.Plans;
using Twin.Model.Units;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

public sealed class DatasetReaderTests
{
    /// <summary>Name, file, what is spoiled, how, and the code and line of the problem that it must make.</summary>
    public static TheoryData<string, string, string, string, string, int> SpoiledCells => new()
    {
        { "empty code", "units.csv", "12,commune", ",commune", "missing_value", 4 },
        { "code with a space", "units.csv", "12,commune", "1 2,commune", "invalid_value", 4 },
        { "unknown level", "units.csv", "11,commune", "11,hamlet", "invalid_value", 3 },
        { "level in capitals", "units.csv", "11,commune", "11,Commune", "invalid_value", 3 },
        { "empty name", "units.csv", "Xã Tây", "", "missing_value", 4 },
        { "name in NFD", "units.csv", "Xã Tây", "Xã Tây".Normalize(NormalizationForm.FormD), "not_normalized", 4 },
        { "date of another order", "units.csv", "1,2025-01-01,", "1,01/01/2025,", "invalid_value", 5 },
        { "day that does not exist", "units.csv", "1,2025-01-01,", "1,2025-02-29,", "invalid_value", 5 },
        { "ends before it starts", "units.csv", "2024-12-31,3,", "2023-12-31,3,", "invalid_value", 3 },
        { "decimal comma", "units.csv", "2024-12-31,3,", "2024-12-31,\"3,5\",", "invalid_value", 3 },
        { "negative area", "units.csv", "2024-12-31,3,", "2024-12-31,-3,", "invalid_value", 3 },
        { "area not a number", "units.csv", "2024-12-31,3,", "2024-12-31,NaN,", "invalid_value", 3 },
        { "area beyond all numbers", "units.csv", "2024-12-31,3,", "2024-12-31,1e999,", "invalid_value", 3 },
        { "population with a dot", "units.csv", ",3,6,", ",3,6.5,", "invalid_value", 3 },
        { "latitude beyond the pole", "units.csv", "0.30,0.10", "0.30,90.1", "invalid_value", 4 },
        { "longitude alone", "units.csv", "0.30,0.10", "0.30,", "missing_value", 4 },
        { "upper unit unknown", "units.csv", "Dong Commune,1,", "Dong Commune,7,", "unknown_reference", 3 },
        { "upper unit not yet there", "units.csv", "Dong Commune,1,", "Dong Commune,13,", "unknown_reference", 3 },
        { "upper unit of the same level", "units.csv", "Dong Commune,1,", "Dong Commune,12,", "invalid_value", 3 },
        { "upper unit is the unit itself", "units.csv", "Dong Commune,1,", "Dong Commune,11,", "invalid_value", 3 },
        { "the same key twice", "units.csv", "12,commune", "11,commune", "duplicate_key", 4 },
        { "unknown extent", "successions.csv", "99,13,part", "99,13,half", "invalid_value", 4 },
        { "share above one", "successions.csv", "11,13,whole,1,", "11,13,whole,1.01,", "invalid_value", 2 },
        { "successor unknown", "successions.csv", "99,13", "99,14", "unknown_reference", 4 },
        { "predecessor gone", "successions.csv", "2025-01-01,12,13", "2026-01-01,12,13", "unknown_reference", 3 },
        { "share of an unknown unit", "area-shares.csv", "12,13", "14,13", "unknown_reference", 3 },
        { "vertex left out", "outline.csv", "land,3", "land,5", "invalid_value", 4 },
        { "clockwise ring", "outline.csv", "0.40,0.00", "-0.40,0.00", "invalid_value", 2 },
        { "unknown kind", "measures.csv", "Households,households,count", "Households,households,tally",
            "invalid_value", 2 },
    };

    /// <summary>The same for what columns and rows need of one another.</summary>
    public static TheoryData<string, string, string, string, string, int> SpoiledRows => new()
    {
        { "measure unknown", "indicators.csv", "SERVED,HOUSEHOLDS,", "SERVED,HOMES,", "unknown_reference", 2 },
        { "ratio without denominator", "indicators.csv", "SERVED,HOUSEHOLDS,", "SERVED,,", "invalid_value", 2 },
        { "sum with denominator", "indicators.csv", "RatioOfSums", "Sum", "invalid_value", 2 },
        { "mean of percentages", "indicators.csv", "RatioOfSums", "Mean", "invalid_value", 2 },
        { "scale of zero", "indicators.csv", "HOUSEHOLDS,100,", "HOUSEHOLDS,0,", "invalid_value", 2 },
        { "bounds turned around", "indicators.csv", ",0,100,", ",100,0,", "invalid_value", 2 },
        { "cadence in words", "indicators.csv", "P1M", "monthly", "invalid_value", 2 },
        { "owner unknown", "indicators.csv", "Sở,A1", "Sở,A2", "unknown_reference", 2 },
        { "flag in words", "indicators.csv", "false,1", "no,1", "invalid_value", 2 },
        { "decimals beyond the limit", "indicators.csv", "false,1", "false,7", "invalid_value", 2 },
        { "month 13", "plans.csv", "2024-05", "2024-13", "invalid_value", 2 },
        { "place of an unknown unit", "plans.csv", "Một,1,", "Một,7,", "unknown_reference", 2 },
        { "unknown comparator", "targets.csv", ">=,80", "=>,80", "invalid_value", 2 },
        { "unknown tier", "targets.csv", "city;commune", "city;village", "invalid_value", 2 },
        { "target without indicator", "targets.csv", "commune,,SERVED", "commune,,", "missing_value", 2 },
        { "indicator unknown", "targets.csv", "commune,,SERVED", "commune,,LOST", "unknown_reference", 2 },
        { "range turned around", "targets.csv", "15,20", "20,15", "invalid_value", 4 },
        { "range with one end", "targets.csv", "15,20", "15,", "invalid_value", 4 },
        { "upper value without range", "targets.csv", ">=,80,,", ">=,80,90,", "invalid_value", 2 },
        { "percent sign in a value", "targets.csv", ">=,80,", ">=,80%,", "invalid_value", 2 },
        { "plan unknown", "targets.csv", "T3,P2", "T3,P3", "unknown_reference", 4 },
        { "a rank without a level", "targets.csv", ">=,80", "rank,80", "invalid_value", 2 },
        { "reports to nobody known", "agencies.csv", "lead,,,", "lead,,A9,", "unknown_reference", 2 },
        { "duty of an unknown plan", "duties.csv", "P1,commune", "P9,commune", "unknown_reference", 2 },
        { "duty of nobody", "duties.csv", "P1,commune,", "P1,,", "invalid_value", 2 },
        { "duty with a cadence of weeks", "duties.csv", "P1M", "P1W", "invalid_value", 2 },
        { "duty without a due day", "duties.csv", "day10", "soon", "invalid_value", 2 },
        { "duty with a figure of another level", "duties.csv", "P1,commune", "P1,district", "invalid_value", 2 },
        { "duty with an unknown figure", "duties.csv", "SERVED", "LOST", "unknown_reference", 2 },
        { "grace beyond the limit", "duties.csv", ",2,2024", ",31,2024", "invalid_value", 2 },
        { "rule of an unknown kind", "alerts.csv", "threshold", "limit", "invalid_value", 2 },
        { "rule that clears on the bad side", "alerts.csv", ",60,65,", ",60,55,", "invalid_value", 2 },
        { "rule for an unknown level", "alerts.csv", "city;commune", "city;village", "invalid_value", 2 },
        { "threshold without an indicator", "alerts.csv", "SERVED", "", "missing_value", 2 },
        { "rule of an unknown indicator", "alerts.csv", "SERVED", "LOST", "unknown_reference", 2 },
        { "rule of an unknown owner", "alerts.csv", ",A1,", ",A9,", "unknown_reference", 2 },
        { "kind of day in words", "calendar.csv", "annual", "yearly", "invalid_value", 2 },
        { "a day twice", "calendar.csv", "2024-02-09", "2024-01-01", "duplicate_key", 3 },
        { "a field too many", "units.csv", "0.30,0.10", "0.30,0.10,1", "malformed_csv", 4 },
        { "a field too few", "units.csv", ",0.30,0.10", ",0.30", "malformed_csv", 4 },
        { "a stray quote", "units.csv", "Xã Tây", "Xã \"Tây\" 2", "malformed_csv", 4 },
        { "misspelt column", "units.csv", "name_ascii", "name_asci", "unknown_column", 1 },
        { "missing column", "plans.csv", ",is_default", "", "missing_column", 1 },
    };

    /// <summary>The same for dimensions.</summary>
    public static TheoryData<string, string, string, string, string, int> SpoiledDimensions() => new()
    {
        { "dimension unknown", "indicators.csv", "false,1,OPERATOR", "false,1,SECTOR", "unknown_reference", 2 },
        { "one dimension twice", "indicators.csv", "1,OPERATOR", "1,OPERATOR;OPERATOR", "invalid_value", 2 },
        { "dimension in small letters", "dimensions.csv", "OPERATOR", "operator", "invalid_value", 2 },
        { "dimension without members", "dimension-members.csv", "OPERATOR,1", "SECTOR,1", "unknown_reference", 3 },
        { "one member twice", "dimension-members.csv", "1,VNPT", "1,VIETTEL", "duplicate_key", 3 },
        { "member with a space", "dimension-members.csv", "1,VNPT", "1,V NPT", "invalid_value", 3 },
    };

    [Theory]
    [MemberData(nameof(SpoiledCells))]
    [MemberData(nameof(SpoiledRows))]
    [MemberData(nameof(SpoiledDimensions))]
    public void A_fault_is_named_with_file_line_and_code(
        string name, string file, string text, string replacement, string code, int line)
    {
        Assert.NotEmpty(name);
        using var dataset = new SmallDataset();
        dataset.Spoil(file, text, replacement);

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => (p.File, p.Code, p.Line) == (file, code, line));
        Assert.All(problems, p => Assert.True(p is { Detail.Length: > 0, Hint.Length: > 0 }));
    }

    [Fact]
    public void A_sound_dataset_is_read_whole()
    {
        using var dataset = new SmallDataset();

        var reading = dataset.Read();

        var read = Assert.IsType<DatasetReading.Loaded>(reading).Dataset;
        Assert.Equal("small", read.City.DatasetId);
        Assert.Equal("CC-BY-4.0", read.Publication.LicenceId);
        Assert.Equal(4, read.City.Tree.Versions.Length);
        Assert.Null(read.City.Tree.Find(HaiPhong.Code("12"), new DateOnly(2024, 6, 1))!.Population);
        Assert.Equal(["T1", "T2"], read.City.Targets.Select(t => t.Id), StringComparer.Ordinal);
        Assert.Equal([AdministrativeLevel.City, AdministrativeLevel.Commune], read.City.Targets[0].Levels.ToArray());
        Assert.Equal([AdministrativeLevel.City], read.City.Targets[1].Levels.ToArray());
        Assert.Equal(TargetKind.Cadence, read.City.Targets[1].Kind);
        Assert.Null(read.City.Targets[1].Indicator);
        Assert.Empty(read.Boundaries);
        var duty = read.City.Duties.Find("P1.commune.monthly")!;
        Assert.Equal(("day10", 2), (duty.Due.ToString(), duty.GraceWorkingDays));
        Assert.Equal("A1.monthly", Assert.Single(read.City.Duties.OfAgency("A1")).Id);
        Assert.False(read.City.Duties.Calendar.IsWorkingDay(new DateOnly(2024, 2, 9)));
        var rule = Assert.Single(read.City.AlertRules);
        Assert.Equal((60, 65, false), (rule.RaiseAt, rule.ClearAt, rule.IsAbove));
        Assert.Equal((24, 72), (rule.Debounce.TotalHours, rule.EscalateAfter!.Value.TotalHours));
        var served = read.City.Indicators.Items.Single(
            one => one.Code.Value.Equals("SERVED", StringComparison.Ordinal));
        Assert.Equal(["OPERATOR"], served.Dimensions, StringComparer.Ordinal);
        var dimension = Assert.Single(read.City.Indicators.Dimensions.Items);
        Assert.Equal(["VNPT", "VIETTEL"], dimension.Members.Select(one => one.Code), StringComparer.Ordinal);
    }

    [Fact]
    public void All_faults_are_collected_in_one_reading()
    {
        using var dataset = new SmallDataset();
        dataset.Spoil("units.csv", "11,commune", "11,hamlet");
        dataset.Spoil("targets.csv", ">=,80", "=>,80");
        dataset.Spoil("agencies.csv", "P1M", "monthly");
        dataset.Delete("outline.csv");

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Superset(
            new HashSet<string>(["agencies.csv", "outline.csv", "targets.csv", "units.csv"], StringComparer.Ordinal),
            problems.Select(p => p.File).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Overlapping_versions_are_refused_before_the_tree_is_built()
    {
        using var dataset = new SmallDataset();
        dataset.Spoil("units.csv", "13,commune,Phường,Phường Mới,Phuong Moi,Moi Ward,1,2025-01-01",
            "12,commune,Phường,Phường Mới,Phuong Moi,Moi Ward,1,2024-12-31");

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => p is { Code: DatasetProblemCodes.OverlappingVersions, Line: 5 });
    }

    [Fact]
    public void A_ring_of_upper_units_is_refused_before_the_tree_is_built()
    {
        using var dataset = new SmallDataset();
        dataset.Spoil("units.csv", "Dong Commune,1,", "Dong Commune,12,");
        dataset.Spoil("units.csv", "Tay Commune,1,", "Tay Commune,11,");

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Equal([3, 4], problems.Select(p => p.Line));
    }

    [Fact]
    public void The_next_version_may_start_the_day_after()
    {
        using var dataset = new SmallDataset();
        dataset.Spoil("units.csv", "13,commune", "12,commune");
        dataset.Write("successions.csv", "date,predecessor,successor,extent,area_share,basis");
        dataset.Write("area-shares.csv", "predecessor_date,date,predecessor,successor,area_share");

        var reading = dataset.Read();

        Assert.IsType<DatasetReading.Loaded>(reading);
    }

    [Theory]
    [InlineData("dataset.json")]
    [InlineData("units.csv")]
    [InlineData("successions.csv")]
    [InlineData("area-shares.csv")]
    [InlineData("outline.csv")]
    [InlineData("measures.csv")]
    [InlineData("indicators.csv")]
    [InlineData("plans.csv")]
    [InlineData("targets.csv")]
    [InlineData("agencies.csv")]
    public void A_missing_file_is_named(string file)
    {
        using var dataset = new SmallDataset();
        dataset.Delete(file);

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => (p.File, p.Code) == (file, DatasetProblemCodes.MissingFile));
    }

    [Fact]
    public void An_empty_file_lacks_its_header()
    {
        using var dataset = new SmallDataset();
        dataset.WriteBytes("plans.csv", []);

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => p is { File: "plans.csv", Code: DatasetProblemCodes.MalformedCsv });
    }

    [Fact]
    public void A_legacy_encoding_is_refused_and_not_guessed()
    {
        using var dataset = new SmallDataset();
        dataset.WriteBytes("plans.csv", [.. "id,number\nP1,"u8, 0xD0, 0x20, 0x0A]);

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => p is { File: "plans.csv", Code: DatasetProblemCodes.NotUtf8 });
    }

    [Fact]
    public void Byte_order_mark_and_carriage_returns_are_read()
    {
        using var dataset = new SmallDataset();
        dataset.WriteBytes("measures.csv", Encoding.UTF8.GetBytes(
            "\uFEFFcode,name_vi,name_en,unit,kind\r\nHOUSEHOLDS,Số hộ,Households,households,count\r\n"
            + "HOUSEHOLDS-SERVED,Số hộ được phục vụ,Households served,households,count\r\n"));

        var reading = dataset.Read();

        Assert.Equal(2, Assert.IsType<DatasetReading.Loaded>(reading).Dataset.Measures.Length);
    }

    [Theory]
    [InlineData(DatasetReader.MaxFieldLength, true)]
    [InlineData(DatasetReader.MaxFieldLength + 1, false)]
    public void A_cell_has_a_longest_length(int length, bool isAccepted)
    {
        using var dataset = new SmallDataset();
        dataset.Spoil("plans.csv", "Plan one", new string('x', length));

        var reading = dataset.Read();

        Assert.Equal(isAccepted, reading is DatasetReading.Loaded);
    }

    [Theory]
    [InlineData(DatasetReader.MaxProblems, 0)]
    [InlineData(DatasetReader.MaxProblems + 1, 1)]
    public void Problems_beyond_the_limit_are_counted(int faults, int beyond)
    {
        using var dataset = new SmallDataset();
        var rows = Enumerable.Range(0, faults).Select(i => FormattableString.Invariant($"M{i},x,x,x,tally"));
        dataset.Write("measures.csv", "code,name_vi,name_en,unit,kind\nHOUSEHOLDS,x,x,x,count\n"
            + "HOUSEHOLDS-SERVED,x,x,x,count\n" + string.Join('\n', rows));

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Equal(DatasetReader.MaxProblems + beyond, problems.Length);
        Assert.Equal(beyond, problems.Count(p => p.Code is DatasetProblemCodes.TooManyProblems));
    }

    [Theory]
    [InlineData("{", "malformed_json")]
    [InlineData("{\"id\": 1}", "malformed_json")]
    [InlineData("{\"id\": \"x\", \"colour\": \"red\"}", "malformed_json")]
    [InlineData("null", "malformed_json")]
    [InlineData("{\"sources\": null}", "malformed_json")]
    [InlineData("{\"sources\": [null]}", "missing_value")]
    [InlineData("{\"boundaries\": [null]}", "missing_value")]
    [InlineData("{}", "missing_value")]
    [InlineData("{\"firstIndicator\": \"NOWHERE\"}", "unknown_reference")]
    [InlineData("{\"surveyCrs\": \"EPSG:9210\"}", "unknown_reference")]
    public void A_bad_manifest_is_refused(string json, string code)
    {
        using var dataset = new SmallDataset();
        dataset.Write("dataset.json", json);

        var reading = dataset.Read();

        var problems = Assert.IsType<DatasetReading.Refused>(reading).Problems;
        Assert.Contains(problems, p => (p.File, p.Code) == ("dataset.json", code));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        using var dataset = new SmallDataset();
        var before = CultureInfo.CurrentCulture;
        DatasetReading reading;

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN"); // Decimals with a comma.
            reading = dataset.Read();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        var share = Assert.IsType<DatasetReading.Loaded>(reading).Dataset.AreaShares[1];
        Assert.Equal(0.98, share.Share, 1e-12);
    }

    [Fact]
    public void A_plan_that_does_not_exist_cannot_be_asked_for()
    {
        using var dataset = new SmallDataset();

        var reading = dataset.Read(new DatasetReaderOptions { Plans = ["P2", "P3"] });

        var problem = Assert.Single(Assert.IsType<DatasetReading.Refused>(reading).Problems);
        Assert.Equal(DatasetProblemCodes.UnknownReference, problem.Code);
        Assert.Contains("P3", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_plans_asked_for_are_loaded()
    {
        using var dataset = new SmallDataset();

        var reading = dataset.Read(new DatasetReaderOptions { Plans = ["P2"] });

        var city = Assert.IsType<DatasetReading.Loaded>(reading).Dataset.City;
        Assert.Equal(["T3"], city.Targets.Select(t => t.Id), StringComparer.Ordinal);
        Assert.Empty(city.Agencies);
    }
}
