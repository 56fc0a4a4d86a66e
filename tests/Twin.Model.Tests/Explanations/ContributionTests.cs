using Twin.Model.Explanations;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.TestKit;

namespace Twin.Model.Tests.Explanations;

public sealed class ContributionTests
{
    public static TheoryData<string, double?, double?> Kinds => new()
    {
        { "CLINICS", 6, 10 },
        { "FIBER", 40, 10 }, // 100 × 80 / 200 and 100 × 20 / 200: a half of the whole is nobody's percentage.
        { "RATING", 0.4, 0.1 },
        { "WORST", null, null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_parts_bring_adds_up_to_the_value(string code, double? first, double? second)
    {
        var indicator = Indicator(code);
        var (one, other) = indicator.HasDenominator
            ? (Figure(code, 80, 100, 80), Figure(code, 20, 100, 20))
            : (Figure(code, 6, null, 6), Figure(code, 10, null, 10));
        var whole = indicator.HasDenominator
            ? Figure(code, 100, 200, 100 * indicator.Scale / 200)
            : Figure(code, 16, null, 16);

        var brought = new[] { Contribution.Of(indicator, whole, one), Contribution.Of(indicator, whole, other) };

        Assert.Equal([first, second], brought);
        Assert.True(first is null || Math.Abs(brought.Sum()!.Value - whole.Value!.Value) < 1e-9);
    }

    [Fact]
    public void A_share_of_a_unit_brings_that_share()
    {
        var brought = Contribution.Of(
            Indicator("CLINICS"), Figure("CLINICS", 8.5, null, 8.5), Figure("CLINICS", 10, null, 10), 0.25);

        Assert.Equal(2.5, brought);
    }

    [Fact]
    public void Who_did_not_report_brings_nothing_which_is_not_zero()
    {
        var silent = Figure("CLINICS", null, null, null);

        Assert.Null(Contribution.Of(Indicator("CLINICS"), Figure("CLINICS", 8, null, 8), silent));
    }

    [Fact]
    public void An_extreme_is_decided_by_those_who_hold_it()
    {
        var indicator = Indicator("WORST");
        var whole = Figure("WORST", 2, null, 2);

        Assert.True(Contribution.Decides(indicator, whole, Figure("WORST", 2, null, 2)));
        Assert.False(Contribution.Decides(indicator, whole, Figure("WORST", 3, null, 3)));
        Assert.False(Contribution.Decides(Indicator("CLINICS"), whole, Figure("CLINICS", 2, null, 2)));
    }

    private static Indicator Indicator(string code) =>
        TestCity.Create().Indicators.Items.Single(one => one.Code == TestCity.Indicator(code));

    private static Rollup Figure(string code, double? numerator, double? denominator, double? value) => new(
        TestCity.Code("31"),
        TestCity.Indicator(code),
        TestCity.June2024,
        value,
        numerator,
        denominator,
        6,
        numerator is null ? 0 : 1,
        0,
        null,
        1);
}
