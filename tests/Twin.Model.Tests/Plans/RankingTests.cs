using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Units;
using Twin.TestKit;
using static Twin.Model.Tests.Plans.PlanExamples;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Plans;

/// <summary>Places among units, and the targets that ask for one or for more than before.</summary>
public sealed class RankingTests
{
    private static readonly Target FirstThree = Goal(TargetComparator.Rank, 3) with
    {
        Among = AdministrativeLevel.Commune,
    };

    [Fact]
    public void Equal_shares_share_the_better_place_and_the_places_after_are_left_out()
    {
        var ranked = Ranking.Of(Share,
        [
            At("10006", 0, 0), At("10003", 2, 6), At("10001", 1, 3), At("10002", 9, 10), At("10005", 0, 7),
            At("10004", 1, 4),
        ]);

        Assert.Equal(
            ["10002 1", "10001 2=", "10003 2=", "10004 4", "10005 5", "10006"],
            ranked.Select(Written),
            StringComparer.Ordinal);
        Assert.All(ranked[..5], r => Assert.Equal(5, r.Place?.Of));
    }

    [Fact]
    public void Where_less_is_better_the_smallest_comes_first()
    {
        var ranked = Ranking.Of(
            Share with { Direction = IndicatorDirection.Down }, [At("10001", 2, 4), At("10002", 1, 4)]);

        Assert.Equal("10002", ranked[0].Figure.Unit.Value);
        Assert.Equal(1, ranked[0].Place?.Rank);
    }

    [Fact]
    public void Nothing_to_rank_is_an_empty_ranking() => Assert.Empty(Ranking.Of(Share, []));

    [Theory]
    [InlineData(2, TargetStatus.Met, "place 2 of 15, 50% in 2024-06 against a place among the first 3: met.")]
    [InlineData(3, TargetStatus.Met, "place 3 of 15, 50% in 2024-06 against a place among the first 3: met.")]
    [InlineData(
        4, TargetStatus.OffTrack, "place 4 of 15, 50% in 2024-06 against a place among the first 3: over by 1.")]
    public void A_place_is_held_against_the_last_that_will_do(int rank, TargetStatus status, string reason)
    {
        var assessment = TargetRules.Assess(
            FirstThree, Share, [Of("2024-06", 5, 10)], Day("2024-06-30"), new RankedPlace(rank, 15, false));

        Assert.Equal((status, reason), (assessment.Status, assessment.ReasonEn));
        Assert.Equal(rank - 3, assessment.Gap);
    }

    [Fact]
    public void A_place_that_nobody_knows_is_no_data()
    {
        var assessment = TargetRules.Assess(FirstThree, Share, [Of("2024-06", 5, 10)], Day("2024-06-30"));

        Assert.Equal(TargetStatus.NoData, assessment.Status);
        Assert.Equal("50 % kỳ 2024-06: chưa biết thứ hạng so với các đơn vị khác.", assessment.ReasonVi);
    }

    [Theory]
    [InlineData(IndicatorDirection.Down, 23, TargetStatus.Met)]
    [InlineData(IndicatorDirection.Down, 24, TargetStatus.OffTrack)]
    [InlineData(IndicatorDirection.Down, 25, TargetStatus.OffTrack)]
    [InlineData(IndicatorDirection.Up, 25, TargetStatus.Met)]
    [InlineData(IndicatorDirection.Up, 24, TargetStatus.OffTrack)]
    [InlineData(IndicatorDirection.Up, 23, TargetStatus.OffTrack)]
    public void To_improve_is_to_be_better_than_the_first_figure(
        IndicatorDirection direction, double value, TargetStatus status)
    {
        var rank = Amount with { Direction = direction };

        var assessment = Assess(
            Goal(TargetComparator.Improve, null), rank, [Value("2024-01", 24), Value("2024-06", value)]);

        Assert.Equal(status, assessment.Status);
        Assert.Equal(value - 24, assessment.Gap);
        Assert.Equal(
            FormattableString.Invariant(
                $"{value} in 2024-06 against better than 24: {(status == TargetStatus.Met ? "met" : "not better")}."),
            assessment.ReasonEn);
    }

    [Fact]
    public void A_baseline_of_the_plan_is_what_must_be_improved_on()
    {
        var target = Goal(TargetComparator.Improve, null) with
        {
            Pathway = new Pathway(PathwayKind.None, new PathwayPoint(Day("2023-12-31"), 10), []),
        };

        Assert.Equal(TargetStatus.Met, Assess(target, Amount, [Value("2024-06", 11)]).Status);
        Assert.Equal(TargetStatus.OffTrack, Assess(target, Amount, [Value("2024-06", 10)]).Status);
    }

    [Fact]
    public void A_first_figure_has_nothing_to_be_better_than()
    {
        var assessment = Assess(Goal(TargetComparator.Improve, null), Amount, [Value("2024-06", 24)]);

        Assert.Equal(TargetStatus.NoData, assessment.Status);
        Assert.Equal(
            "24 in 2024-06 is the first figure: there is nothing to compare it with yet.", assessment.ReasonEn);
    }

    private static string Written(RankedFigure ranked) => FormattableString.Invariant(
        $"{ranked.Figure.Unit} {ranked.Place?.Rank}{(ranked.Place?.IsTied == true ? "=" : string.Empty)}").TrimEnd();

    private static Rollup At(string unit, double numerator, double denominator) =>
        Of("2024-06", numerator, denominator) with { Unit = TestCity.Code(unit) };
}
