using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using static Twin.Model.Tests.Plans.PlanExamples;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Plans;

/// <summary>
/// Ten months are not a year: 857/BC-STTTT reports 11.14 % for 2023 and 16.17 % for ten months of 2024.
/// </summary>
public sealed class PartYearTests
{
    // 1,114 of 10,000 and 1,617 of 10,000.
    private static readonly Rollup Year2023 = Of("2023", 1_114, 10_000);
    private static readonly Rollup TenMonths = Of("2024-01-01/P10M", 1_617, 10_000);

    private static readonly Target Plain = Goal(TargetComparator.AtLeast, 15, "2024-12-31");

    [Fact]
    public void Ten_months_above_the_target_do_not_meet_it()
    {
        var assessment = TargetRules.Assess(Plain, Share, [Year2023, TenMonths], Day("2024-12-10"));

        Assert.NotEqual(TargetStatus.Met, assessment.Status);
        Assert.Equal("2023", assessment.Figure?.Period.ToString());
        Assert.Equal("2024-01-01/P10M", assessment.PartYear?.Period.ToString());
        Assert.Null(assessment.TrendPerMonth); // One year is no trend, and ten months do not make it one.
        Assert.EndsWith(
            " 16.17% in the first 10 months of 2024 is a part of the year and does not count.",
            assessment.ReasonEn,
            StringComparison.Ordinal);
        Assert.EndsWith(
            " 16,17 % 10 tháng đầu năm 2024 mới là một phần của năm, không tính.",
            assessment.ReasonVi,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_ten_months_is_no_data()
    {
        var assessment = TargetRules.Assess(Plain, Share, [TenMonths], Day("2024-12-10"));

        Assert.Equal(TargetStatus.NoData, assessment.Status);
        Assert.Null(assessment.Figure);
        Assert.StartsWith("No whole year has been reported yet. 16.17%", assessment.ReasonEn, StringComparison.Ordinal);
        Assert.StartsWith("Chưa có số liệu của cả năm. 16,17 %", assessment.ReasonVi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_year_meets_it_and_the_ten_months_are_forgotten()
    {
        var assessment = TargetRules.Assess(
            Plain, Share, [Year2023, TenMonths, Of("2024", 1_500, 10_000)], Day("2025-01-31"));

        Assert.Equal(TargetStatus.Met, assessment.Status);
        Assert.Null(assessment.PartYear);
    }

    [Theory]
    [InlineData(1_000, TargetStatus.Met)] // (200 + 300 + 250 + 250) of 10,000 are exactly 10 %.
    [InlineData(999, TargetStatus.Missed)]
    public void A_target_of_whole_years_is_held_against_four_quarters_and_not_against_one(
        double sum, TargetStatus status)
    {
        var target = Goal(TargetComparator.AtLeast, 10, "2024-12-31") with { IsOfWholeYear = true };
        Rollup[] quarters =
        [
            Of("2024-Q1", 200, 2_500), Of("2024-Q2", 300, 2_500), Of("2024-Q3", 250, 2_500),
            Of("2024-Q4", sum - 750, 2_500),
        ];

        var whole = TargetRules.Assess(target, Share, quarters, Day("2025-01-31"));
        var part = TargetRules.Assess(target, Share, quarters[..3], Day("2024-10-31"));
        var gap = TargetRules.Assess(target, Share, [quarters[0], quarters[2], quarters[3]], Day("2025-01-31"));

        Assert.Equal((status, "2024"), (whole.Status, whole.Figure?.Period.ToString()));
        Assert.Equal((sum, 10_000.0), (whole.Figure?.Numerator, whole.Figure?.Denominator));
        Assert.Equal((TargetStatus.NoData, "2024-01-01/P9M"), (part.Status, part.PartYear?.Period.ToString()));
        Assert.Equal(10, part.PartYear?.Value); // 750 of 7,500: on pace, and no year.
        Assert.Equal((TargetStatus.NoData, "2024-01-01/P3M"), (gap.Status, gap.PartYear?.Period.ToString()));
    }

    [Fact]
    public void A_year_that_was_reported_goes_before_the_sum_of_its_months()
    {
        Rollup[] figures =
        [
            .. Enumerable.Range(1, 12).Select(month => Value(FormattableString.Invariant($"2024-{month:00}"), 1)),
            Value("2024", 15),
        ];

        var year = Assert.Single(WholeYears.Of(Amount, figures));

        Assert.Equal(15, year.Value);
        Assert.Equal(12, Assert.Single(WholeYears.Of(Amount, figures[..12])).Value);
        Assert.Null(WholeYears.SoFar(Amount, figures));
    }

    [Fact]
    public void A_year_carries_the_worst_coverage_and_the_oldest_time_of_its_parts()
    {
        var early = new DateTimeOffset(2024, 7, 5, 0, 0, 0, TimeSpan.Zero);
        Rollup[] halves =
        [
            Value("2024-S1", 3) with { Expected = 217, Reported = 210, Demo = 2, OldestResultTime = early },
            Value("2024-S2", 4) with { Expected = 167, Reported = 166, OldestResultTime = early.AddDays(180) },
        ];

        var year = Assert.Single(WholeYears.Of(Amount, halves));

        Assert.Equal((7.0, 217, 166, 2), (year.Value, year.Expected, year.Reported, year.Demo));
        Assert.Equal(early, year.OldestResultTime);
    }

    [Fact]
    public void The_smallest_of_quarters_makes_no_year()
    {
        var smallest = Amount with { Aggregation = AggregationKind.Min };
        Rollup[] quarters =
        [
            .. Enumerable.Range(1, 4).Select(q => Value(FormattableString.Invariant($"2024-Q{q}"), q)),
        ];

        Assert.Empty(WholeYears.Of(smallest, quarters));
        Assert.Null(WholeYears.SoFar(smallest, quarters));
        Assert.Equal(10, Assert.Single(WholeYears.Of(Amount, quarters)).Value);
    }
}
