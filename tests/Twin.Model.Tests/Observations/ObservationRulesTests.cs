using Twin.Model.Indicators;
using Twin.Model.Observations;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Observations;

public sealed class ObservationRulesTests
{
    private static readonly DateTimeOffset Now = Instant("2025-07-15T12:00:00");
    private static readonly CityDefinition City = Create();
    private static readonly ObservationRules Rules = new(City.Tree, Catalog());

    public static TheoryData<string, string, double, double?, string?> Numbers => new()
    {
        { "a ratio", "FIBER", 3, 10, null },
        { "none of them", "FIBER", 0, 10, null },
        { "all of them", "FIBER", 10, 10, null },
        { "nobody to count", "FIBER", 0, 0, null },
        { "some of nobody", "FIBER", 1, 0, "numerator_above_denominator" },
        { "one more than all", "FIBER", 11, 10, "numerator_above_denominator" },
        { "one more than all, where that may be", "EXCEED", 11, 10, null },
        { "a percentage in place of a count", "FIBER", 58.6, 100, "not_a_count" },
        { "a denominator that is no count", "FIBER", 1, 1.5, "not_a_count" },
        { "a count that binary sums left a trifle off", "FIBER", 3.0000000001, 10, null },
        { "a count just too far off", "FIBER", 3.000001, 10, "not_a_count" },
        { "a negative count", "FIBER", -1, 10, "negative_count" },
        { "minus zero, which is zero", "FIBER", -0.0, 10, null },
        { "a negative denominator", "FIBER", 0, -10, "negative_count" },
        { "no denominator", "FIBER", 3, null, "missing_denominator" },
        { "NaN", "FIBER", double.NaN, 10, "not_a_number" },
        { "infinity", "FIBER", double.PositiveInfinity, 10, "not_a_number" },
        { "minus infinity below", "FIBER", 3, double.NegativeInfinity, "not_a_number" },
        { "NaN below", "FIBER", 3, double.NaN, "not_a_number" },
        { "a plain count", "CLINICS", 4, null, null },
        { "zero, which is not missing", "CLINICS", 0, null, null },
        { "a plain count with a denominator", "CLINICS", 4, 10, "unexpected_denominator" },
        { "half a clinic", "CLINICS", 0.5, null, "not_a_count" },
        { "an amount", "REVENUE", 12.345, null, null },
        { "a negative amount", "REVENUE", -0.001, null, "negative_value" },
        { "the largest number", "REVENUE", ObservationRules.LargestMagnitude, null, null },
        { "larger than the largest number", "REVENUE", 1.001e18, null, "out_of_bounds" },
        { "larger downwards", "WORST", -1.001e18, null, "out_of_bounds" },
        { "yes", "DONE", 1, null, null },
        { "no", "DONE", 0, null, null },
        { "half yes", "DONE", 0.5, null, "not_a_boolean" },
        { "two", "DONE", 2, null, "not_a_boolean" },
        { "a negative rate", "WORST", -3.5, null, null },
        { "a mean at its upper bound", "RATING", 10, 4, null },
        { "a mean above its upper bound", "RATING", 10.01, 4, "out_of_bounds" },
        { "a mean at its lower bound", "RATING", 0, 4, null },
        { "a mean below its lower bound", "RATING", -0.01, 4, "out_of_bounds" },
        { "a mean of nobody", "RATING", 5, 0, null },
        { "a mean without its weight", "RATING", 5, null, "missing_denominator" },
        { "a negative weight of a rate", "SHARE", 1, -1, "negative_value" },
        { "a ratio above its bound where the numerator may exceed", "EXCEED", 30, 10, "out_of_bounds" },
        { "a ratio at that bound", "EXCEED", 20, 10, null },
    };

