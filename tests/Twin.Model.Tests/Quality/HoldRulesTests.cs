using System.Collections.Immutable;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Quality;

/// <summary>What is held as it comes, at the limit, above it and below it.</summary>
public sealed class HoldRulesTests
{
    private static readonly TimePeriod July = TimePeriod.Month(2024, 7);

    private readonly RollupTable _table;
    private readonly UnitHistory _history;

    public HoldRulesTests()
    {
        var city = TestQuality.City();
        _table = new RollupTable(Code("10001"), city.Tree, city.Indicators);
        _history = new UnitHistory(_table, city.Indicators);
    }

    public static TheoryData<string, Observation, Observation, bool> Jumps => new()
    {
        { "fifty times is at the limit", Revenue(100), Revenue(5_000, July), false },
        { "a little more is above it", Revenue(100), Revenue(5_001, July), true },
        { "a fiftieth is at the limit", Revenue(5_000), Revenue(100, July), false },
        { "less is beyond it", Revenue(5_000), Revenue(99, July), true },
        { "small numbers count as the floor: 10 to 500 is fifty times", Revenue(0.001), Revenue(500, July), false },
        { "and beyond the floor they do not", Revenue(0.001), Revenue(501, July), true },
        { "zero after much", Revenue(5_000), Revenue(0, July), true },
        { "zero after little", Revenue(5), Revenue(0, July), false },
        { "another sign does not hide it", Best(-100), Best(5_001, July), true },
        { "nothing before", Revenue(100), Best(5_001, July), false },
        { "six periods back still counts", Revenue(100, TimePeriod.Month(2024, 1)), Revenue(5_001, July), true },
        { "seven periods back do not", Revenue(100, TimePeriod.Month(2023, 12)), Revenue(5_001, July), false },
        { "what comes later is no history", Revenue(100, TimePeriod.Month(2024, 8)), Revenue(5_001, July), false },
        { "another frequency is no history", Revenue(100, TimePeriod.Year(2023)), Revenue(5_001, July), false },
        { "part of the year is never doubted", Ytd(5, 100), Ytd(6, 9_999), false },
        {
            "of a ratio the numerator is looked at", Observe("FIBER", June2024, 10, 900),
            Observe("FIBER", July, 501, 900), true
        },
        {
            "and the denominator", Observe("FIBER", June2024, 10, 900), Observe("FIBER", July, 10, 45_001), true
        },
        {
            "a ratio that stays", Observe("FIBER", June2024, 10, 900), Observe("FIBER", July, 40, 3_600), false
        },
        {
            "what is taken back is never held", Revenue(100),
            Revenue(0, July) with { Status = ObservationStatus.Missing }, false
        },
        {
            "nor are demonstration data", Revenue(100),
            Revenue(9_999, July) with { Status = ObservationStatus.Demo }, false
        },
        {
            "and nothing is held against them", Revenue(100) with { Status = ObservationStatus.Demo },
            Revenue(9_999, July), false
        },
        {
            "a part is held against the same part", Revenue(100).Of("OPERATOR=VNPT"),
            Revenue(9_999, July).Of("OPERATOR=VNPT"), true
        },
        {
            "not against another", Revenue(100).Of("OPERATOR=VIETTEL"), Revenue(9_999, July).Of("OPERATOR=VNPT"), false
        },
        {
            "nor against a total that nobody reported", Revenue(100).Of("OPERATOR=VNPT"), Revenue(9_999, July), false
        },
    };

    [Theory]
    [MemberData(nameof(Jumps))]
    public void A_number_too_many_times_as_large_or_small_is_held(
        string name, Observation before, Observation now, bool isHeld)
    {
        Apply(1, before);

        var held = new HoldRules(TestQuality.City(), _history, _table).Mark([now])[0].Notes?.Held;

        Assert.True((held is not null) == isHeld, $"{name}: {held}");
    }

    [Fact]
    public void The_finding_names_the_rule_the_number_and_what_it_was_held_against()
    {
        Apply(1, Revenue(90, TimePeriod.Month(2024, 4)), Revenue(100, TimePeriod.Month(2024, 5)), Revenue(130));

        var held = Mark(Revenue(6_000, July)).Notes?.Held;

        Assert.Equal(new QualityFinding(TestQuality.Hold, QualityRuleKind.Jump, 6_000, 100, 60), held);
    }

    [Fact]
    public void One_wild_number_before_does_not_make_the_next_good_one_doubtful()
    {
        Apply(1, Revenue(100, TimePeriod.Month(2024, 4)), Revenue(100, TimePeriod.Month(2024, 5)), Revenue(99_999));

        Assert.Null(Mark(Revenue(101, July)).Notes);
    }

