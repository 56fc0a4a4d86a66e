using Twin.Model.Dimensions;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Observations;

/// <summary>What a unit's own figures are when it reports parts, worked out by hand.</summary>
public sealed class PartedHistoryTests
{
    private static readonly CityDefinition City = Create();
    private static readonly DateTimeOffset Recorded = Instant("2024-07-01T00:00:00");

    private readonly RollupTable _table = new(Code("10001"), City.Tree, City.Indicators);
    private readonly UnitHistory _history;
    private long _sequence;

    public PartedHistoryTests() => _history = new UnitHistory(_table, City.Indicators);

    [Fact]
    public void Where_only_parts_are_reported_the_total_is_their_combination_and_one_unit_reported()
    {
        Apply(Clinics(3, "SIZE_CLASS=SMALL"), Clinics(4, "SIZE_CLASS=LARGE"));

        AssertFigure("", 7, reported: 1, version: 1 + 2);
        AssertFigure("SIZE_CLASS=SMALL", 3, reported: 1, version: 1);
        AssertFigure("SIZE_CLASS=LARGE", 4, reported: 1, version: 2);
    }

    [Fact]
    public void Where_total_and_parts_are_reported_the_total_stands_as_reported()
    {
        Apply(Clinics(3, "SIZE_CLASS=SMALL"));
        Apply(Clinics(10, ""), Clinics(4, "SIZE_CLASS=LARGE"));

        AssertFigure("", 10, reported: 1, version: 1 + 2 + 3);
        Assert.Equal(7, Figure("SIZE_CLASS=SMALL").Numerator + Figure("SIZE_CLASS=LARGE").Numerator);
    }

    [Fact]
    public void A_total_reported_before_its_parts_stands_too()
    {
        Apply(Clinics(10, ""));
        Apply(Clinics(3, "SIZE_CLASS=SMALL"));

        AssertFigure("", 10, reported: 1, version: 1 + 2);
    }

    [Fact]
    public void A_total_that_is_taken_back_is_made_of_the_parts_again()
    {
        Apply(Clinics(10, ""), Clinics(3, "SIZE_CLASS=SMALL"));
        Apply(Observe("CLINICS", June2024, 0, null, 1, ObservationStatus.Missing));

        AssertFigure("", 3, reported: 1, version: 2 + 3);
    }

    [Fact]
    public void Parts_along_two_dimensions_are_two_views_of_one_total_and_the_first_dimension_counts()
    {
        // CLINICS is broken down by size class first.
        Apply(Clinics(5, "OPERATOR=VNPT"), Clinics(6, "OPERATOR=VIETTEL"));
        AssertFigure("", 11, reported: 1, version: 1 + 2);

        Apply(Clinics(3, "SIZE_CLASS=SMALL"), Clinics(4, "SIZE_CLASS=LARGE"));
        AssertFigure("", 7, reported: 1, version: 1 + 2 + 3 + 4);
    }

    [Fact]
    public void Parts_by_two_dimensions_at_once_make_the_parts_by_each_and_the_total_once()
    {
        Apply(
            Clinics(1, "SIZE_CLASS=SMALL;OPERATOR=VNPT"),
            Clinics(2, "SIZE_CLASS=SMALL;OPERATOR=VIETTEL"),
            Clinics(4, "SIZE_CLASS=LARGE;OPERATOR=VNPT"));

        AssertFigure("SIZE_CLASS=SMALL", 3, reported: 1, version: 1 + 2);
        AssertFigure("SIZE_CLASS=LARGE", 4, reported: 1, version: 3);
        AssertFigure("OPERATOR=VNPT", 5, reported: 1, version: 1 + 3);
        AssertFigure("OPERATOR=VIETTEL", 2, reported: 1, version: 2);
        AssertFigure("", 7, reported: 1, version: 1 + 2 + 3);
    }

