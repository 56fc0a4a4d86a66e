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

    [Fact]
    public void An_indicator_that_is_made_from_itself_is_refused_with_the_circle()
    {
        var a = Catalog[0] with { Code = Indicator("A"), Derivation = new Derivation.Growth(Indicator("B"), 1) };
        var b = a with { Code = Indicator("B"), Derivation = new Derivation.CompoundGrowth(Indicator("C"), 1) };
        var c = a with { Code = Indicator("C"), Derivation = new Derivation.Growth(Indicator("A"), 1) };
        var self = a with { Derivation = new Derivation.Growth(Indicator("A"), 1) };

        Assert.Contains("A ← B ← C ← A", Assert.Throws<ArgumentException>(
            () => new IndicatorCatalog([c, b, a])).Message, StringComparison.Ordinal);
        Assert.Contains("A ← A", Assert.Throws<ArgumentException>(
            () => new IndicatorCatalog([self])).Message, StringComparison.Ordinal);
        Assert.Equal(3, new IndicatorCatalog([a, b, Catalog[0] with { Code = Indicator("C") }]).Items.Length);
    }

    [Fact]
    public void What_is_derived_is_known_when_what_it_is_made_from_is_reported()
    {
        var catalog = CreateOfAllKinds().Indicators;

        Assert.Equal(
            ["FIBER", "MIDDLE", "RATING", "WORST"],
            catalog.ReportedFor(Indicator("INDEX")).Select(i => i.Code.Value), StringComparer.Ordinal);
        Assert.Equal(
            ["FIBER"], catalog.ReportedFor(Indicator("FIBER")).Select(i => i.Code.Value), StringComparer.Ordinal);
        Assert.Empty(catalog.ReportedFor(Indicator("NONE")));
    }
}
