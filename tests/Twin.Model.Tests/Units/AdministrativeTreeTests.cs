using System.Globalization;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Units;

public sealed class AdministrativeTreeTests
{
    private static readonly DateOnly LastOfThree = LastDayOfThreeTiers;
    private static readonly DateOnly FirstOfTwo = LastDayOfThreeTiers.AddDays(1);
    private static readonly AdministrativeTree Tree = Create().Tree;

    [Fact]
    public void On_30_June_2025_a_commune_stands_below_its_district_and_on_1_July_below_the_city()
    {
        AssertCodes(["10001", "301", "31"], Path(Tree.On(LastOfThree), "10001"));
        AssertCodes(["10001", "31"], Path(Tree.On(FirstOfTwo), "10001"));
    }

    [Fact]
    public void A_district_stands_no_longer_after_its_last_day()
    {
        Assert.NotNull(Tree.Find(Code("301"), LastOfThree));
        Assert.Null(Tree.Find(Code("301"), FirstOfTwo));
        Assert.True(Tree.Contains(Code("301")));
    }

    [Fact]
    public void A_code_that_was_used_again_names_another_unit_at_each_date()
    {
        var versions = Tree.VersionsOf(Code("10001"));

        Assert.Equal([new DateOnly(2020, 1, 1), FirstOfTwo], versions.Select(v => v.ValidFrom));
        Assert.Equal(Code("301"), Tree.Find(Code("10001"), LastOfThree)?.UpperUnit);
        Assert.Equal(Code("31"), Tree.Find(Code("10001"), FirstOfTwo)?.UpperUnit);
        AssertCodes(["10001", "20001", "20002", "301", "302"], Tree.EverBelow(Code("31")));
    }

    [Fact]
    public void The_tree_changes_on_the_days_on_which_a_version_begins_or_has_ended()
    {
        Assert.Equal([new DateOnly(2020, 1, 1), FirstOfTwo], Tree.ChangeDates);
        Assert.Equal(FirstOfTwo, Tree.On(DateOnly.MaxValue).From);
        Assert.Same(Tree.On(new DateOnly(2020, 1, 1)), Tree.On(LastOfThree));
    }

    [Fact]
    public void Before_the_first_day_there_is_no_unit()
    {
        var before = Tree.On(new DateOnly(2019, 12, 31));

        Assert.Empty(before.Units);
        Assert.Empty(before.Roots);
        Assert.Null(Tree.Find(Code("31"), DateOnly.MinValue));
    }

    [Fact]
    public void Counts_are_of_the_units_at_or_below_on_that_day()
    {
        var three = Tree.On(LastOfThree);
        var two = Tree.On(FirstOfTwo);

        Assert.Equal(6, three.CountAtLevel(Code("31"), AdministrativeLevel.Commune));
        Assert.Equal(2, three.CountAtLevel(Code("31"), AdministrativeLevel.District));
        Assert.Equal(1, three.CountAtLevel(Code("31"), AdministrativeLevel.City));
        Assert.Equal(3, three.CountAtLevel(Code("301"), AdministrativeLevel.Commune));
        Assert.Equal(1, three.CountAtLevel(Code("10001"), AdministrativeLevel.Commune));
        Assert.Equal(0, three.CountAtLevel(Code("10001"), AdministrativeLevel.District));
        Assert.Equal(3, two.CountAtLevel(Code("31"), AdministrativeLevel.Commune));
        Assert.Equal(0, two.CountAtLevel(Code("31"), AdministrativeLevel.District));
        Assert.Equal(0, two.CountAtLevel(Code("301"), AdministrativeLevel.Commune));
    }

    [Fact]
    public void Self_and_below_goes_depth_first_with_siblings_by_code()
    {
        var all = Tree.On(LastOfThree).SelfAndBelow(Code("31")).Select(u => u.Code);

        AssertCodes(["31", "301", "10001", "10002", "10003", "302", "10004", "10005", "10006"], all);
    }

