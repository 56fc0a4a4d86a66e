using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

public sealed class BatchRecomputeTests
{
    private static readonly CityDefinition City = Create();
    private static readonly Model.Indicators.Indicator Clinics =
        City.Indicators.Items.Single(i => i.Code == Indicator("CLINICS"));

    private readonly BatchRecompute _recompute = new(City.Tree, City.Indicators);

    [Fact]
    public void Each_level_is_the_sum_of_what_stands_below()
    {
        Add(1, "10001", Observe("CLINICS", June2024, 1));
        Add(2, "10003", Observe("CLINICS", June2024, 2));
        Add(3, "10004", Observe("CLINICS", June2024, 4));

        Assert.Equal(7, Value("31"));
        Assert.Equal(3, Value("301"));
        Assert.Equal(4, Value("302"));
        Assert.Equal(2, Value("10003"));
        Assert.Equal(Aggregate.None, _recompute.Compute(Code("10006"), Clinics, June2024));
        Assert.Equal(Aggregate.None, _recompute.Compute(Code("31"), Clinics, TimePeriod.Month(2024, 7)));
    }

    [Fact]
    public void The_order_in_which_batches_are_added_does_not_matter()
    {
        Add(3, "10001", Observe("CLINICS", June2024, 30, null, 5));
        Add(1, "10001", Observe("CLINICS", June2024, 10, null, 9));
        Add(2, "10001", Observe("CLINICS", June2024, 20, null, 9));

        Assert.Equal(20, Value("31"));
    }

    [Fact]
    public void Of_two_within_one_millisecond_the_later_in_the_log_stands()
    {
        var first = Observe("CLINICS", June2024, 5);
        Add(1, "10001", first with { ResultTime = first.ResultTime.AddTicks(9) });
        Add(2, "10001", first with { Value = 6 });

        Assert.Equal(6, Value("31"));
    }

    [Fact]
    public void The_boundaries_are_those_of_the_period_s_last_day()
    {
        var before = Period("2025-06");
        var after = Period("2025-07");
        Add(1, "10001", Observe("CLINICS", before, 1), Observe("CLINICS", after, 2));

        Assert.Equal(1, _recompute.Compute(Code("301"), Clinics, before).Numerator);
        Assert.Equal(Aggregate.None, _recompute.Compute(Code("301"), Clinics, after));
        Assert.Equal(2, _recompute.Compute(Code("31"), Clinics, after).Numerator);
    }

    [Fact]
    public void Cells_are_what_anybody_reported_once_each_without_unknown_indicators()
    {
        Add(1, "10001", Observe("CLINICS", June2024, 1), Observe("UNKNOWN", June2024, 1));
        Add(3, "10002", Observe("CLINICS", June2024, 1), Observe("BEST", June2024, 1));

        var cells = _recompute.Cells().Select(c => c.Indicator.Code).Order();

        Assert.Equal([Indicator("BEST"), Indicator("CLINICS")], cells);
    }

    private double Value(string unit) => _recompute.Compute(Code(unit), Clinics, June2024).Numerator;

    private void Add(long firstSequence, string unit, params Observation[] observations) =>
        _recompute.Add(new LoggedBatch(
            firstSequence,
            Instant("2024-07-01T00:00:00"),
            new ObservationBatch(Code(unit), "test", null, [.. observations])));
}
