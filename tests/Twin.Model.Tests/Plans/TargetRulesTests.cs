using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Units;
using Twin.TestKit;
using static Twin.Model.Tests.Plans.PlanExamples;

namespace Twin.Model.Tests.Plans;

public sealed class TargetRulesTests
{
    private const double DaysPerMonth = 365.25 / 12;

    public static TheoryData<string, TargetComparator, double, double, double, bool> Shares => new()
    {
        { "exactly 30 % is not above 30 %", TargetComparator.Above, 30, 3, 10, false },
        { "exactly 30 % is at least 30 %", TargetComparator.AtLeast, 30, 3, 10, true },
        { "exactly 30 % is at most 30 %", TargetComparator.AtMost, 30, 3, 10, true },
        { "one in a million above 30 %", TargetComparator.Above, 30, 300_001, 1_000_000, true },
        { "one in a million below 30 %", TargetComparator.AtLeast, 30, 299_999, 1_000_000, false },
        { "57 of 100, where 0.57 × 100 is 56.99…", TargetComparator.AtLeast, 57, 57, 100, true },
        { "57 of 100 is not above 57 %", TargetComparator.Above, 57, 57, 100, false },
        { "29 of 50 is exactly 58 %", TargetComparator.Equal, 58, 29, 50, true },
        { "58.6 % as printed", TargetComparator.AtLeast, 58.6, 293, 500, true },
        { "58.6 % is not above 58.6 %", TargetComparator.Above, 58.6, 293, 500, false },
        { "none of them", TargetComparator.Above, 0, 0, 10, false },
        { "all of them", TargetComparator.AtLeast, 100, 217, 217, true },
        { "all but one", TargetComparator.AtLeast, 100, 216, 217, false },
        { "not exactly", TargetComparator.Equal, 58, 30, 50, false },
        { "no figure to hold", TargetComparator.Improve, 0, 5, 10, false },
        { "no comparator", TargetComparator.None, 0, 5, 10, false },
    };

    public static TheoryData<string, TargetComparator, double, double?, double, bool> Values => new()
    {
        { "in the range", TargetComparator.Between, 15, 20, 17, true },
        { "at its lower end", TargetComparator.Between, 15, 20, 15, true },
        { "at its upper end", TargetComparator.Between, 15, 20, 20, true },
        { "below it", TargetComparator.Between, 15, 20, 14.99, false },
        { "above it", TargetComparator.Between, 15, 20, 20.01, false },
        { "a range without an upper end", TargetComparator.Between, 15, null, 1e9, true },
        { "a sum of tenths that binary leaves above", TargetComparator.AtMost, 0.3, null, 0.1 + 0.2, true },
        { "the same strictly", TargetComparator.Above, 0.3, null, 0.1 + 0.2, false },
        { "negative", TargetComparator.AtLeast, -5, null, -4, true },
        { "beyond the reach of decimals", TargetComparator.AtLeast, 1e18, null, 1e25, true },
    };

    [Theory]
    [MemberData(nameof(Shares))]
    public void A_share_is_compared_exactly(
        string name, TargetComparator comparator, double goal, double numerator, double denominator, bool isMet) =>
        Assert.True(
            isMet == TargetRules.IsMet(Goal(comparator, goal), Share, Of("2024-06", numerator, denominator)), name);

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_compared_as_its_decimals(
        string name, TargetComparator comparator, double goal, double? max, double value, bool isMet) =>
        Assert.True(
            isMet == TargetRules.IsMet(Goal(comparator, goal, null, max), Amount, Value("2024-06", value)), name);

    [Fact]
    public void Every_share_that_is_exactly_a_printed_decimal_meets_it_and_does_not_exceed_it()
    {
        foreach (var (percent, perTenThousand) in new[] { (16.17, 1617), (33.3, 3330), (11.14, 1114), (58.6, 5860) })
        {
            for (var households = 1; households <= 20_000; households++)
            {
                if ((long)households * perTenThousand % 10_000 == 0)
                {
                    var figure = Of("2024-06", (long)households * perTenThousand / 10_000, households);

                    Assert.True(TargetRules.IsMet(Goal(TargetComparator.AtLeast, percent), Share, figure));
                    Assert.False(TargetRules.IsMet(Goal(TargetComparator.Above, percent), Share, figure));
                }
            }
        }
    }

