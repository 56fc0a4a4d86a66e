using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Time;
using static Twin.Model.Tests.Plans.PlanExamples;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Plans;

/// <summary>Paths to a target, the pace that is needed, and the day on which the trend gets there.</summary>
public sealed class TargetPathTests
{
    // From 10 on 31 December 2023 to 40 on 31 December 2024: 366 days.
    private static readonly PathwayPoint Start = new(Day("2023-12-31"), 10);

    public static TheoryData<string, PathwayKind, string, double> Points => new()
    {
        { "at the baseline", PathwayKind.Linear, "2023-12-31", 10 },
        { "before the baseline", PathwayKind.Linear, "2023-06-30", 10 },
        { "half of the days gone", PathwayKind.Linear, "2024-07-01", 25 },
        { "a third of the days gone", PathwayKind.Linear, "2024-05-01", 20 },
        { "at the due date", PathwayKind.Linear, "2024-12-31", 40 },
        { "after the due date", PathwayKind.Linear, "2025-12-31", 40 },
        { "an S at half of the days", PathwayKind.SCurve, "2024-07-01", 25 },
        { "an S at a third: 3/9 − 2/27 = 7/27 of 30", PathwayKind.SCurve, "2024-05-01", 10 + (30 * 7.0 / 27) },
        { "an S at two thirds: 20/27 of 30", PathwayKind.SCurve, "2024-08-31", 10 + (30 * 20.0 / 27) },
        { "steps: before the first", PathwayKind.Steps, "2024-03-30", 10 },
        { "steps: on the first", PathwayKind.Steps, "2024-03-31", 15 },
        { "steps: between", PathwayKind.Steps, "2024-09-29", 15 },
        { "steps: on the second", PathwayKind.Steps, "2024-09-30", 35 },
        { "steps: at the due date", PathwayKind.Steps, "2024-12-31", 40 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void A_path_stands_where_its_kind_says(string name, PathwayKind kind, string day, double expected)
    {
        var path = new Pathway(kind, Start, [new(Day("2024-03-31"), 15), new(Day("2024-09-30"), 35)]);

        var value = path.ValueOn(Start, Day("2024-12-31"), 40, Day(day));

        Assert.True(Math.Abs(expected - value.GetValueOrDefault()) < 1e-9, name);
    }

    [Fact]
    public void Without_a_path_it_stands_nowhere() =>
        Assert.Null(Pathway.Open.ValueOn(Start, Day("2024-12-31"), 40, Day("2024-07-01")));

    [Theory]
    [InlineData(141, TargetStatus.OnTrack)] // Half of the days from 82 to 200 make 141.
    [InlineData(140, TargetStatus.AtRisk)]
    [InlineData(129.3, TargetStatus.AtRisk)] // A tenth of 118 behind is 129.2.
    [InlineData(129.1, TargetStatus.OffTrack)]
    public void A_baseline_of_the_plan_goes_before_the_first_figure(double value, TargetStatus status)
    {
        var target = Goal(TargetComparator.AtLeast, 200, "2024-12-31") with
        {
            Pathway = new Pathway(PathwayKind.Linear, new PathwayPoint(Day("2023-12-31"), 82), []),
        };

        var assessment = Assess(target, Amount, [Value("2024-01", 5), Value("2024-07-01", value)]);

        Assert.Equal(status, assessment.Status);
        Assert.Equal(141, assessment.ExpectedNow.GetValueOrDefault(), 9);
    }

    [Theory]
    [InlineData("2024-10-01", TargetStatus.OnTrack)] // 91 days are left.
    [InlineData("2024-12-01", TargetStatus.AtRisk)] // 30 days.
    public void A_milestone_that_is_not_done_is_at_risk_when_it_is_due_soon(string today, TargetStatus status)
    {
        var yesNo = Amount with { Numerator = Amount.Numerator with { Kind = MeasureKind.Boolean } };
        var milestone = Goal(TargetComparator.Equal, 1, "2024-12-31") with { Kind = TargetKind.Milestone };

        var assessment = TargetRules.Assess(milestone, yesNo, [Value("2024-06", 0), Value("2024-07", 0)], Day(today));

        Assert.Equal(status, assessment.Status);
        Assert.Null(assessment.RequiredPerPeriod); // There is no half of a yes.
        Assert.Null(assessment.ExpectedNow);
        Assert.Equal("0 in 2024-07 against = 1 by 31 Dec 2024: not yet.", assessment.ReasonEn);
        Assert.Equal("0 kỳ 2024-07 so với = 1, hạn 31/12/2024: chưa đạt.", assessment.ReasonVi);
    }

    [Theory]
    [InlineData("P1M", "2024-06-30", PeriodFrequency.Month, 6)]
    [InlineData("P1M", "2024-07-30", PeriodFrequency.Month, 6)] // July has not ended.
    [InlineData("P1M", "2024-07-31", PeriodFrequency.Month, 5)]
    [InlineData("P1M", "2024-12-30", PeriodFrequency.Month, 1)]
    [InlineData("P1M", "2024-12-31", PeriodFrequency.Month, 1)] // The report of December is still to come.
    [InlineData("P1D", "2024-06-30", PeriodFrequency.Month, 6)]
    [InlineData("R2/P1M", "2024-06-30", PeriodFrequency.Month, 6)]
    [InlineData("P3M", "2024-06-30", PeriodFrequency.Quarter, 2)]
    [InlineData("P3M", "2024-10-01", PeriodFrequency.Quarter, 1)]
    [InlineData("P6M", "2024-06-30", PeriodFrequency.HalfYear, 1)]
    [InlineData("P1Y", "2024-06-30", PeriodFrequency.Annual, 1)]
    [InlineData(null, "2024-06-30", PeriodFrequency.Month, 6)]
    public void What_is_missing_is_spread_over_the_periods_that_are_left(
        string? cadence, string today, PeriodFrequency pace, int left)
    {
        var target = Goal(TargetComparator.AtLeast, 40, "2024-12-31");

        var assessment = TargetRules.Assess(
            target, Amount with { Cadence = cadence }, [Value("2024-01", 10), Value("2024-06", 22)], Day(today));

        Assert.Equal((pace, left), (assessment.Pace, assessment.PeriodsLeft));
        Assert.Equal(18.0 / left, assessment.RequiredPerPeriod);
    }

    [Theory]
    [InlineData(10, 20, 40, "2024-01-31")] // Ten in ten days, twenty are missing: twenty days more.
    [InlineData(10, 15, 30, "2024-02-10")] // Five in ten days, fifteen are missing.
    [InlineData(20, 20, 30, null)] // It stands still.
    [InlineData(20, 10, 30, null)] // It leads away.
    [InlineData(20, 10, 5, "2024-01-16")] // Down to an at-most target.
    [InlineData(0, 1e-9, 1e9, null)] // Beyond the last year that there is.
    public void The_trend_reaches_the_target_on_a_day_or_never(double first, double last, double goal, string? day)
    {
        var target = Goal(goal < first ? TargetComparator.AtMost : TargetComparator.AtLeast, goal, "2024-12-31");

        var assessment = Assess(target, Amount, [Value("2024-01-01", first), Value("2024-01-11", last)]);

        Assert.Equal(day is null ? null : Day(day), assessment.ProjectedDate);
    }

    [Fact]
    public void What_is_met_needs_no_pace_and_no_day()
    {
        var target = Goal(TargetComparator.AtLeast, 30, "2024-12-31");

        var assessment = Assess(target, Amount, [Value("2024-01-01", 10), Value("2024-01-11", 40)]);

        Assert.Equal(TargetStatus.Met, assessment.Status);
        Assert.Null(assessment.ProjectedDate);
        Assert.Null(assessment.RequiredPerPeriod);
        Assert.Null(assessment.RequiredPerMonth);
    }

    [Theory]
    [InlineData("2024-12-31", TargetStatus.OffTrack)]
    [InlineData("2025-01-30", TargetStatus.OffTrack)] // A report may come late by the length of its period.
    [InlineData("2025-01-31", TargetStatus.Missed)]
    [InlineData("2026-11-22", TargetStatus.Missed)]
    public void What_was_due_and_not_reported_was_missed_once_the_report_cannot_come_any_more(
        string today, TargetStatus status)
    {
        var target = Goal(TargetComparator.AtLeast, 40, "2024-12-31");

        var assessment = TargetRules.Assess(
            target, Amount, [Value("2024-01", 10), Value("2024-11", 22)], Day(today));

        Assert.Equal(status, assessment.Status);
        if (status == TargetStatus.Missed)
        {
            Assert.Null(assessment.RequiredPerPeriod);
            Assert.Equal(
                "22 in 2024-11 against ≥ 40: nothing has been reported for the due date, 31 Dec 2024.",
                assessment.ReasonEn);
            Assert.Equal(
                "22 kỳ 2024-11 so với ≥ 40: chưa có số liệu của hạn 31/12/2024.", assessment.ReasonVi);
        }
    }
}