    [Fact]
    public void Where_nothing_is_held_the_array_is_the_same()
    {
        Apply(1, Revenue(100));
        ImmutableArray<Observation> observations = [Revenue(101, July), Best(1, July)];

        Assert.True(new HoldRules(TestQuality.City(), _history, _table).Mark(observations) == observations);
    }

    [Fact]
    public void Nobody_can_claim_that_something_is_held_or_decided()
    {
        var claimed = new ObservationNotes
        {
            Format = FormatTrouble.Spaces,
            Decision = new QuarantineDecision(QuarantineDecisionKind.Discard, 1, "mine"),
        };

        Assert.Equal(ObservationNotes.Of(FormatTrouble.Spaces), Mark(Revenue(1) with { Notes = claimed }).Notes);
    }

    [Fact]
    public void A_rule_holds_only_within_its_dates()
    {
        Apply(1, Revenue(100));
        var ended = TestQuality.City() with
        {
            QualityRules = [.. TestQuality.Rules.Select(rule => rule with { ValidTo = new DateOnly(2024, 7, 30) })],
        };

        Assert.Null(new HoldRules(ended, _history, _table).Mark([Revenue(9_999, July)])[0].Notes);
    }

    [Fact]
    public void A_rule_for_one_indicator_goes_before_the_one_for_all()
    {
        Apply(1, Revenue(100), Best(100));
        var own = TestQuality.Rule("revenue-jump", QualityRuleKind.Jump, 1) with
        {
            Indicator = Indicator("REVENUE"), Limit = 1_000, Severity = QualitySeverity.Hold,
        };
        var city = TestQuality.City() with { QualityRules = [.. TestQuality.Rules, own] };

        var marked = new HoldRules(city, _history, _table).Mark([Revenue(9_999, July), Best(9_999, July)]);

        Assert.Null(marked[0].Notes);
        Assert.Equal(TestQuality.Hold, marked[1].Notes?.Held?.Rule);
    }

    [Fact]
    public void A_jump_inside_one_report_is_held_in_whatever_order_its_rows_stand()
    {
        var marked = new HoldRules(TestQuality.City(), _history, _table).Mark(
        [
            Revenue(9_999, TimePeriod.Month(2024, 3)),
            Revenue(110, TimePeriod.Month(2024, 4)),
            Best(9_999, TimePeriod.Month(2024, 3)),
            Revenue(100, TimePeriod.Month(2024, 2)),
        ]);

        Assert.Equal(
            new QualityFinding(TestQuality.Hold, QualityRuleKind.Jump, 9_999, 100, 99.99), marked[0].Notes?.Held);
        // The held row stands for nothing: the month after it is held against the one before.
        Assert.All(marked.Skip(1), observation => Assert.Null(observation.Notes));
        Assert.Equal(
            [9_999, 110, 9_999, 100], marked.Select(observation => observation.Value));
    }

    [Fact]
    public void What_a_report_says_of_a_period_goes_before_what_was_known_of_it()
    {
        Apply(1, Revenue(1, TimePeriod.Month(2024, 5)), Revenue(9_999));
        var rules = new HoldRules(TestQuality.City(), _history, _table);

        // June is corrected in the same report, and taken back in the other.
        Assert.NotNull(rules.Mark([Revenue(20), Revenue(9_999, July)])[1].Notes?.Held);
        Assert.NotNull(
            rules.Mark([Revenue(0) with { Status = ObservationStatus.Missing }, Revenue(9_999, July)])[1].Notes?.Held);
        // And what one report said is not remembered into the next.
        Assert.Null(rules.Mark([Revenue(9_999, July)])[0].Notes);
    }

    private static Observation Revenue(double value, TimePeriod? period = null) =>
        Observe("REVENUE", period ?? June2024, value);

    private static Observation Best(double value, TimePeriod? period = null) =>
        Observe("BEST", period ?? June2024, value);

    private static Observation Ytd(int months, double value) =>
        Observe("REVENUE", TimePeriod.YearToDate(2024, months), value);

    private Observation Mark(Observation observation) =>
        new HoldRules(TestQuality.City(), _history, _table).Mark([observation])[0];

    private void Apply(long first, params Observation[] observations) => _history.Apply(new LoggedBatch(
        first,
        new DateTimeOffset(2024, 8, 1, 0, 0, 0, TimeSpan.Zero),
        new ObservationBatch(Code("10001"), "tester", null, [.. observations])));
}