    [Fact]
    public void A_mean_of_equal_ratings_is_that_rating()
    {
        var figure = Figure(Rating, "2024-06", new Aggregate((16.17 * 3) + (16.17 * 7), 3 + 7, 2, 0, 0));

        Assert.True(TargetRules.IsMet(Goal(TargetComparator.AtLeast, 16.17), Rating, figure));
        Assert.False(TargetRules.IsMet(Goal(TargetComparator.Above, 16.17), Rating, figure));
    }

    [Theory]
    [InlineData(IndicatorDirection.Up, 99, false)]
    [InlineData(IndicatorDirection.Up, 100, true)]
    [InlineData(IndicatorDirection.Up, 101, true)]
    [InlineData(IndicatorDirection.None, 101, true)]
    [InlineData(IndicatorDirection.Down, 99, true)]
    [InlineData(IndicatorDirection.Down, 100, true)]
    [InlineData(IndicatorDirection.Down, 101, false)]
    public void About_is_held_in_the_direction_that_is_better(IndicatorDirection direction, double value, bool isMet)
    {
        var indicator = Amount with { Direction = direction };

        Assert.Equal(isMet, TargetRules.IsMet(Goal(TargetComparator.About, 100), indicator, Value("2024-06", value)));
    }

    [Fact]
    public void One_more_than_a_milestone_asks_is_done_too()
    {
        var exact = Goal(TargetComparator.Equal, 1);
        var milestone = exact with { Kind = TargetKind.Milestone };

        Assert.True(TargetRules.IsMet(milestone, Amount, Value("2024-06", 2)));
        Assert.False(TargetRules.IsMet(milestone, Amount, Value("2024-06", 0)));
        Assert.False(TargetRules.IsMet(exact, Amount, Value("2024-06", 2)));
    }

    [Fact]
    public void Nothing_is_met_without_a_goal_or_without_a_figure()
    {
        Assert.False(TargetRules.IsMet(Goal(TargetComparator.AtLeast, null), Amount, Value("2024-06", 2)));
        Assert.False(TargetRules.IsMet(Goal(TargetComparator.AtMost, 5), Amount, Nothing("2024-06")));
        Assert.False(TargetRules.IsMet(Goal(TargetComparator.AtMost, 5), Share, Of("2024-06", 0, 0)));
    }

    [Theory]
    [InlineData("ahead of the path", 50.01, TargetStatus.OnTrack)]
    [InlineData("on the path", 50, TargetStatus.OnTrack)]
    [InlineData("just behind", 49.99, TargetStatus.AtRisk)]
    [InlineData("a tenth of the way behind", 40, TargetStatus.AtRisk)]
    [InlineData("more than a tenth behind", 39.99, TargetStatus.OffTrack)]
    [InlineData("below the baseline", -10, TargetStatus.OffTrack)]
    [InlineData("there", 100, TargetStatus.Met)]
    [InlineData("beyond", 120, TargetStatus.Met)]
    public void Half_way_to_the_due_date_the_path_stands_half_way(string name, double value, TargetStatus status)
    {
        var target = Goal(TargetComparator.AtLeast, 100, "2024-01-11");

        var assessment = Assess(target, Amount, [Value("2024-01-01", 0), Value("2024-01-06", value)]);

        Assert.True(status == assessment.Status, name);
        Assert.Equal(50, assessment.ExpectedNow);
        Assert.Equal(value - 100, assessment.Gap);
        Assert.Equal("2024-01-01", assessment.Baseline?.Period.ToString());
        if (status == TargetStatus.Met)
        {
            Assert.Null(assessment.RequiredPerMonth);
        }
        else
        {
            Assert.Equal((100 - value) / 5 * DaysPerMonth, assessment.RequiredPerMonth.GetValueOrDefault(), 9);
        }
    }

