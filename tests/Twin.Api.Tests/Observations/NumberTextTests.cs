using System.Text;
using Twin.Api.Observations;

namespace Twin.Api.Tests.Observations;

public sealed class NumberTextTests
{
    public static TheoryData<string, double> OneReading => new()
    {
        { "0", 0 },
        { "1360", 1360 },
        { "-5", -5 },
        { "+5", 5 },
        { "007", 7 },
        { "123456789012345678", 123456789012345680 },
        { "58.6", 58.6 },
        { "58,6", 58.6 },
        { ".5", 0.5 },
        { ",5", 0.5 },
        { "5.", 5 },
        { "0.360", 0.36 },
        { "0,360", 0.36 },
        { "1234.567", 1234.567 },
        { "1234,567", 1234.567 },
        { "1.36", 1.36 },
        { "1,3600", 1.36 },
        { "1.360,5", 1360.5 },
        { "1,360.5", 1360.5 },
        { "1.234.567", 1234567 },
        { "1,234,567", 1234567 },
        { "12.345.678,9", 12345678.9 },
        { "-1.234.567", -1234567 },
        { "1 360", 1360 },
        { "1\u00A0360", 1360 },
        { "1\u202F360,5", 1360.5 },
        { "12 345 678", 12345678 },
        { "-1 360", -1360 },
        { "1.36E3", 1360 },
        { "1e-2", 0.01 },
    };

    public static TheoryData<string, double, double> TwoReadings => new()
    {
        { "1.360", 1.36, 1360 },
        { "1,360", 1360, 1.36 },
        { "12.000", 12, 12000 },
        { "999.999", 999.999, 999999 },
        { "-1.360", -1.36, -1360 },
    };

    public static TheoryData<string> NoReading =>
    [
        "", " ", "-", ".", ",", "58,6%", "58.6 %", "NaN", "Infinity", "∞", "abc", "1.36.0", "1.2345.678", "1..2",
        "1,,2", "1.360,5,5", "1,360.5.5", "1 36", "1  360", "1 3600", "1234 567", "1,360 500", "1 36,5", "1.360 500",
        " 1360", "1360 ", "--5", "5-", "(5)", "0x10", "1e", "1e400", "1.234.56", "1234.567.890", "0.123.456", "٣",
        new string('9', 400), "1.5e3,5",
    ];

    [Theory]
    [MemberData(nameof(OneReading))]
    public void A_number_with_one_reading_has_that_value(string text, double expected)
    {
        var isRead = NumberText.TryRead(Encoding.UTF8.GetBytes(text), out var reading);

        Assert.True(isRead);
        Assert.False(reading.IsAmbiguous);
        Assert.Equal(expected, reading.ByPoint);
    }

    [Theory]
    [MemberData(nameof(TwoReadings))]
    public void A_number_with_one_mark_and_three_digits_after_it_has_two(string text, double byPoint, double byComma)
    {
        var isRead = NumberText.TryRead(Encoding.UTF8.GetBytes(text), out var reading);

        Assert.True(isRead);
        Assert.True(reading.IsAmbiguous);
        Assert.Equal((byPoint, byComma), (reading.ByPoint, reading.ByComma));
        Assert.Equal(NumberConvention.None, reading.Evidence);
    }

    [Theory]
    [MemberData(nameof(NoReading))]
    public void Anything_else_is_no_number(string text) =>
        Assert.False(NumberText.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("58.6", NumberConvention.Point)]
    [InlineData("1,360.5", NumberConvention.Point)]
    [InlineData("1,234,567", NumberConvention.Point)]
    [InlineData("58,6", NumberConvention.Comma)]
    [InlineData("1.360,5", NumberConvention.Comma)]
    [InlineData("1.234.567", NumberConvention.Comma)]
    [InlineData("1360", NumberConvention.None)]
    [InlineData("1 360", NumberConvention.None)]
    public void Marks_prove_a_convention(string text, object convention)
    {
        NumberText.TryRead(Encoding.UTF8.GetBytes(text), out var reading);

        Assert.Equal(convention, reading.Evidence);
    }

    [Fact]
    public void Every_whole_number_reads_the_same_plain_and_grouped()
    {
        for (var number = 0; number < 2_000_000; number += 997)
        {
            var plain = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var grouped = number.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));

            NumberText.TryRead(Encoding.UTF8.GetBytes(plain), out var plainly);
            NumberText.TryRead(Encoding.UTF8.GetBytes(grouped), out var inGroups);

            Assert.Equal(number, plainly.ByComma);
            Assert.Equal(number, inGroups.ByComma);
        }
    }
}