    [Fact]
    public void An_unknown_code_has_no_unit_children_path_versions_or_count()
    {
        var unknown = Code("99999");
        var tree = Tree.On(LastOfThree);

        Assert.False(Tree.Contains(unknown));
        Assert.Empty(Tree.VersionsOf(unknown));
        Assert.Empty(Tree.EverBelow(unknown));
        Assert.Null(tree.Find(unknown));
        Assert.Empty(tree.ChildrenOf(unknown));
        Assert.Empty(tree.PathUp(unknown));
        Assert.Empty(tree.SelfAndBelow(unknown));
        Assert.Equal(0, tree.CountAtLevel(unknown, AdministrativeLevel.Commune));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(200)]
    public void A_tree_may_have_any_depth(int depth)
    {
        string[] codes =
            [.. Enumerable.Range(0, depth).Select(i => i.ToString("'u'000", CultureInfo.InvariantCulture))];
        var chain = codes.Select((code, i) => Unit(code, i == 0 ? null : codes[i - 1]));

        var tree = new AdministrativeTree(chain).On(FirstOfTwo);

        AssertCodes([.. codes.Reverse()], tree.PathUp(Code(codes[^1])).Select(u => u.Code));
        Assert.Equal(depth, tree.CountAtLevel(Code("u000"), AdministrativeLevel.Commune));
        Assert.Equal(Code("u000"), Assert.Single(tree.Roots).Code);
    }

    [Fact]
    public void A_unit_whose_upper_unit_does_not_stand_is_a_root()
    {
        var tree = new AdministrativeTree([Unit("a", null), Unit("b", "elsewhere")]).On(FirstOfTwo);

        AssertCodes(["a", "b"], tree.Roots.Select(u => u.Code));
        AssertCodes(["b"], Path(tree, "b"));
    }

    [Fact]
    public void An_empty_tree_is_empty_on_every_day()
    {
        var tree = new AdministrativeTree([]);

        Assert.Empty(tree.Versions);
        Assert.Empty(tree.ChangeDates);
        Assert.Empty(tree.On(FirstOfTwo).Units);
    }

    [Fact]
    public void Two_versions_of_one_code_on_the_same_day_are_an_error()
    {
        var first = Unit("a", null) with { ValidTo = FirstOfTwo };
        var second = Unit("a", null) with { ValidFrom = FirstOfTwo };

        Assert.Throws<ArgumentException>(() => new AdministrativeTree([first, second]));
        Assert.Equal(2, new AdministrativeTree([first with { ValidTo = LastOfThree }, second]).Versions.Length);
    }

    [Fact]
    public void A_version_that_ends_before_it_begins_is_an_error()
    {
        var backwards = Unit("a", null) with { ValidFrom = FirstOfTwo, ValidTo = LastOfThree };

        Assert.Throws<ArgumentException>(() => new AdministrativeTree([backwards]));
    }

    [Fact]
    public void Units_that_stand_above_one_another_in_a_ring_are_an_error()
    {
        Assert.Throws<ArgumentException>(() => new AdministrativeTree([Unit("a", "a")]));
        Assert.Throws<ArgumentException>(
            () => new AdministrativeTree([Unit("root", null), Unit("a", "b"), Unit("b", "c"), Unit("c", "a")]));
    }

    [Fact]
    public void A_version_that_lasts_to_the_end_of_time_ends_no_tree()
    {
        var tree = new AdministrativeTree([Unit("a", null) with { ValidTo = DateOnly.MaxValue }]);

        Assert.Single(tree.ChangeDates);
        Assert.NotNull(tree.Find(Code("a"), DateOnly.MaxValue));
    }

    private static void AssertCodes(string[] expected, IEnumerable<AdministrativeUnitCode> actual) =>
        Assert.Equal(expected.Select(Code), actual);

    private static IEnumerable<AdministrativeUnitCode> Path(TreeOfDate tree, string code) =>
        tree.PathUp(Code(code)).Select(u => u.Code);

    private static AdministrativeUnit Unit(string code, string? upper) => new()
    {
        Code = Code(code),
        Level = AdministrativeLevel.Commune,
        KindVi = "Xã",
        NameVi = code,
        NameAscii = code,
        NameEn = code,
        UpperUnit = upper is null ? null : Code(upper),
        ValidFrom = new DateOnly(2020, 1, 1),
    };
}