    [Theory]
    [InlineData(59, TargetStatus.OnTrack)]
    [InlineData(60, TargetStatus.OnTrack)]
    [InlineData(70, TargetStatus.AtRisk)]
    [InlineData(70.01, TargetStatus.OffTrack)]
    [InlineData(10, TargetStatus.Met)]
    [InlineData(9, TargetStatus.Met)]
    public void A_target_below_is_approached_from_above(double value, TargetStatus status)
    {
        var target = Goal(TargetComparator.AtMost, 10, "2024-01-11");

        var assessment = Assess(target, Amount, [Value("2024-01-01", 110), Value("2024-01-06", value)]);

        Assert.Equal(status, assessment.Status);
        Assert.Equal(60, assessment.ExpectedNow);
        Assert.Equal(value - 10, assessment.Gap);
    }

    [Fact]
    public void Months_are_reckoned_by_their_last_days()
    {
        // From 31 January to 31 December 2024 are 335 days, to 30 June 151; from there 184 remain.
        var target = Goal(TargetComparator.AtLeast, 40, "2024-12-31");

        var assessment = Assess(target, Amount, [Value("2024-01", 10), Value("2024-06", 20)]);

        Assert.Equal(10 + (30 * 151.0 / 335), assessment.ExpectedNow.GetValueOrDefault(), 9);
        Assert.Equal(20 / (184 / DaysPerMonth), assessment.RequiredPerMonth.GetValueOrDefault(), 9);
        Assert.Equal(10 / (151 / DaysPerMonth), assessment.TrendPerMonth.GetValueOrDefault(), 9);
        Assert.Equal(TargetStatus.OffTrack, assessment.Status);
    }

    [Theory]
    [InlineData(79, TargetStatus.Missed)]
    [InlineData(80, TargetStatus.Met)]
    public void A_figure_of_the_due_date_or_later_has_met_or_missed_it(double value, TargetStatus status)
    {
        var target = Goal(TargetComparator.AtLeast, 80, "2024-06-30");

        foreach (var period in new[] { "2024-06", "2024-07" })
        {
            var assessment = Assess(target, Amount, [Value("2024-01", 10), Value(period, value)]);

            Assert.Equal(status, assessment.Status);
            Assert.Null(assessment.RequiredPerMonth);
            Assert.Null(assessment.ExpectedNow);
        }
    }

    [Theory]
    [InlineData(79, TargetStatus.OffTrack)]
    [InlineData(80, TargetStatus.Met)]
    public void Without_a_due_date_a_target_is_met_or_not(double value, TargetStatus status)
    {
        var assessment = Assess(Goal(TargetComparator.AtLeast, 80), Amount, [Value("2024-06", value)]);

        Assert.Equal(status, assessment.Status);
        Assert.Null(assessment.RequiredPerMonth);
    }

    [Fact]
    public void A_first_figure_is_where_the_path_starts_and_has_no_trend()
    {
        var target = Goal(TargetComparator.AtLeast, 80, "2024-12-31");

        var assessment = Assess(target, Amount, [Value("2024-06", 50)]);

        Assert.Equal(TargetStatus.OnTrack, assessment.Status);
        Assert.Equal(50, assessment.ExpectedNow);
        Assert.Null(assessment.TrendPerMonth);
    }

    [Theory]
    [InlineData(10, -5)] // Short of the lower end.
    [InlineData(25, 5)] // Beyond the upper end.
    [InlineData(17, 0)]
    public void The_gap_to_a_range_is_the_gap_to_its_nearer_end(double value, double gap)
    {
        var target = Goal(TargetComparator.Between, 15, null, 20);

        Assert.Equal(gap, Assess(target, Amount, [Value("2024-06", value)]).Gap);
    }

    [Fact]
    public void The_trend_is_that_of_the_last_six_figures()
    {
        Rollup[] series =
        [
            Value("2024-01-01", 1_000), // The seventh from the end counts no more.
            .. Enumerable.Range(2, 6).Select(day => Value("2024-01-0" + (char)('0' + day), day)),
        ];

        var assessment = Assess(Goal(TargetComparator.AtLeast, 80), Amount, series);

        Assert.Equal(DaysPerMonth, assessment.TrendPerMonth.GetValueOrDefault(), 9); // One a day.
    }

