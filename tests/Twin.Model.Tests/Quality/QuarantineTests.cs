using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.TestKit;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Quality;

/// <summary>What is held, and what becomes of it, in the history of one unit.</summary>
public sealed class QuarantineTests
{
    private static readonly DateTimeOffset Reported = Instant("2024-07-01T00:00:00");
    private static readonly DateTimeOffset Decided = Instant("2024-07-03T00:00:00");
    private static readonly QualityFinding Finding = new(TestQuality.Hold, QualityRuleKind.Jump, 700, 7, 100);

    private readonly CityDefinition _city = TestQuality.City();
    private readonly RollupTable _table;
    private readonly UnitHistory _history;
    private readonly BatchRecompute _recompute;

    public QuarantineTests()
    {
        _table = new RollupTable(Code("10001"), _city.Tree, _city.Indicators);
        _history = new UnitHistory(_table, _city.Indicators);
        _recompute = new BatchRecompute(_city.Tree, _city.Indicators);
    }

    [Fact]
    public void What_is_held_does_not_count_and_is_not_lost()
    {
        Apply(1, Reported, "clerk", Held(700));

        AssertFigure(null);
        var entry = Assert.Single(_history.Quarantine.Entries);
        Assert.Equal((QuarantineState.Held, 1, "clerk"), (entry.State, entry.Sequence, entry.Reporter));
        Assert.Equal(1, _history.Quarantine.Waiting);
    }

    [Fact]
    public void What_stood_before_goes_on_standing()
    {
        Apply(1, Reported, "clerk", Observe("CLINICS", June2024, 7));
        Apply(2, Reported.AddHours(1), "clerk", Held(700));

        AssertFigure(7);
    }

    [Fact]
    public void Released_it_counts_from_then_on_and_not_before()
    {
        Apply(1, Reported, "clerk", Held(700));
        Decide(2, QuarantineDecisionKind.Release);

        AssertFigure(700);
        Assert.Null(AsOf(Decided.AddMilliseconds(-1)));
        Assert.Equal(700, AsOf(Decided));
        var entry = Assert.Single(_history.Quarantine.Entries);
        Assert.Equal(
            (QuarantineState.Released, 2, "head", Decided),
            (entry.State, entry.DecisionSequence, entry.DecidedBy, entry.DecidedAt));
        Assert.Equal(0, _history.Quarantine.Waiting);
    }

    [Fact]
    public void Released_it_does_not_stand_above_what_came_meanwhile_and_is_newer()
    {
        Apply(1, Reported, "clerk", Held(700));
        Apply(2, Reported.AddHours(1), "clerk", Observe("CLINICS", June2024, 8, null, 5));
        Decide(3, QuarantineDecisionKind.Release);

        AssertFigure(8);
    }

    [Fact]
    public void Corrected_the_other_number_counts_and_both_are_told()
    {
        Apply(1, Reported, "clerk", Held(700));
        Decide(2, QuarantineDecisionKind.Correct, 7.0);

        AssertFigure(7);
        Assert.Null(AsOf(Reported));
        var entry = Assert.Single(_history.Quarantine.Entries);
        Assert.Equal(QuarantineState.Corrected, entry.State);
        Assert.Equal((700, 7.0), (entry.Observation.Value, entry.CorrectedValue));
    }

    [Fact]
    public void A_correction_counts_even_when_the_clock_of_the_sender_was_ahead()
    {
        var ahead = Held(700) with { ResultTime = Decided.AddDays(1) };
        Apply(1, Reported, "clerk", ahead);
        Decide(2, QuarantineDecisionKind.Correct, 7.0);

        AssertFigure(7);
    }

    [Fact]
    public void Discarded_it_never_counts()
    {
        Apply(1, Reported, "clerk", Observe("CLINICS", June2024, 7));
        Apply(2, Reported, "clerk", Held(700));
        Decide(3, QuarantineDecisionKind.Discard, of: 2);

        AssertFigure(7);
        Assert.Equal(QuarantineState.Discarded, Assert.Single(_history.Quarantine.Entries).State);
    }

