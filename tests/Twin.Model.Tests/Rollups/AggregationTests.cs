using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

public sealed class AggregationTests
{
    [Theory]
    [InlineData(AggregationKind.Sum, 2 + 4 + 6, 0)]
    [InlineData(AggregationKind.RatioOfSums, 2 + 4 + 6, 10 + 20 + 30)]
    [InlineData(AggregationKind.WeightedMean, (2 * 10) + (4 * 20) + (6 * 30), 10 + 20 + 30)]
    [InlineData(AggregationKind.Min, 2, 0)]
    [InlineData(AggregationKind.Max, 6, 0)]
    public void Each_kind_combines_as_its_name_says(AggregationKind kind, double numerator, double denominator)
    {
        AggregateSlot Part(double value, double below) => Slot(kind, value, denominator > 0 ? below : null);
        var parts = new[] { Part(4, 20), Part(2, 10), Part(6, 30) };

        var total = Aggregation.Combine(kind, parts);

        Assert.Equal(numerator, total.Numerator);
        Assert.Equal(denominator, total.Denominator);
        Assert.Equal(3, total.Reported);
    }

    [Theory]
    [InlineData(AggregationKind.Sum, 1, 12, 0, 12)]
    [InlineData(AggregationKind.RatioOfSums, 100, 3, 10, 30)]
    [InlineData(AggregationKind.RatioOfSums, 100, 57, 100, 57)] // 0.57 × 100 would be 56.99…
    [InlineData(AggregationKind.WeightedMean, 100, 280, 60, 280.0 / 60)] // The scale is for ratios alone.
    [InlineData(AggregationKind.Min, 1, -2, 0, -2)]
    [InlineData(AggregationKind.Max, 1, 6, 0, 6)]
    public void The_value_shown_follows_from_numerator_and_denominator(
        AggregationKind kind, double scale, double numerator, double denominator, double expected) =>
        Assert.Equal(expected, Aggregation.ValueOf(kind, scale, new Aggregate(numerator, denominator, 1, 0, 0)));

    [Fact]
    public void A_percentage_is_never_the_average_of_percentages()
    {
        // 90 % of 10 households and 10 % of 90.
        var parts = new[] { Slot(AggregationKind.RatioOfSums, 9, 10), Slot(AggregationKind.RatioOfSums, 9, 90) };

        var total = Aggregation.Combine(AggregationKind.RatioOfSums, parts);

        Assert.Equal(18, Aggregation.ValueOf(AggregationKind.RatioOfSums, 100, total));
    }

    [Theory]
    [InlineData(AggregationKind.RatioOfSums)]
    [InlineData(AggregationKind.WeightedMean)]
    public void A_zero_denominator_gives_no_value_and_still_counts_as_reported(AggregationKind kind)
    {
        var total = Aggregation.Combine(kind, [Slot(kind, 0, 0)]);

        Assert.Equal(1, total.Reported);
        Assert.Null(Aggregation.ValueOf(kind, 100, total));
    }

    [Fact]
    public void A_zero_denominator_beside_others_takes_nothing_from_them()
    {
        var parts = new[] { Slot(AggregationKind.RatioOfSums, 0, 0), Slot(AggregationKind.RatioOfSums, 3, 4) };

        var total = Aggregation.Combine(AggregationKind.RatioOfSums, parts);

        Assert.Equal(75, Aggregation.ValueOf(AggregationKind.RatioOfSums, 100, total));
        Assert.Equal(2, total.Reported);
    }

    [Theory]
    [InlineData(AggregationKind.Sum)]
    [InlineData(AggregationKind.RatioOfSums)]
    [InlineData(AggregationKind.WeightedMean)]
    [InlineData(AggregationKind.Min)]
    [InlineData(AggregationKind.Max)]
    public void Nobody_reporting_is_no_value_and_not_zero(AggregationKind kind)
    {
        var missing = new AggregateSlot(
            Aggregation.OfObservation(kind, Observe("FIBER", June2024, 7, 8, 0, ObservationStatus.Missing)), 5);

        Assert.Equal(Aggregate.None, Aggregation.Combine(kind, []));
        Assert.Equal(Aggregate.None, Aggregation.Combine(kind, [default]));
        Assert.Equal(Aggregate.None, Aggregation.Combine(kind, [missing, default]));
        Assert.Null(Aggregation.ValueOf(kind, 1, Aggregate.None));
    }

    [Theory]
    [InlineData(AggregationKind.Min, -5)]
    [InlineData(AggregationKind.Max, -5)]
    [InlineData(AggregationKind.Sum, -5)]
    public void Missing_parts_are_no_zeros_beside_a_negative_value(AggregationKind kind, double expected)
    {
        var total = Aggregation.Combine(kind, [default, Slot(kind, -5, null), default]);

        Assert.Equal(expected, total.Numerator);
        Assert.Equal(1, total.Reported);
    }

    [Theory]
    [InlineData(AggregationKind.Sum, -0.0)]
    [InlineData(AggregationKind.Min, -0.0)]
    [InlineData(AggregationKind.Max, -0.0)]
    [InlineData(AggregationKind.Sum, 0.1)]
    [InlineData(AggregationKind.Sum, double.MaxValue)]
    [InlineData(AggregationKind.Sum, double.Epsilon)]
    public void A_single_contribution_passes_up_with_its_very_bits(AggregationKind kind, double value)
    {
        var once = Aggregation.Combine(kind, [Slot(kind, value, null)]);
        var twice = Aggregation.Combine(kind, [default, new AggregateSlot(once, 1)]);

        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(twice.Numerator));
    }

    [Theory]
    [InlineData(AggregationKind.Min, -0.0)]
    [InlineData(AggregationKind.Max, 0.0)]
    public void Of_plus_and_minus_zero_the_extreme_is_the_same_in_either_order(AggregationKind kind, double expected)
    {
        var forwards = Aggregation.Combine(kind, [Slot(kind, 0.0, null), Slot(kind, -0.0, null)]);
        var backwards = Aggregation.Combine(kind, [Slot(kind, -0.0, null), Slot(kind, 0.0, null)]);

        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(forwards.Numerator));
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(backwards.Numerator));
    }

    [Fact]
    public void Coverage_counts_reports_and_demo_reports_and_keeps_the_oldest_result_time()
    {
        var demo = Observe("CLINICS", June2024, 1, null, 10, ObservationStatus.Demo);
        var later = Observe("CLINICS", June2024, 1, null, 20);
        var parts = new[]
        {
            new AggregateSlot(Aggregation.OfObservation(AggregationKind.Sum, later), 2),
            new AggregateSlot(Aggregation.OfObservation(AggregationKind.Sum, demo), 1),
        };

        var total = Aggregation.Combine(AggregationKind.Sum, parts);

        Assert.Equal(2, total.Reported);
        Assert.Equal(1, total.Demo);
        Assert.Equal(demo.ResultTime.ToUnixTimeMilliseconds(), total.OldestUnixMilliseconds);
    }

    [Fact]
    public void A_missing_observation_contributes_nothing_but_its_result_time()
    {
        var missing = Observe("RATING", June2024, 5, 6, 30, ObservationStatus.Missing);

        var part = Aggregation.OfObservation(AggregationKind.WeightedMean, missing);

        Assert.Equal(new Aggregate(0, 0, 0, 0, missing.ResultTime.ToUnixTimeMilliseconds()), part);
    }

    private static AggregateSlot Slot(AggregationKind kind, double value, double? denominator) =>
        new(Aggregation.OfObservation(kind, Observe("FIBER", June2024, value, denominator)), 1);
}
