using Twin.Model.Indicators;
using Twin.Model.Plans.Cascades;
using Twin.TestKit;
using static Twin.Model.Tests.Plans.PlanExamples;

namespace Twin.Model.Tests.Plans.Cascades;

/// <summary>Dividing a target, by hand-computed examples.</summary>
public sealed class CascadeRulesTests
{
    [Fact]
    public void Two_hundred_stations_in_equal_parts_of_three_are_67_67_and_66()
    {
        var result = Divide(Count(200, CascadeMethod.Equal), A(), B(), C());

        Assert.Equal([67, 67, 66], Values(result));
        Assert.Equal((200, 0, false), (result.Combined, result.Difference, result.FallsShort));
    }

    [Fact]
    public void By_inhabitants_the_largest_remainders_get_what_is_left()
    {
        // 200 × 12/100, 31/100 and 57/100 are 24, 62 and 114; 201 leaves 0.12, 0.31 and 0.57: the third gets it.
        var exact = Divide(Count(200, CascadeMethod.Weighted), A(weight: 12), B(weight: 31), C(weight: 57));
        var rounded = Divide(Count(201, CascadeMethod.Weighted), A(weight: 12), B(weight: 31), C(weight: 57));

        Assert.Equal([24, 62, 114], Values(exact));
        Assert.Equal([24, 62, 115], Values(rounded));
        Assert.Equal(0, rounded.Difference);
    }

    [Fact]
    public void Equal_effort_adds_the_same_to_each()
    {
        // 82 stand in 50, 20 and 12; 200 are 118 more, 39⅓ for each.
        var result = Divide(Count(200, CascadeMethod.EqualEffort), A(baseline: 50), B(baseline: 20), C(baseline: 12));

        Assert.Equal([90, 59, 51], Values(result));
        Assert.Equal(200, result.Combined);
    }

    [Fact]
    public void A_percentage_in_equal_parts_is_that_percentage_for_each()
    {
        var result = Divide(Percent(80, CascadeMethod.Equal), A(mass: 100), B(mass: 300), C(mass: 600));

        Assert.Equal([80, 80, 80], Values(result));
        Assert.Equal(0, result.Difference);
    }

    [Fact]
    public void Who_would_have_to_exceed_100_percent_gets_100_and_the_others_the_rest()
    {
        // From 95, 60 and 50 % of 100, 100 and 200: the mean is 63.75, and 80 needs 16.25 more of each. The first would
        // be at 111.25; at 100 it leaves (32,000 − 10,000 − 6,000 − 10,000) / 300 = 20 for the others.
        var result = Divide(
            Percent(80, CascadeMethod.EqualEffort),
            A(mass: 100, baseline: 95),
            B(mass: 100, baseline: 60),
            C(mass: 200, baseline: 50));

        Assert.Equal([100, 80, 70], Values(result));
        Assert.Equal([true, false, false], result.Shares.Select(share => share.IsAtLimit));
        Assert.Equal(0, result.Difference);
    }

    [Fact]
    public void Rounding_leaves_a_percentage_on_the_side_that_does_not_miss_it()
    {
        // 200 × 1/3 % and so on: no tenth gives exactly 50 over masses of 7, 11 and 13.
        var result = Divide(
            Percent(50, CascadeMethod.Weighted), A(mass: 7, weight: 1), B(mass: 11, weight: 2), C(mass: 13, weight: 3));

        Assert.InRange(result.Difference, 0, 0.1);
        Assert.False(result.FallsShort);
        Assert.All(result.Shares, share => Assert.Equal(share.Value, Math.Round(share.Value, 1)));
        Assert.True(result.Shares[0].Value < result.Shares[1].Value && result.Shares[1].Value < result.Shares[2].Value);
    }

    [Fact]
    public void What_is_at_most_is_never_left_above_it_by_rounding()
    {
        var question = Percent(10, CascadeMethod.Weighted) with { IsAtMost = true };

        var result = Divide(question, A(mass: 7, weight: 1), B(mass: 11, weight: 2), C(mass: 13, weight: 3));

        Assert.InRange(result.Difference, -0.1, 0);
        Assert.False(result.FallsShort);
    }

    [Fact]
    public void By_hand_the_others_get_what_is_left_in_equal_parts()
    {
        var result = Divide(Count(200, CascadeMethod.ByHand), A(given: 120), B(), C());

        Assert.Equal([120, 40, 40], Values(result));
        Assert.Equal(0, result.Difference);
    }