    [Fact]
    public void A_decision_is_taken_once()
    {
        Apply(1, Reported, "clerk", Held(700));
        Decide(2, QuarantineDecisionKind.Discard);

        var (observation, refusal) = QuarantineRules.Decide(
            _history.Quarantine.Find(1)!, Decision(QuarantineDecisionKind.Release, 1), null, null, Decided);

        Assert.Null(observation);
        Assert.Equal("conflict", refusal?.Code);
        Assert.Contains("discarded by head", refusal?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(QuarantineDecisionKind.Correct, null, "missing_parameter")]
    [InlineData(QuarantineDecisionKind.Release, 7.0, "invalid_request")]
    [InlineData(QuarantineDecisionKind.Discard, 7.0, "invalid_request")]
    public void Only_a_correction_has_a_number(QuarantineDecisionKind kind, double? value, string code)
    {
        Apply(1, Reported, "clerk", Held(700));

        var (_, refusal) = QuarantineRules.Decide(
            _history.Quarantine.Find(1)!, Decision(kind, 1), value, null, Decided);

        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void A_report_that_was_held_and_released_had_come_in_time()
    {
        Apply(1, Reported, "clerk", Held(700));
        var waiting = _history.ReceiptOf(Clinics, June2024, null, Decided.AddDays(9));
        Decide(2, QuarantineDecisionKind.Release);

        Assert.Null(waiting.FirstAt);
        Assert.Equal(Reported, _history.ReceiptOf(Clinics, June2024, null, Decided).FirstAt);
        Assert.Null(_history.ReceiptOf(Clinics, June2024, null, Decided.AddMilliseconds(-1)).FirstAt);
    }

    [Fact]
    public void A_part_is_held_and_released_like_a_total()
    {
        var part = Observe("CLINICS", June2024, 700).Of("SIZE_CLASS=SMALL") with
        {
            Notes = new ObservationNotes { Held = Finding },
        };
        Apply(1, Reported, "clerk", part, Observe("CLINICS", June2024, 3).Of("SIZE_CLASS=LARGE"));
        AssertFigure(3);

        Decide(3, QuarantineDecisionKind.Release);

        AssertFigure(703);
    }

    [Fact]
    public void Who_reported_is_known_of_every_number()
    {
        Apply(1, Reported, "clerk", Observe("CLINICS", June2024, 7), Observe("REVENUE", June2024, 7));
        Apply(3, Reported, "other", Observe("BEST", June2024, 7));

        Assert.Equal("clerk", _history.ReporterOf(1));
        Assert.Equal("clerk", _history.ReporterOf(2));
        Assert.Equal("other", _history.ReporterOf(3));
    }

    private int Clinics
    {
        get
        {
            Assert.True(_city.Indicators.TryGetOrdinal(Indicator("CLINICS"), out var ordinal));
            return ordinal;
        }
    }

    private static Observation Held(double value) =>
        Observe("CLINICS", June2024, value) with { Notes = new ObservationNotes { Held = Finding } };

    private static QuarantineDecision Decision(QuarantineDecisionKind kind, long of) => new(kind, of, "đã kiểm tra");

    private void Decide(long sequence, QuarantineDecisionKind kind, double? value = null, long of = 1)
    {
        var (observation, refusal) = QuarantineRules.Decide(
            _history.Quarantine.Find(of)!, Decision(kind, of), value, null, Decided);
        Assert.Null(refusal);
        Apply(sequence, Decided, "head", observation!.Value);
    }

    private void Apply(long first, DateTimeOffset recordedAt, string reporter, params Observation[] observations)
    {
        var logged = new LoggedBatch(
            first, recordedAt, new ObservationBatch(Code("10001"), reporter, null, [.. observations]));
        _history.Apply(logged);
        _recompute.Add(logged);
    }

    /// <summary>The figure is that, live and by a recompute of the log alone.</summary>
    private void AssertFigure(double? expected)
    {
        double? live = _table.TryGetTotal(Clinics, June2024, out var total) && total.Aggregate.Reported > 0
            ? total.Aggregate.Numerator
            : null;
        var batch = _recompute.Compute(Code("10001"), _city.Indicators[Clinics], June2024);
        Assert.Equal(expected, live);
        Assert.Equal(expected, batch.Reported > 0 ? batch.Numerator : null);
    }

    private double? AsOf(DateTimeOffset instant)
    {
        var then = new RollupTable(Code("10001"), _city.Tree, _city.Indicators);
        _history.CopyTo(then, Clinics, June2024, instant);
        return then.TryGetTotal(Clinics, June2024, out var total) && total.Aggregate.Reported > 0
            ? total.Aggregate.Numerator
            : null;
    }
}
