using Twin.Model.Indicators;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Units;

/// <summary>The codes of units and of indicators follow one rule, with limits of their own.</summary>
public sealed class AdministrativeUnitCodeTests
{
    public static TheoryData<string, string?> Malformed => new()
    {
        { "null", null },
        { "empty", "" },
        { "a space", " " },
        { "space around", " 31 " },
        { "an underscore", "31_1" },
        { "a slash, which would break paths", "31/1" },
        { "a dot", "31.1" },
        { "Vietnamese letters", "Hải" },
        { "a letter outside ASCII that looks like one inside", "Ａ1" },
        { "digits of another script", "٣١" },
        { "a line feed", "31\n" },
        { "NUL", "31\0" },
    };

    [Theory]
    [InlineData("31")]
    [InlineData("00001")] // Leading zeros belong to the code.
    [InlineData("HP-A04")]
    [InlineData("1234567890123456")] // As long as may be.
    public void A_code_keeps_its_text(string text)
    {
        Assert.True(AdministrativeUnitCode.TryParse(text, out var code));

        Assert.Equal(text, code.Value);
        Assert.Equal(text, code.ToString());
        Assert.Equal(code, AdministrativeUnitCode.Parse(text.AsSpan(), null));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Text_that_is_no_code_is_refused(string name, string? text)
    {
        Assert.False(AdministrativeUnitCode.TryParse(text, out var unit), name);
        Assert.False(IndicatorCode.TryParse(text, out var indicator), name);

        Assert.Equal(default, unit);
        Assert.Equal(default, indicator);
    }

    [Fact]
    public void A_code_one_character_too_long_is_refused()
    {
        var unit = new string('1', AdministrativeUnitCode.MaxLength);
        var indicator = new string('A', IndicatorCode.MaxLength);

        Assert.True(AdministrativeUnitCode.TryParse(unit, out _));
        Assert.False(AdministrativeUnitCode.TryParse(unit + "1", out _));
        Assert.True(IndicatorCode.TryParse(indicator, out _));
        Assert.False(IndicatorCode.TryParse(indicator + "A", out _));
        Assert.Throws<FormatException>(() => Code(unit + "1"));
        Assert.Throws<FormatException>(() => Indicator(indicator + "A"));
    }

    [Fact]
    public void Codes_sort_by_their_characters_and_not_by_a_language()
    {
        string[] sorted = ["10001", "301", "31", "A", "B", "a"];

        var units = sorted.Reverse().Select(Code).Order().Select(c => c.Value);
        var indicators = sorted.Reverse().Select(Indicator).Order().Select(c => c.Value);

        Assert.Equal(sorted, units, StringComparer.Ordinal);
        Assert.Equal(sorted, indicators, StringComparer.Ordinal);
    }

    [Fact]
    public void Comparison_operators_agree_with_the_order()
    {
        var (low, high) = (Code("301"), Code("31"));
        var (a, b) = (Indicator("A"), Indicator("B"));

        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.False(high < low || low > high || high <= low || low >= high);
        Assert.True(a < b && b > a && a <= b && b >= a);
        Assert.False(b < a || a > b || b <= a || a >= b);
    }

    [Fact]
    public void The_default_code_is_empty_and_equals_no_other()
    {
        Assert.Equal(string.Empty, default(AdministrativeUnitCode).Value);
        Assert.Equal(string.Empty, default(IndicatorCode).ToString());
        Assert.NotEqual(default, Code("31"));
    }
}