    [Theory]
    [InlineData(60, -20, true)]
    [InlineData(80, 0, false)]
    [InlineData(95, 15, false)]
    public void All_by_hand_shows_what_is_missing_or_too_much(double third, double difference, bool fallsShort)
    {
        var result = Divide(Count(200, CascadeMethod.ByHand), A(given: 70), B(given: 50), C(given: third));

        Assert.Equal((difference, fallsShort), (result.Difference, result.FallsShort));
    }

    [Fact]
    public void What_is_as_good_as_its_worst_part_is_asked_of_each()
    {
        var result = Divide(
            new CascadeQuestion(9, CascadeCombination.Each, CascadeMethod.Equal, 0.1, false), A(), B(given: 12), C());

        Assert.Equal([9, 12, 9], Values(result));
        Assert.Equal((9, 0), (result.Combined, result.Difference));
    }

    [Fact]
    public void More_than_all_can_have_falls_short()
    {
        var result = Divide(Percent(101, CascadeMethod.Equal), A(mass: 1), B(mass: 1));

        Assert.Equal([100, 100], Values(result));
        Assert.Equal((-1, true), (result.Difference, result.FallsShort));
    }

    [Theory]
    [InlineData("no_weight", CascadeCombination.Sum, CascadeMethod.Weighted)]
    [InlineData("no_baseline", CascadeCombination.Sum, CascadeMethod.EqualEffort)]
    [InlineData("no_denominator", CascadeCombination.Mean, CascadeMethod.Equal)]
    public void What_is_not_known_is_named_with_its_units(
        string code, CascadeCombination combination, CascadeMethod method)
    {
        var question = new CascadeQuestion(200, combination, method, 1, false);
        var nothing = A() with { Mass = double.NaN };

        var refused = Assert.IsType<CascadeOutcome.Refused>(
            CascadeRules.Divide(question, [nothing, B(weight: 2, baseline: 5)]));

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Contains("10001", refusal.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("10002", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_to_divide_among_is_refused() =>
        Assert.IsType<CascadeOutcome.Refused>(CascadeRules.Divide(Count(1, CascadeMethod.Equal), []));

    [Fact]
    public void A_value_by_hand_outside_of_the_bounds_is_refused() => Assert.IsType<CascadeOutcome.Refused>(
        CascadeRules.Divide(Percent(80, CascadeMethod.ByHand), [A(mass: 1, given: 101), B(mass: 1)]));

    [Fact]
    public void A_count_is_divided_into_ones_and_a_percentage_into_its_last_decimal()
    {
        var count = Amount with { Numerator = Amount.Numerator with { Kind = MeasureKind.Count }, Decimals = 1 };

        Assert.Equal(1, CascadeRules.StepOf(count, 200));
        Assert.Equal(0.1, CascadeRules.StepOf(Share, 80), 12);
        Assert.Equal(0.01, CascadeRules.StepOf(Share, 58.65), 12);
        Assert.Equal(0.1, CascadeRules.StepOf(Amount, 200), 12);
    }

    private static CascadeQuestion Count(double goal, CascadeMethod method) =>
        new(goal, CascadeCombination.Sum, method, 1, false);

    private static CascadeQuestion Percent(double goal, CascadeMethod method) =>
        new(goal, CascadeCombination.Mean, method, 0.1, false);

    private static CascadeUnit A(
        double mass = 1, double? weight = null, double? baseline = null, double? given = null) =>
        Of("10001", mass, weight, baseline, given);

    private static CascadeUnit B(
        double mass = 1, double? weight = null, double? baseline = null, double? given = null) =>
        Of("10002", mass, weight, baseline, given);

    private static CascadeUnit C(
        double mass = 1, double? weight = null, double? baseline = null, double? given = null) =>
        Of("10003", mass, weight, baseline, given);

    private static CascadeUnit Of(string code, double mass, double? weight, double? baseline, double? given) => new()
    {
        Unit = TestCity.Code(code),
        Mass = mass,
        Weight = weight,
        Baseline = baseline,
        Given = given,
        Lowest = 0,
        Highest = 100,
    };

    private static CascadeResult Divide(CascadeQuestion question, params CascadeUnit[] units)
    {
        var bounded = units.Select(
            unit => unit with { Highest = question.Combination == CascadeCombination.Mean ? 100 : 1e9 });
        return Assert.IsType<CascadeOutcome.Divided>(CascadeRules.Divide(question, [.. bounded])).Result;
    }

    private static IEnumerable<double> Values(CascadeResult result) => result.Shares.Select(share => share.Value);
}