    [Fact]
    public void A_ratio_of_parts_is_the_ratio_of_their_sums()
    {
        Apply(
            Observe("FIBER", June2024, 10, 100).Of("OPERATOR=VNPT"),
            Observe("FIBER", June2024, 150, 300, 0, ObservationStatus.Demo).Of("OPERATOR=VIETTEL"));

        Assert.True(City.Indicators.TryGetOrdinal(Indicator("FIBER"), out var fiber));
        Assert.True(_table.TryGetTotal(fiber, June2024, out var total));
        Assert.Equal((160, 400, 1, 1), Parts(total.Aggregate));
        Assert.Equal(40, Aggregation.ValueOf(City.Indicators[fiber].Aggregation, 100, total.Aggregate));
    }

    [Fact]
    public void A_part_that_is_corrected_or_taken_back_changes_the_total()
    {
        Apply(Clinics(3, "SIZE_CLASS=SMALL"), Clinics(4, "SIZE_CLASS=LARGE"));
        Apply(Clinics(5, "SIZE_CLASS=SMALL", minutes: 1));
        AssertFigure("", 9, reported: 1, version: 2 + 3);

        Apply(Clinics(0, "SIZE_CLASS=LARGE", minutes: 1) with { Status = ObservationStatus.Missing });
        AssertFigure("", 5, reported: 1, version: 3 + 4);
        AssertFigure("SIZE_CLASS=LARGE", 0, reported: 0, version: 4);

        Apply(Clinics(9, "SIZE_CLASS=SMALL", minutes: 0)); // Older than the one that stands.
        AssertFigure("", 5, reported: 1, version: 3 + 4);
    }

    [Fact]
    public void As_of_an_instant_parts_and_total_are_what_they_were()
    {
        ApplyOn(0, Clinics(3, "SIZE_CLASS=SMALL"));
        ApplyOn(1, Clinics(4, "SIZE_CLASS=LARGE"), Clinics(5, "SIZE_CLASS=SMALL", minutes: 1));
        ApplyOn(2, Clinics(20, ""));

        Assert.Equal([0, 3, 9, 20], Enumerable.Range(-1, 4).Select(day => AsOf(day, "")));
        Assert.Equal([0, 3, 5, 5], Enumerable.Range(-1, 4).Select(day => AsOf(day, "SIZE_CLASS=SMALL")));
        Assert.Equal([0, 0, 4, 4], Enumerable.Range(-1, 4).Select(day => AsOf(day, "SIZE_CLASS=LARGE")));
    }

    private static int Ordinal =>
        City.Indicators.TryGetOrdinal(Indicator("CLINICS"), out var ordinal) ? ordinal : -1;

    private static Observation Clinics(double value, string breakdown, int minutes = 0) =>
        Observe("CLINICS", June2024, value, null, minutes).Of(breakdown);

    private static (double, double, int, int) Parts(in Aggregate aggregate) =>
        (aggregate.Numerator, aggregate.Denominator, aggregate.Reported, aggregate.Demo);

    private void Apply(params Observation[] observations) => ApplyOn(0, observations);

    private void ApplyOn(int day, params Observation[] observations)
    {
        _history.Apply(new LoggedBatch(
            _sequence + 1,
            Recorded.AddDays(day),
            new ObservationBatch(Code("10001"), "test", null, [.. observations])));
        _sequence += observations.Length;
    }

    private double AsOf(int day, string breakdown)
    {
        var then = new RollupTable(Code("10001"), City.Tree, City.Indicators);
        _history.CopyTo(then, Ordinal, June2024, Recorded.AddDays(day));
        return then.TryGetTotal(Ordinal, June2024, out var total, Breakdown.Parse(breakdown))
            ? total.Aggregate.Numerator
            : 0;
    }

    private Aggregate Figure(string breakdown) =>
        _table.TryGetTotal(Ordinal, June2024, out var total, Breakdown.Parse(breakdown)) ? total.Aggregate : default;

    private void AssertFigure(string breakdown, double value, int reported, long version)
    {
        Assert.True(_table.TryGetTotal(Ordinal, June2024, out var total, Breakdown.Parse(breakdown)));
        Assert.Equal((value, reported, version), (total.Aggregate.Numerator, total.Aggregate.Reported, total.Version));
    }
}
