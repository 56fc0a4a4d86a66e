using Twin.Model.Observations;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Observations;

public sealed class BreakdownRulesTests
{
    private static readonly CityDefinition City = Create();
    private static readonly ObservationRules Rules = new(City.Tree, City.Indicators);

    [Theory]
    [InlineData("CLINICS", "SIZE_CLASS=SMALL")]
    [InlineData("CLINICS", "SIZE_CLASS=SMALL;OPERATOR=VNPT")]
    [InlineData("BEST", "")]
    public void A_breakdown_by_the_indicators_own_dimensions_is_good(string indicator, string breakdown) =>
        Assert.Null(Check(indicator, breakdown));

    [Fact]
    public void A_dimension_that_the_indicator_does_not_have_is_refused_with_those_that_it_has()
    {
        var refusal = Check("FIBER", "SIZE_CLASS=SMALL");

        Assert.Equal("unknown_dimension", refusal?.Code);
        Assert.Contains("'SIZE_CLASS'", refusal?.Detail, StringComparison.Ordinal);
        Assert.Contains("OPERATOR", refusal?.Hint, StringComparison.Ordinal);
        Assert.Contains("total", Check("BEST", "SIZE_CLASS=SMALL")?.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_the_code_list_does_not_have_is_refused_with_those_that_it_has()
    {
        var refusal = Check("FIBER", "OPERATOR=OTHER");

        Assert.Equal("unknown_dimension_member", refusal?.Code);
        Assert.Contains("'OTHER'", refusal?.Detail, StringComparison.Ordinal);
        Assert.Contains("VIETTEL, VNPT", refusal?.Hint, StringComparison.Ordinal);
    }

    private static Refusal? Check(string indicator, string breakdown) => Rules.Check(
        Code("10001"),
        Observe(indicator, June2024, 1, indicator.StartsWith('F') ? 2 : null).Of(breakdown),
        Instant("2024-08-01T00:00:00"));
}
