using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Observations;

public sealed class UnitHistoryTests
{
    private static readonly CityDefinition City = Create();
    private static readonly DateTimeOffset Recorded = Instant("2024-07-01T00:00:00");

    private readonly RollupTable _table = new(Code("10001"), City.Tree, City.Indicators);
    private readonly UnitHistory _history;

    public UnitHistoryTests() => _history = new UnitHistory(_table, City.Indicators);

    private static int Clinics
    {
        get
        {
            Assert.True(City.Indicators.TryGetOrdinal(Indicator("CLINICS"), out var ordinal));
            return ordinal;
        }
    }

    [Fact]
    public void A_report_older_than_the_last_is_ignored()
    {
        Apply(1, Observe("CLINICS", June2024, 5, null, 60));
        Apply(2, Observe("CLINICS", June2024, 4, null, 30));

        AssertStands(5, 1);
    }

    [Fact]
    public void A_later_result_time_corrects_an_earlier_one()
    {
        Apply(1, Observe("CLINICS", June2024, 5, null, 30));
        Apply(2, Observe("CLINICS", June2024, 4, null, 60));

        AssertStands(4, 2);
    }

    [Fact]
    public void Of_two_with_the_same_result_time_the_one_recorded_later_stands()
    {
        Apply(1, Observe("CLINICS", June2024, 5), Observe("CLINICS", June2024, 6));
        AssertStands(6, 2);

        Apply(3, Observe("CLINICS", June2024, 7));
        AssertStands(7, 3);
    }

    [Fact]
    public void Result_times_within_one_millisecond_are_the_same()
    {
        var first = Observe("CLINICS", June2024, 5);
        Apply(1, first with { ResultTime = first.ResultTime.AddTicks(9) });
        Apply(2, first with { Value = 6 });

        AssertStands(6, 2);
    }

    [Fact]
    public void A_missing_status_takes_a_value_back_until_another_comes()
    {
        Apply(1, Observe("CLINICS", June2024, 5));
        Apply(2, Observe("CLINICS", June2024, 0, null, 1, ObservationStatus.Missing));

        Assert.True(_table.TryGetTotal(Clinics, June2024, out var total));
        Assert.Equal(Aggregate.None, total.Aggregate);
        Assert.Equal(2, total.Version);

        Apply(3, Observe("CLINICS", June2024, 6, null, 2));
        AssertStands(6, 3);
    }

    [Fact]
    public void A_late_value_older_than_its_withdrawal_does_not_come_back()
    {
        Apply(1, Observe("CLINICS", June2024, 0, null, 10, ObservationStatus.Missing));
        Apply(2, Observe("CLINICS", June2024, 5, null, 5));

        Assert.True(_table.TryGetTotal(Clinics, June2024, out var total));
        Assert.Equal(0, total.Aggregate.Reported);
    }

    [Fact]
    public void A_batch_that_was_taken_in_before_changes_nothing()
    {
        var batch = Logged(1, Recorded, Observe("CLINICS", June2024, 5), Observe("CLINICS", June2024, 6, null, 1));
        _history.Apply(batch);
        while (_table.TryTakeChanges(10, out _, out _))
        {
        }

        _history.Apply(batch);

        AssertStands(6, 2);
        Assert.Equal(2, _history.LastSequence);
        Assert.False(_table.HasChanges);
    }

    [Fact]
    public void Periods_and_indicators_do_not_touch_one_another()
    {
        var may = TimePeriod.Month(2024, 5);

        Apply(1, Observe("CLINICS", June2024, 5), Observe("CLINICS", may, 9), Observe("BEST", June2024, 7));

        AssertStands(5, 1);
        Assert.True(_table.TryGetTotal(Clinics, may, out var ofMay));
        Assert.Equal(9, ofMay.Aggregate.Numerator);
    }

    [Fact]
    public void An_observation_of_an_unknown_indicator_is_counted_and_passed_over()
    {
        Apply(1, Observe("UNKNOWN", June2024, 1), Observe("CLINICS", June2024, 5));

        AssertStands(5, 2);
        Assert.Equal(1, _history.UnknownCount);
        Assert.Equal(2, _history.LastSequence);
    }

    [Fact]
    public void As_of_gives_what_was_known_before_and_after_a_correction()
    {
        _history.Apply(Logged(1, Recorded, Observe("CLINICS", June2024, 5)));
        _history.Apply(Logged(2, Recorded.AddDays(10), Observe("CLINICS", June2024, 4, null, 60)));

        Assert.Null(AsOf(Recorded.AddMilliseconds(-1)));
        Assert.Equal(5, AsOf(Recorded));
        Assert.Equal(5, AsOf(Recorded.AddDays(10).AddMilliseconds(-1)));
        Assert.Equal(4, AsOf(Recorded.AddDays(10)));
        Assert.Equal(4, AsOf(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void As_of_knows_that_a_late_report_of_an_earlier_result_never_stood()
    {
        _history.Apply(Logged(1, Recorded, Observe("CLINICS", June2024, 5, null, 60)));
        _history.Apply(Logged(2, Recorded.AddDays(1), Observe("CLINICS", June2024, 4, null, 30)));

        Assert.Equal(5, AsOf(Recorded));
        Assert.Equal(5, AsOf(Recorded.AddDays(2)));
    }

    [Fact]
    public void As_of_finds_the_one_that_stood_among_many_corrections()
    {
        // Result times 10, 30, 20, 40 recorded on days 0, 1, 2, 3.
        var minutes = new[] { 10, 30, 20, 40 };
        for (var day = 0; day < minutes.Length; day++)
        {
            _history.Apply(
                Logged(day + 1, Recorded.AddDays(day), Observe("CLINICS", June2024, minutes[day], null, minutes[day])));
        }

        Assert.Equal([10, 30, 30, 40], Enumerable.Range(0, 4).Select(day => AsOf(Recorded.AddDays(day))));
    }

    [Fact]
    public void As_of_a_withdrawal_nothing_is_reported()
    {
        _history.Apply(Logged(1, Recorded, Observe("CLINICS", June2024, 5)));
        _history.Apply(Logged(
            2, Recorded.AddDays(1), Observe("CLINICS", June2024, 0, null, 1, ObservationStatus.Missing)));

        Assert.Equal(5, AsOf(Recorded));
        Assert.Null(AsOf(Recorded.AddDays(1)));
        Assert.Null(AsOf(Recorded.AddDays(-1)));
    }

    private static LoggedBatch Logged(long first, DateTimeOffset recordedAt, params Observation[] observations) =>
        new(first, recordedAt, new ObservationBatch(Code("10001"), "test", null, [.. observations]));

    private double? AsOf(DateTimeOffset instant)
    {
        var then = new RollupTable(Code("10001"), City.Tree, City.Indicators);
        _history.CopyTo(then, Clinics, June2024, instant);
        return then.TryGetTotal(Clinics, June2024, out var total) && total.Aggregate.Reported > 0
            ? total.Aggregate.Numerator
            : null;
    }

    private void Apply(long firstSequence, params Observation[] observations) =>
        _history.Apply(Logged(firstSequence, Recorded, observations));

    private void AssertStands(double value, long version)
    {
        Assert.True(_table.TryGetTotal(Clinics, June2024, out var total));
        Assert.Equal(value, total.Aggregate.Numerator);
        Assert.Equal(version, total.Version);
    }
}
