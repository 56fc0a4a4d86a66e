using System.Globalization;
using Twin.Model.Plans.Cascades;
using Twin.Model.Units;

namespace Twin.Model.Tests.Plans.Cascades;

/// <summary>What holds of every division, over random units, methods and goals.</summary>
public sealed class CascadePropertyTests
{
    private const int Rounds = 3_000;
    private const double Relative = 1e-9;

    [Fact]
    public void Parts_of_a_count_add_up_to_the_whole_exactly_and_who_is_due_more_never_gets_less()
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var random = new Random(seed);
            var units = Units(random, double.PositiveInfinity);
            var goal = random.Next(0, 100_000);
            var method = (CascadeMethod)random.Next(0, 3);
            if (method == CascadeMethod.Weighted && units.All(unit => unit.Weight is 0)
                || (method == CascadeMethod.EqualEffort && goal < units.Sum(unit => unit.Baseline)))
            {
                continue; // Nothing to go by; or less than what stands already, and nobody gets less than nothing.
            }

            var result = Divide(new CascadeQuestion(goal, CascadeCombination.Sum, method, 1, false), units);

            Assert.True(
                result.Shares.Sum(share => share.Value) == goal,
                FormattableString.Invariant($"seed {seed}: {result.Combined} of {goal}"));
            Assert.Equal(0, result.Difference);
            Assert.All(result.Shares, share => Assert.Equal(Math.Round(share.Value), share.Value));
            AssertMonotone(result, units, method, seed);
        }
    }

    [Fact]
    public void Shares_of_a_percentage_come_to_it_inside_their_bounds()
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var random = new Random(seed);
            var units = Units(random, 100);
            var isAtMost = random.Next(2) == 0;
            var goal = random.Next(0, 1_001) / 10.0;
            var method = (CascadeMethod)random.Next(0, 3);
            var reach = method == CascadeMethod.Weighted
                ? units.Where(unit => unit.Weight > 0).Sum(unit => unit.Mass * 100) / units.Sum(unit => unit.Mass)
                : 100;
            var question = new CascadeQuestion(goal, CascadeCombination.Mean, method, 0.1, isAtMost);

            var result = Divide(question, units);

            Assert.All(result.Shares, share => Assert.InRange(share.Value, 0, 100));
            AssertMonotone(result, units, method, seed);
            if (goal > reach - 0.2)
            {
                continue; // Units of weight zero get nothing, and the others no more than 100 %.
            }

            var exact = result.Shares.Sum(share => share.Mass * share.Exact) / units.Sum(unit => unit.Mass);
            Assert.True(
                Math.Abs(exact - goal) <= Relative * 100,
                FormattableString.Invariant($"seed {seed}: {exact} for {goal}"));
            Assert.True(
                isAtMost ? result.Difference is <= 0 and > -0.1001 : result.Difference is >= 0 and < 0.1001,
                FormattableString.Invariant($"seed {seed}: {result.Difference}"));
            Assert.False(result.FallsShort);
        }
    }

    [Fact]
    public void Down_a_tree_of_any_depth_each_share_is_what_the_shares_below_come_to()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var tree = Tree(random).On(new DateOnly(2024, 1, 1));
            var goal = random.Next(0, 5_000);
            var question = new CascadeQuestion(goal, CascadeCombination.Sum, CascadeMethod.Weighted, 1, false);

            var nodes = CascadeTree.Divide(
                question,
                tree,
                TestKit.TestCity.Code("1"),
                AdministrativeLevel.Neighbourhood,
                unit => new CascadeUnit { Unit = unit.Code, Weight = 1 + (unit.Code.Value.Length % 3), Lowest = 0 },
                out var refusals);

            Assert.Empty(refusals);
            var given = nodes.SelectMany(node => node.Result.Shares).ToDictionary(s => s.Unit, s => s.Value);
            Assert.All(nodes, node => Assert.Equal(
                node.Upper.Value is "1" ? goal : given[node.Upper], node.Result.Shares.Sum(share => share.Value)));
            // Every unit but the root got a share.
            Assert.Equal(tree.Units.Length - 1, given.Count);
            var leaves = given.Where(pair => tree.ChildrenOf(pair.Key).IsEmpty).Sum(pair => pair.Value);
            Assert.Equal(goal, leaves);
        }
    }

    [Fact]
    public void A_unit_that_has_no_part_in_a_target_gets_none_of_it()
    {
        var tree = TestKit.TestCity.Create().Tree.On(TestKit.TestCity.LastDayOfThreeTiers);

        var nodes = CascadeTree.Divide(
            new CascadeQuestion(80, CascadeCombination.Sum, CascadeMethod.Equal, 1, false),
            tree,
            TestKit.TestCity.Code("31"),
            AdministrativeLevel.Commune,
            unit => unit.Code.Value is "302" ? null : new CascadeUnit { Unit = unit.Code, Lowest = 0 },
            out var refusals);

        Assert.Empty(refusals);
        Assert.Equal(["31", "301"], nodes.Select(node => node.Upper.Value), StringComparer.Ordinal);
        Assert.Equal(80, Assert.Single(nodes[0].Result.Shares).Value);
    }

    private static void AssertMonotone(
        CascadeResult result, CascadeUnit[] units, CascadeMethod method, int seed)
    {
        var pairs = result.Shares.Zip(units).Select(pair => (Due: Due(pair.Second, method), pair.First.Value))
            .OrderBy(pair => pair.Due).ToArray();
        for (var i = 1; i < pairs.Length; i++)
        {
            Assert.True(
                pairs[i].Value >= pairs[i - 1].Value - 1e-9 || Math.Abs(pairs[i].Due - pairs[i - 1].Due) < 1e-6,
                FormattableString.Invariant($"seed {seed}: {pairs[i]} after {pairs[i - 1]}"));
        }
    }

    private static double Due(CascadeUnit unit, CascadeMethod method) => method switch
    {
        CascadeMethod.Weighted => unit.Weight.GetValueOrDefault(),
        CascadeMethod.EqualEffort => unit.Baseline.GetValueOrDefault(),
        _ => 0,
    };

    private static CascadeUnit[] Units(Random random, double highest) =>
    [
        .. Enumerable.Range(0, random.Next(1, 30)).Select(i => new CascadeUnit
        {
            Unit = TestKit.TestCity.Code((10_000 + i).ToString(CultureInfo.InvariantCulture)),
            Mass = random.Next(1, 5_000),
            Weight = random.Next(0, 4) == 0 ? random.Next(0, 3) : random.Next(1, 100_000),
            Baseline = random.Next(0, 101),
            Lowest = 0,
            Highest = highest,
        }),
    ];

    private static AdministrativeTree Tree(Random random)
    {
        var units = new List<AdministrativeUnit> { PlanExamples.Unit("1", AdministrativeLevel.City) };
        for (var i = 0; i < units.Count && units.Count < 60; i++)
        {
            var upper = units[i];
            for (var child = 1; upper.Level < AdministrativeLevel.Neighbourhood && child <= random.Next(0, 5); child++)
            {
                var code = FormattableString.Invariant($"{upper.Code}{child}");
                units.Add(PlanExamples.Unit(code, upper.Level + 1) with { UpperUnit = upper.Code });
            }
        }

        units.Add(PlanExamples.Unit("19", AdministrativeLevel.District) with { UpperUnit = units[0].Code });
        return new AdministrativeTree(units);
    }

    private static CascadeResult Divide(CascadeQuestion question, CascadeUnit[] units) =>
        Assert.IsType<CascadeOutcome.Divided>(CascadeRules.Divide(question, units)).Result;
}