    [Fact]
    public void Figures_of_other_lengths_of_period_than_the_latest_are_left_out()
    {
        // By key the year sorts first; its last day is the latest, and months are no path to it.
        Rollup[] series = [Value("2025", 12), Value("2025-01", 1), Value("2025-06", 1)];

        var assessment = Assess(Goal(TargetComparator.AtLeast, 80, "2026-12-31"), Amount, series);

        Assert.Equal("2025", assessment.Figure?.Period.ToString());
        Assert.Equal("2025", assessment.Baseline?.Period.ToString());
        Assert.Null(assessment.TrendPerMonth);
        Assert.True(double.IsFinite(assessment.ExpectedNow.GetValueOrDefault()));
    }

    [Fact]
    public void Figures_without_a_value_are_passed_over()
    {
        Rollup[] series = [Nothing("2024-01"), Value("2024-02", 70), Value("2024-03", 75), Nothing("2024-04")];

        var assessment = Assess(Goal(TargetComparator.AtLeast, 80), Amount, series);

        Assert.Equal("2024-03", assessment.Figure?.Period.ToString());
        Assert.Equal("2024-02", assessment.Baseline?.Period.ToString());
    }

    [Fact]
    public void Without_data_there_is_no_status_and_no_arithmetic()
    {
        foreach (var series in (Rollup[][])[[], [Nothing("2024-06")]])
        {
            var assessment = Assess(Goal(TargetComparator.AtLeast, 80, "2024-12-31"), Amount, series);

            Assert.Equal(TargetStatus.NoData, assessment.Status);
            Assert.Null(assessment.Figure);
            Assert.Null(assessment.Gap);
        }
    }

    [Theory]
    [InlineData(TargetKind.Target, true)]
    [InlineData(TargetKind.TargetImplied, true)]
    [InlineData(TargetKind.Milestone, true)]
    [InlineData(TargetKind.Qualitative, true)]
    [InlineData(TargetKind.Observed, false)]
    [InlineData(TargetKind.Cadence, false)]
    [InlineData(TargetKind.Threshold, false)]
    public void Rows_that_are_no_targets_are_not_held_against_figures(TargetKind kind, bool isMeasurable)
    {
        var target = Goal(TargetComparator.AtLeast, 80) with { Kind = kind };

        Assert.Equal(isMeasurable, target.IsMeasurable);
        Assert.Equal(
            isMeasurable, Assess(target, Amount, [Value("2024-06", 90)]).Status == TargetStatus.Met);
    }

    [Fact]
    public void A_row_without_indicator_value_or_comparator_cannot_be_measured()
    {
        Assert.False((Goal(TargetComparator.AtLeast, 80) with { Indicator = null }).IsMeasurable);
        Assert.False(Goal(TargetComparator.AtLeast, null).IsMeasurable);
        Assert.False(Goal(TargetComparator.None, 80).IsMeasurable);
        Assert.True(Goal(TargetComparator.Improve, null).IsMeasurable);
        Assert.False(Goal(TargetComparator.Rank, 5).IsMeasurable);
        Assert.True((Goal(TargetComparator.Rank, 5) with { Among = AdministrativeLevel.Commune }).IsMeasurable);
    }

    [Theory]
    [InlineData(AdministrativeLevel.City, true)]
    [InlineData(AdministrativeLevel.District, true)]
    [InlineData(AdministrativeLevel.Commune, false)]
    public void A_target_binds_the_levels_named_and_those_above_that_show_the_roll_up(
        AdministrativeLevel level, bool binds)
    {
        var target = Goal(TargetComparator.AtLeast, 80) with { Levels = [AdministrativeLevel.District] };

        Assert.Equal(binds, target.Binds(Unit("31", level)));
        Assert.False((target with { Levels = [] }).Binds(Unit("31", level)));
    }

    [Fact]
    public void A_target_that_names_units_binds_those_alone_whatever_their_level()
    {
        var pilot = Goal(TargetComparator.AtLeast, 80) with
        {
            Levels = [AdministrativeLevel.Commune],
            Units = [TestCity.Code("11296")],
        };

        Assert.True(pilot.Binds(Unit("11296", AdministrativeLevel.Commune)));
        Assert.True(pilot.Binds(Unit("11296", AdministrativeLevel.City)));
        Assert.False(pilot.Binds(Unit("11299", AdministrativeLevel.Commune)));
        Assert.False(pilot.Binds(Unit("31", AdministrativeLevel.City)));
    }
}
