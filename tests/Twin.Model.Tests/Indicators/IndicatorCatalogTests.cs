using Twin.Model.Indicators;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Indicators;

public sealed class IndicatorCatalogTests
{
    private static readonly IndicatorCatalog Catalog = Create().Indicators;

    [Fact]
    public void Ordinals_follow_the_order_of_codes_whatever_order_the_rows_came_in()
    {
        var backwards = new IndicatorCatalog(Catalog.Items.Reverse());

        Assert.Equal(Catalog.Items.Select(i => i.Code).Order(), backwards.Items.Select(i => i.Code));
        for (var ordinal = 0; ordinal < Catalog.Items.Length; ordinal++)
        {
            Assert.True(backwards.TryGetOrdinal(Catalog[ordinal].Code, out var found));
            Assert.Equal(ordinal, found);
        }
    }

    [Fact]
    public void A_code_finds_its_indicator()
    {
        Assert.True(Catalog.TryGet(Indicator("FIBER"), out var indicator));

        Assert.Equal(AggregationKind.RatioOfSums, indicator.Aggregation);
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData("fiber")] // Codes are compared by their characters.
    public void A_code_that_is_not_in_the_catalogue_finds_nothing(string code)
    {
        Assert.False(Catalog.TryGet(Indicator(code), out var indicator));
        Assert.False(Catalog.TryGetOrdinal(Indicator(code), out _));

        Assert.Null(indicator);
    }

    [Fact]
    public void The_default_code_finds_nothing() => Assert.False(Catalog.TryGet(default, out _));

    [Fact]
    public void A_code_that_stands_twice_is_an_error() =>
        Assert.Throws<ArgumentException>(() => new IndicatorCatalog([Catalog[0], Catalog[0]]));

    [Fact]
    public void A_catalogue_may_be_empty() => Assert.Empty(new IndicatorCatalog([]).Items);

    [Theory]
    [InlineData(AggregationKind.Sum, false)]
    [InlineData(AggregationKind.RatioOfSums, true)]
    [InlineData(AggregationKind.WeightedMean, true)]
    [InlineData(AggregationKind.Min, false)]
    [InlineData(AggregationKind.Max, false)]
    public void Ratios_and_weighted_means_carry_a_denominator(AggregationKind kind, bool expected) =>
        Assert.Equal(expected, (Catalog[0] with { Aggregation = kind }).HasDenominator);
}
