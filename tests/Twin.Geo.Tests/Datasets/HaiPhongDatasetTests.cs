using System.Text;
using Twin.Geo.Datasets;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Units;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

public sealed class HaiPhongDatasetTests
{
    private static readonly CityDataset Dataset = HaiPhong.Dataset;

    public static TheoryData<string, DateOnly, int, int, int> Counts() => new()
    {
        { "before the first list that is carried", new DateOnly(2021, 10, 31), 0, 0, 0 },
        { "the first day", new DateOnly(2021, 11, 1), 1, 15, 217 },
        { "the last day of 217 communes", new DateOnly(2024, 12, 31), 1, 15, 217 },
        { "the first day of 167 communes", new DateOnly(2025, 1, 1), 1, 15, 167 },
        { "the last day of three tiers", new DateOnly(2025, 6, 30), 1, 15, 167 },
        { "the first day of two tiers", new DateOnly(2025, 7, 1), 1, 0, 114 },
        { "later", new DateOnly(2030, 1, 1), 1, 0, 114 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_tree_has_the_units_of_its_day(string name, DateOnly date, int cities, int districts, int communes)
    {
        Assert.NotEmpty(name);

        var tree = Dataset.City.Tree.On(date);

        Assert.Equal(cities, tree.Units.Count(u => u.Level == AdministrativeLevel.City));
        Assert.Equal(districts, tree.Units.Count(u => u.Level == AdministrativeLevel.District));
        Assert.Equal(communes, tree.Units.Count(u => u.Level == AdministrativeLevel.Commune));
        Assert.Equal(communes, tree.CountAtLevel(HaiPhong.Code("31"), AdministrativeLevel.Commune));
        Assert.All(tree.Roots, root => Assert.Equal("31", root.Code.Value));
    }

    [Fact]
    public void The_two_tier_city_has_67_communes_45_wards_and_2_special_zones()
    {
        var kinds = Dataset.City.Tree.On(new DateOnly(2025, 7, 1)).Units
            .Where(u => u.Level == AdministrativeLevel.Commune).CountBy(u => u.KindVi).ToDictionary();

        Assert.Equal(67, kinds["Xã"]);
        Assert.Equal(45, kinds["Phường"]);
        Assert.Equal(2, kinds["Đặc khu"]);
    }

    [Fact]
    public void Bach_Long_Vi_is_a_district_without_communes_and_then_a_special_zone()
    {
        var island = HaiPhong.Code("318");
        var before = Dataset.City.Tree.On(new DateOnly(2025, 6, 30));

        var succession = Assert.Single(Dataset.City.Successions, s => s.Predecessor == island);

        Assert.Equal(AdministrativeLevel.District, before.Find(island)!.Level);
        Assert.Empty(before.ChildrenOf(island));
        Assert.Equal("Đặc khu Bạch Long Vĩ", Dataset.City.Tree.Find(succession.Successor, succession.Date)!.NameVi);
        Assert.True(succession.IsWhole);
    }

    [Fact]
    public void One_code_may_mean_another_unit_at_another_date()
    {
        var code = HaiPhong.Code("11581");

        var names = Dataset.City.Tree.VersionsOf(code).Select(v => v.NameVi);

        Assert.Equal(["Thị trấn An Dương", "Phường Lê Lợi", "Phường An Dương"], names, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_table_has_all_its_rows()
    {
        var july = new DateOnly(2025, 7, 1);

        Assert.Equal(451, Dataset.City.Successions.Count(s => s.Date == july && s.Basis is "official"));
        Assert.Equal(451, Dataset.City.Successions.Count(s => s.Date == july));
        Assert.Equal(475, Dataset.AreaShares.Length);
        Assert.Equal(6, Dataset.City.Plans.Length);
        Assert.Equal(106, Dataset.City.Targets.Length);
        Assert.Equal(90, Dataset.City.Agencies.Length);
        Assert.Equal(3, Dataset.Boundaries.Length);
    }

    [Fact]
    public void Its_duties_and_working_days_are_those_of_its_plans()
    {
        var book = Dataset.City.Duties;

        var communes = book.Find("HP-2022.commune.monthly")!;
        Assert.Equal(12, communes.Indicators.Length);
        Assert.Equal(
            ["HP-A08.monthly", "HP-A08.quarterly", "HP-A08.yearly"],
            book.OfAgency("HP-A08").Select(duty => duty.Id),
            StringComparer.Ordinal);
        // The least share of a sector is made of parts that are owed anyway.
        Assert.Equal(23, book.Items.SelectMany(duty => duty.Indicators).Distinct().Count());
        Assert.All(book.Items.SelectMany(duty => duty.Indicators), code =>
            Assert.True(Dataset.City.Indicators.TryGet(code, out var indicator) && indicator.Derivation is null));
        Assert.False(book.Calendar.IsWorkingDay(new DateOnly(2025, 1, 28)));
        Assert.True(book.Calendar.IsWorkingDay(new DateOnly(2025, 4, 26)));
        Assert.Equal(new DateOnly(2027, 12, 31), book.Calendar.KnownUntil);
    }

    [Fact]
    public void Only_the_plans_of_Hai_Phong_are_loaded_unless_asked()
    {
        var reading = DatasetReader.Read(HaiPhong.Folder, new DatasetReaderOptions { WithBoundaries = false });

        var city = Assert.IsType<DatasetReading.Loaded>(reading).Dataset.City;
        Assert.Equal(["HP-129", "HP-2022"], city.Plans.Select(p => p.Id), StringComparer.Ordinal);
        Assert.Equal(26, city.Targets.Length);
        Assert.All(city.Agencies, a => Assert.StartsWith("HP-", a.PlanId, StringComparison.Ordinal));
        Assert.Equal(Dataset.City.Indicators.Items.Length, city.Indicators.Items.Length);
    }

    [Fact]
    public void Every_commune_of_three_tiers_has_exactly_one_whole_successor_or_several_parts()
    {
        var june = Dataset.City.Tree.On(new DateOnly(2025, 6, 30));
        var rows = Dataset.City.Successions.Where(s => s.Date == new DateOnly(2025, 7, 1)).ToLookup(s => s.Predecessor);

        Assert.All(
            june.Units.Where(u => u.Level == AdministrativeLevel.Commune),
            unit => Assert.True(
                rows[unit.Code].Count(s => s.IsWhole) == 1 ^ rows[unit.Code].Count(s => !s.IsWhole) > 1, unit.NameVi));
    }

    [Fact]
    public void Area_shares_of_the_parts_of_a_unit_add_up_to_one()
    {
        var parts = Dataset.City.Successions.Where(s => s.AreaShare is not null)
            .GroupBy(s => (s.Date, s.Predecessor)).ToList();

        Assert.NotEmpty(parts);
        Assert.All(parts, part => Assert.Equal(1, part.Sum(s => s.AreaShare!.Value), 0.001));
    }

    [Fact]
    public void The_areas_and_populations_of_the_two_tier_units_add_up_to_those_of_the_city()
    {
        var tree = Dataset.City.Tree.On(new DateOnly(2025, 7, 1));
        var city = tree.Roots.Single();

        var children = tree.ChildrenOf(city.Code);

        Assert.Equal(city.AreaSquareKilometers!.Value, children.Sum(u => u.AreaSquareKilometers!.Value), 0.01);
        Assert.Equal(city.Population, children.Sum(u => u.Population));
    }

    [Fact]
    public void A_target_of_one_tier_has_an_indicator_of_its_own()
    {
        var targets = Dataset.City.Targets.ToDictionary(t => t.Id, StringComparer.Ordinal);

        (string Target, AdministrativeLevel Level)[] tiers =
        [
            ("HP-03", AdministrativeLevel.City),
            ("HP-04", AdministrativeLevel.District),
            ("HP-05", AdministrativeLevel.Commune),
        ];

        Assert.All(tiers, tier =>
        {
            Assert.True(Dataset.City.Indicators.TryGet(targets[tier.Target].Indicator!.Value, out var indicator));
            Assert.Equal(tier.Level, indicator.ReportingLevel);
        });
        Assert.Equal(3, tiers.Select(t => targets[t.Target].Indicator).Distinct().Count());
    }

    [Fact]
    public void The_target_for_e_payment_stays_strict()
    {
        var target = Dataset.City.Targets.Single(t => t.Id is "HP-12");

        Assert.Equal(TargetComparator.Above, target.Comparator);
        Assert.Equal(30, target.Value);
    }

    [Fact]
    public void Percentages_are_ratios_of_sums_or_worked_out_from_others()
    {
        var percentages = Dataset.City.Indicators.Items.Where(i => i.UnitOfMeasure.StartsWith('%')).ToList();

        Assert.NotEmpty(percentages);
        Assert.All(percentages, i => Assert.Equal(100, i.Scale));
        Assert.All(percentages, i => Assert.True(i.IsShare || i.Derivation is not null, i.Code.Value));
    }

    [Fact]
    public void The_digital_transformation_index_has_nine_main_indexes_98_components_and_1000_points()
    {
        var indexes = Dataset.City.Indicators.Items
            .Where(i => i.Derivation is Derivation.Composite
                && i.Code.Value.StartsWith("DTI", StringComparison.Ordinal))
            .ToDictionary(i => i.Code.Value, i => (Derivation.Composite)i.Derivation!, StringComparer.Ordinal); // So.
        var main = indexes["DTI"].Components;
        int[] counts = [.. main.Select(one => indexes[one.Indicator.Value].Components.Length)];

        Assert.Equal([10, 11, 7, 13, 12, 3, 22, 12, 8], counts);
        Assert.Equal([100, 100, 100, 100, 100, 0, 200, 150, 150], main.Select(one => one.Weight));
        Assert.All(main, one => Assert.True(one.IsOfficial));
        Assert.All(
            main.Where(one => one.Weight > 0),
            one => Assert.Equal(
                one.Weight, indexes[one.Indicator.Value].Components.Sum(part => part.Weight), 1e-4));
        Assert.All(
            main.SelectMany(one => indexes[one.Indicator.Value].Components), part => Assert.False(part.IsOfficial));
        Assert.All(indexes.Values.SelectMany(one => one.Components), one => Assert.Equal("922/QĐ-BTTTT", one.Version));
    }

    [Fact]
    public void Sector_minimum_and_productivity_are_worked_out_from_what_is_reported()
    {
        var indicators = Dataset.City.Indicators;
        Derivation? Of(string code) => indicators.Items.Single(i => i.Code == Code(code)).Derivation;

        Assert.Equal(
            new Derivation.ExtremeMember(Code("DIGITAL-ECONOMY-GRDP"), "SECTOR", false), Of("DIGITAL-ECONOMY-SECTOR"));
        Assert.Equal(new Derivation.Growth(Code("LABOR-PRODUCTIVITY"), 1), Of("LABOR-PRODUCTIVITY-GROWTH"));
        Assert.Equal(new Derivation.CompoundGrowth(Code("ICT-INDUSTRY-OUTPUT"), 4), Of("ICT-INDUSTRY-GROWTH"));

        static IndicatorCode Code(string code) => IndicatorCode.Parse(code, null);
    }

    [Fact]
    public void Every_measure_is_used()
    {
        var used = Dataset.City.Indicators.Items.SelectMany(i => new[] { i.Numerator.Code, i.Denominator?.Code });

        Assert.Empty(Dataset.Measures.Select(m => m.Code).Except(used, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData('ð', "eth, for đ in old fonts")]
    [InlineData('Ð', "capital eth, for Đ")]
    [InlineData('ñ', "n with tilde, for đ")]
    [InlineData('ƣ', "the letter oi, for ư")]
    [InlineData('Ƣ', "the capital letter oi, for Ư")]
    [InlineData('\uFFFD', "a letter lost in decoding")]
    [InlineData('\uFEFF', "a byte order mark")]
    [InlineData('\r', "a carriage return")]
    public void No_table_holds_a_letter_that_only_bad_conversion_makes(char letter, string reason)
    {
        Assert.NotEmpty(reason);

        foreach (var file in Directory.GetFiles(HaiPhong.Folder))
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
            Assert.False(text.Contains(letter), $"{Path.GetFileName(file)} holds U+{(int)letter:X4}.");
            Assert.True(text.IsNormalized(NormalizationForm.FormC), Path.GetFileName(file));
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Phần đầu")]
    [InlineData("tiền độ")]
    [InlineData("Hoà Long")]
    public void No_target_or_agency_repeats_a_known_misreading(string misreading)
    {
        foreach (var file in new[] { "targets.csv", "agencies.csv", "indicators.csv" })
        {
            Assert.DoesNotContain(
                misreading, File.ReadAllText(Path.Combine(HaiPhong.Folder, file)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("units.csv", 8)]
    [InlineData("successions.csv", 3)]
    [InlineData("area-shares.csv", 4)]
    [InlineData("measures.csv", 1)]
    [InlineData("indicators.csv", 1)]
    [InlineData("plans.csv", 1)]
    [InlineData("targets.csv", 1)]
    [InlineData("agencies.csv", 1)]
    public void A_table_is_sorted_by_its_key(string file, int keyColumns)
    {
        // The key of units.csv is its first and eighth column: code and first day.
        var keys = File.ReadLines(Path.Combine(HaiPhong.Folder, file)).Skip(1)
            .Select(line => line.Split(','))
            .Select(f => file is "units.csv" ? $"{f[0]},{f[keyColumns - 1]}" : string.Join(',', f[..keyColumns]))
            .ToList();

        Assert.NotEmpty(keys);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys, StringComparer.Ordinal);
    }
}