    public static TheoryData<string, string, string, string, string?> Places => new()
    {
        { "a commune of three tiers", "10002", "FIBER", "2025-06", null },
        { "the same a month after it ended", "10002", "FIBER", "2025-07", "unit_not_valid" },
        { "a commune of two tiers before it began", "20001", "FIBER", "2025-06", "unit_not_valid" },
        { "a commune of two tiers", "20001", "FIBER", "2025-07", null },
        { "a code that stood on both days", "10001", "FIBER", "2025-06", null },
        { "the same code on the later day", "10001", "FIBER", "2025-07", null },
        { "a month before any unit", "10001", "FIBER", "2019-12", "unit_not_valid" },
        { "no unit", "99999", "FIBER", "2025-06", "unknown_unit" },
        { "no indicator", "10001", "NOTHING", "2025-06", "unknown_indicator" },
        { "a district for the communes", "301", "FIBER", "2025-06", "wrong_level" },
        { "the city for the communes", "31", "FIBER", "2025-06", "wrong_level" },
        { "a district for the districts", "301", "FILES", "2025-06", null },
        { "a commune for the districts", "10001", "FILES", "2025-06", "wrong_level" },
        { "a year for a monthly indicator", "10001", "FIBER", "2024", "wrong_frequency" },
        { "a day for a monthly indicator", "10001", "FIBER", "2025-06-15", "wrong_frequency" },
        { "a quarter for a quarterly indicator", "10001", "BY-P3M", "2025-Q2", null },
        { "a month for a quarterly indicator", "10001", "BY-P3M", "2025-06", "wrong_frequency" },
        { "a half-year", "10001", "BY-P6M", "2025-S1", null },
        { "a year", "10001", "BY-P1Y", "2024", null },
        { "a day", "10001", "BY-P1D", "2025-07-15", null },
        { "any period where no cadence is laid down", "10001", "BY-NONE", "2025-Q2", null },
        { "any period where no calendar period is as long", "10001", "BY-P14D", "2025-06", null },
        { "the month that runs", "10001", "FIBER", "2025-07", null },
        { "the month that has not begun", "10001", "FIBER", "2025-08", "period_in_future" },
        { "tomorrow, which has begun further east", "10001", "BY-P1D", "2025-07-16", null },
        { "the day after tomorrow", "10001", "BY-P1D", "2025-07-17", "period_in_future" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Numbers_must_fit_their_measures(
        string name, string indicator, double value, double? denominator, string? code)
    {
        var refusal = Rules.Check(Code("10001"), Observe(indicator, June2024, value, denominator), Now);

        AssertRefusal(name, code, refusal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_unit_must_report_the_indicator_for_the_period(
        string name, string unit, string indicator, string period, string? code)
    {
        double? denominator = indicator is "FIBER" or "FILES" ? 10 : null;
        var observation = Observe(indicator, Period(period), 1, denominator) with { ResultTime = Now };

        var refusal = Rules.Check(Code(unit), observation, Now);

        AssertRefusal(name, code, refusal);
    }

    [Theory]
    [InlineData(-100_000_000, null)]
    [InlineData(0, null)]
    [InlineData(5 * 60, null)] // Senders' clocks differ by up to five minutes.
    [InlineData((5 * 60) + 1, "result_time_in_future")]
    public void A_result_time_may_not_lie_in_the_future(int seconds, string? code)
    {
        var observation = Observe("CLINICS", June2024, 1) with { ResultTime = Now.AddSeconds(seconds) };

        var refusal = Rules.Check(Code("10001"), observation, Now);

        AssertRefusal("seconds ahead", code, refusal);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(58.6, null, null)] // Counts for nothing.
    [InlineData(double.NaN, null, "not_a_number")]
    [InlineData(0, double.PositiveInfinity, "not_a_number")]
    public void A_withdrawal_needs_no_numbers_and_may_carry_none_that_cannot_be_kept(
        double value, double? denominator, string? code)
    {
        var observation = Observe("FIBER", June2024, value, denominator, 0, ObservationStatus.Missing);

        AssertRefusal("missing", code, Rules.Check(Code("10001"), observation, Now));
    }

    [Fact]
    public void A_withdrawal_must_still_name_a_unit_that_reports()
    {
        var observation = Observe("FIBER", June2024, 0, null, 0, ObservationStatus.Missing);

        Assert.Equal("wrong_level", Rules.Check(Code("31"), observation, Now)?.Code);
    }

    [Fact]
    public void A_refusal_shows_the_offending_value_in_any_culture_the_same()
    {
        var refusal = Rules.Check(Code("10001"), Observe("FIBER", June2024, 58.6, 100), Now);

        Assert.Contains("58.6", refusal?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_did_not_stand_is_told_when_it_did()
    {
        var observation = Observe("FIBER", Period("2025-07"), 1, 2) with { ResultTime = Now };

        var refusal = Rules.Check(Code("10002"), observation, Now);

        Assert.Contains("2025-07-31", refusal?.Detail, StringComparison.Ordinal);
        Assert.Contains("2020-01-01 to 2025-06-30", refusal?.Hint, StringComparison.Ordinal);
    }

    private static void AssertRefusal(string name, string? code, Refusal? refusal)
    {
        Assert.True(
            string.Equals(code, refusal?.Code, StringComparison.Ordinal),
            $"{name}: expected {code ?? "no refusal"}, got {refusal}");
        if (refusal is not null)
        {
            Assert.EndsWith(".", refusal.Detail, StringComparison.Ordinal);
            Assert.EndsWith(".", refusal.Hint, StringComparison.Ordinal);
        }
    }

    /// <summary>The test city's indicators and some with other cadences, measures and bounds.</summary>
    private static IndicatorCatalog Catalog()
    {
        var plain = City.Indicators.Items.Single(i => i.Code == Indicator("CLINICS"));
        var ratio = City.Indicators.Items.Single(i => i.Code == Indicator("FIBER"));
        var rate = new Measure("RATE", "Tỷ lệ", "Rate", "points", MeasureKind.Rate);
        return new IndicatorCatalog(
        [
            .. City.Indicators.Items,
            plain with { Code = Indicator("BY-P1D"), Cadence = "P1D" },
            plain with { Code = Indicator("BY-P3M"), Cadence = "P3M" },
            plain with { Code = Indicator("BY-P6M"), Cadence = "P6M" },
            plain with { Code = Indicator("BY-P1Y"), Cadence = "P1Y" },
            plain with { Code = Indicator("BY-P14D"), Cadence = "P14D" },
            plain with { Code = Indicator("BY-NONE"), Cadence = null },
            plain with { Code = Indicator("DONE"), Numerator = rate with { Kind = MeasureKind.Boolean } },
            ratio with { Code = Indicator("EXCEED"), NumeratorMayExceedDenominator = true, Maximum = 200 },
            ratio with { Code = Indicator("SHARE"), Numerator = rate, Denominator = rate, Maximum = null },
        ]);
    }
}
