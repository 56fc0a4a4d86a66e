using Twin.Model.Dimensions;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.TestKit;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Quality;

/// <summary>What each rule takes off, at its limit and just beyond it.</summary>
public sealed class UnitQualityTests
{
    // June's figures are due by then.
    private static readonly DateTimeOffset Now = Instant("2024-09-01T00:00:00");

    private readonly CityDefinition _city = TestQuality.City();
    private readonly RollupTable _table;
    private readonly UnitHistory _history;
    private readonly UnitQuality _quality;
    private long _sequence;

    public UnitQualityTests()
    {
        _table = new RollupTable(Code("10001"), _city.Tree, _city.Indicators);
        _history = new UnitHistory(_table, _city.Indicators);
        _quality = new UnitQuality(Code("10001"), _city, _history, _table);
    }

    /// <summary>A name, the rule (empty for none), what it measures, what was reported: June's figure last.</summary>
    public static TheoryData<string, string, double, Observation[]> Rules => new()
    {
        { "at the lower bound", "", 0, [Observe("CLINICS", June2024, 1)] },
        { "below it", "clinics-low", 1, [Observe("CLINICS", June2024, 0)] },
        { "at the upper bound", "", 0, [Observe("CLINICS", June2024, 400)] },
        { "above it", "clinics-low", 1, [Observe("CLINICS", June2024, 401)] },
        { "five times is no jump", "", 0, Months("REVENUE", 100, 500) },
        { "more is one", "jump", 5.01, Months("REVENUE", 100, 501) },
        { "in line with the own history", "", 0, Months("BEST", 1, 2, 3, 4, 5, 6, 14.6) },
        { "out of line", "history", 5.0362, Months("BEST", 1, 2, 3, 4, 5, 6, 14.7) },
        { "too short a history", "", 0, Months("BEST", 1, 2, 3, 4, 5, 14.7) },
        { "three in a row are no copy", "", 0, Months("REVENUE", 499, 500, 500, 500) },
        { "four are", "repeated", 4, Months("REVENUE", 499, 500, 500, 500, 500) },
        { "small numbers repeat themselves", "", 0, Months("REVENUE", 99, 99, 99, 99, 99) },
        { "sent once more", "resent", 1, [.. Months("REVENUE", 7), Observe("REVENUE", June2024, 7, null, 5)] },
        { "corrected", "", 0, [.. Months("REVENUE", 7), Observe("REVENUE", June2024, 8, null, 5)] },
        {
            "corrected and sent again", "resent", 2,
            [
                .. Months("REVENUE", 7), Observe("REVENUE", June2024, 8, null, 4),
                Observe("REVENUE", June2024, 8, null, 5), Observe("REVENUE", June2024, 8, null, 6),
            ]
        },
        {
            "hard to read in two ways", "format", 3,
            [
                Observe("REVENUE", June2024, 7) with
                {
                    Notes = ObservationNotes.Of(FormatTrouble.Spaces | FormatTrouble.AmbiguousMark),
                },
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_finds_what_is_beyond_its_limit_and_nothing_else(
        string name, string rule, double measure, Observation[] reported)
    {
        Apply(reported);

        var value = Of(reported[^1].Indicator.Value);

        var found = value.Deductions.Select(one => one.Finding.Rule);
        Assert.True(found.SequenceEqual(rule.Length > 0 ? [rule] : [], StringComparer.Ordinal), name);
        if (rule.Length > 0)
        {
            var deduction = value.Deductions[0];
            Assert.Equal(measure, Math.Abs(deduction.Finding.Measure), 1e-3);
            Assert.Equal((_sequence, "clerk"), (deduction.Sequence, deduction.Reporter));
        }
    }

    [Fact]
    public void Points_are_taken_off_the_score_of_their_dimension()
    {
        Apply(Months("REVENUE", 100, 501));
        Apply(Months("REVENUE", 501));

        var value = Of("REVENUE");

        Assert.Equal(new QualityScores(100 - 25, 100, 100 - 5, 100), value.Scores);
        Assert.Equal([25, 5], value.Deductions.Select(one => one.Points));
    }

    [Fact]
    public void Each_trouble_in_reading_costs_its_points()
    {
        var trouble = FormatTrouble.Spaces | FormatTrouble.AmbiguousMark | FormatTrouble.LegacyEncoding;
        Apply(Observe("REVENUE", June2024, 7) with { Notes = ObservationNotes.Of(trouble) });

        Assert.Equal(70, Of("REVENUE").Scores.Clean);
    }

    [Theory]
    [InlineData(100, 100, 0.0)] // A part may be all of it.
    [InlineData(125, 100, 20.0)]
    public void A_balance_that_does_not_hold_says_by_how_much(double clinics, double households, double apart)
    {
        Apply(Observe("CLINICS", June2024, clinics), Observe("FIBER", June2024, 1, households));

        var off = Of("CLINICS").Deductions.FirstOrDefault(one => one.Finding.Kind == QualityRuleKind.Balance);

        Assert.Equal(apart, off?.Finding.Measure ?? 0, 1e-9);
    }

    [Fact]
    public void A_balance_with_a_number_missing_is_not_judged()
    {
        Apply(Observe("CLINICS", June2024, 125));

        Assert.Empty(Of("CLINICS").Deductions);
    }

    [Theory]
    [InlineData(70, 3, 0)] // Five times the spread from the median is the limit.
    [InlineData(70.1, 3, 5.05)]
    [InlineData(49.9, 3, 5.05)]
    [InlineData(70.1, 2, 0)] // As many as the rule wants, this one included, are too few.
    public void A_value_far_from_those_beside_is_found(double value, int count, double score)
    {
        Apply(Observe("FIBER", June2024, value * 10, 1_000));
        var peers = new PeerBands(1, [new PeerBand(Indicator("FIBER"), June2024, 60, 2, count, [])]);

        var found = Of("FIBER", peers).Deductions.FirstOrDefault(one => one.Finding.Kind == QualityRuleKind.Peers);

        Assert.Equal(score, Math.Abs(found?.Finding.Measure ?? 0), 1e-9);
    }

    [Theory]
    [InlineData(1_500, 2)]
    [InlineData(1_501, 0)]
    [InlineData(999, 0)] // Below the floor chance is enough.
    public void Numbers_that_units_beside_report_to_the_last_digit_are_found(double value, double others)
    {
        Apply(Observe("REVENUE", June2024, value));
        var shared = new PeerBand(
            Indicator("REVENUE"), June2024, 0, 0, 9, [new SharedNumbers(1_500, 0, 3), new SharedNumbers(999, 0, 3)]);

        var found = Of("REVENUE", new PeerBands(1, [shared])).Deductions;

        Assert.Equal(others, found.FirstOrDefault()?.Finding.Measure ?? 0);
    }

    [Theory]
    [InlineData(5, 1, 50.0)]
    [InlineData(4, 2, 0.0)]
    [InlineData(1, 5, 0.0)]
    public void A_figure_that_is_missing_is_not_complete_and_the_older_the_last_the_less_live(
        int lastMonth, double late, double live)
    {
        Apply(Observe("FIBER", TimePeriod.Month(2024, lastMonth), 5, 10));

        var value = Of("FIBER");

        Assert.Equal(new QualityScores(null, 0, null, live), value.Scores);
        Assert.Equal(["missing", "age"], value.Deductions.Select(one => one.Finding.Rule), StringComparer.Ordinal);
        Assert.Equal(late, value.Deductions[1].Finding.Measure);
        Assert.All(value.Deductions, one => Assert.Equal((0, string.Empty), (one.Sequence, one.Reporter)));
    }

    [Fact]
    public void What_a_duty_asks_for_is_missing_even_if_it_never_came_and_what_none_asks_for_is_not()
    {
        var scored = _quality.Score(June2024, Now, PeerBands.None);

        Assert.Equal("FIBER", Assert.Single(scored).Indicator.Value);
        Assert.Equal(0, scored[0].Scores.Live);
    }

    [Fact]
    public void What_is_not_due_yet_is_not_missing()
    {
        Apply(Observe("FIBER", TimePeriod.Month(2024, 5), 5, 10));

        var value = Assert.Single(_quality.Score(June2024, Instant("2024-07-01T00:00:00"), PeerBands.None));

        Assert.Equal((TimePeriod.Month(2024, 5), 100.0), (value.Period, value.Scores.Complete));
    }

    [Fact]
    public void Of_a_period_to_come_what_was_due_last_is_scored()
    {
        Apply(Observe("FIBER", TimePeriod.Month(2024, 7), 5, 10));

        var value = Assert.Single(_quality.Score(TimePeriod.Month(2030, 12), Now, PeerBands.None));

        Assert.Equal((TimePeriod.Month(2024, 7), 100.0), (value.Period, value.Scores.Complete));
    }

    [Fact]
    public void While_a_number_waits_there_is_a_doubt_and_no_figure()
    {
        var finding = new QualityFinding(TestQuality.Hold, QualityRuleKind.Jump, 900, 9, 100);
        Apply(Observe("FIBER", June2024, 9, 10) with { Notes = new ObservationNotes { Held = finding } });

        var value = Of("FIBER");

        Assert.Equal((40.0, 0.0, null), (value.Scores.Correct, value.Scores.Complete, value.Scores.Clean));
        Assert.Equal((1, "clerk"), (value.Deductions[0].Sequence, value.Deductions[0].Reporter));
    }

    [Fact]
    public void What_somebody_has_looked_at_and_let_count_is_doubted_no_more()
    {
        Apply(Months("REVENUE", 100, 9_999));
        Assert.Equal(75, Of("REVENUE").Scores.Correct);

        var decision = new QuarantineDecision(QuarantineDecisionKind.Release, 2, "đúng");
        Apply(Observe("REVENUE", June2024, 9_999, null, 1) with { Notes = new() { Decision = decision } });

        Assert.Equal(100, Of("REVENUE").Scores.Correct);
    }

    [Fact]
    public void A_unit_is_scored_for_what_its_level_reports()
    {
        var district = new UnitQuality(Code("301"), _city, _history, _table);

        Assert.Equal("FILES", Assert.Single(district.Score(June2024, Now, PeerBands.None)).Indicator.Value);
    }

    [Fact]
    public void Tallies_add_up_and_the_worst_unit_stays_with_its_name()
    {
        var first = new QualityTally(180, 2, 90, Code("10002"));
        var second = new QualityTally(160, 2, 80, Code("10003"));
        var tied = new QualityTally(80, 1, 80, Code("10001"));

        Assert.Equal(new QualityTally(340, 4, 80, Code("10003")), first + second);
        Assert.Equal(first + second, second + first);
        Assert.Equal(Code("10001"), (second + tied).WorstUnit);
        Assert.Equal(first, first + default(QualityTally));
        Assert.Equal(first, default(QualityTally) + first);
        Assert.Equal(85, (first + second).Mean);
        Assert.Null(default(QualityTally).Mean);
    }

    [Fact]
    public void Each_part_is_scored_by_its_own_history_beside_the_total()
    {
        Apply(Months("REVENUE", 100, 100));
        Apply([.. Months("REVENUE", 40, 40).Select(one => one with { Breakdown = Part("VNPT") })]);
        Apply([.. Months("REVENUE", 60, 301).Select(one => one with { Breakdown = Part("VIETTEL") })]);

        var parts = _quality.ScoreParts(June2024, Now);

        Assert.Equal([Part("VIETTEL"), Part("VNPT")], parts.Select(one => one.Breakdown));
        Assert.Equal(new QualityScores(75, 100, 100, 100), parts[0].Scores);
        var jump = Assert.Single(parts[0].Deductions);
        Assert.Equal(("jump", _sequence, 301.0), (jump.Finding.Rule, jump.Sequence, jump.Finding.Value));
        Assert.Empty(parts[1].Deductions);
        Assert.Equal((default, 0), (Of("REVENUE").Breakdown, Of("REVENUE").Deductions.Length));
    }

    [Theory]
    [InlineData(5, 50.0)] // One month late.
    [InlineData(4, 0.0)]
    public void A_part_that_came_before_and_does_not_now_is_missing(int lastMonth, double live)
    {
        var last = TimePeriod.Month(2024, lastMonth);
        Apply(Observe("REVENUE", June2024, 100), Observe("REVENUE", last, 40) with { Breakdown = Part("VNPT") });

        var part = Assert.Single(_quality.ScoreParts(June2024, Now));

        Assert.Equal(new QualityScores(null, 0, null, live), part.Scores);
        Assert.Equal(100, Of("REVENUE").Scores.Complete);
    }

    [Theory]
    [InlineData(12, 1)] // Six months before June 2024.
    [InlineData(11, 0)]
    public void A_part_that_has_not_come_for_half_a_year_is_no_longer_asked_for(int month, int count)
    {
        var last = TimePeriod.Month(2023, month);
        Apply(Observe("REVENUE", June2024, 100), Observe("REVENUE", last, 40) with { Breakdown = Part("VNPT") });

        Assert.Equal(count, _quality.ScoreParts(June2024, Now).Length);
    }

    [Fact]
    public void A_part_that_waits_is_a_doubt_about_that_part_and_the_total_and_about_no_other()
    {
        var finding = new QualityFinding(TestQuality.Hold, QualityRuleKind.Jump, 900, 9, 100);
        Apply(
            Observe("REVENUE", TimePeriod.Month(2024, 5), 9) with { Breakdown = Part("VNPT") },
            Observe("REVENUE", June2024, 5) with { Breakdown = Part("VIETTEL") },
            Observe("REVENUE", June2024, 900) with
            {
                Breakdown = Part("VNPT"), Notes = new ObservationNotes { Held = finding },
            });

        var parts = _quality.ScoreParts(June2024, Now);

        Assert.Equal([100.0, 40.0], parts.Select(one => one.Scores.Correct));
        Assert.Equal([100.0, 0.0], parts.Select(one => one.Scores.Complete));
        Assert.Equal(40, Of("REVENUE").Scores.Correct);
    }

    private static Breakdown Part(string member) => Breakdown.Parse($"OPERATOR={member}");

    /// <summary>Figures of the months to June, the last of them June's.</summary>
    private static Observation[] Months(string indicator, params double[] values) =>
    [
        .. values.Select((value, i) =>
        {
            var end = new DateOnly(2024, 6, 1).AddMonths(i - values.Length + 1);
            return Observe(indicator, TimePeriod.Month(end.Year, end.Month), value);
        }),
    ];

    private ValueQuality Of(string indicator, PeerBands? peers = null) => Assert.Single(
        _quality.Score(June2024, Now, peers ?? PeerBands.None), one => one.Indicator == Indicator(indicator));

    private void Apply(params Observation[] observations)
    {
        foreach (var observation in observations)
        {
            _sequence++;
            _history.Apply(new LoggedBatch(
                _sequence, Instant("2024-07-05T00:00:00"),
                new ObservationBatch(Code("10001"), "clerk", null, [observation])));
        }
    }
}
