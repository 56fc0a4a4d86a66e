using System.Globalization;
using Twin.Model.Duties;
using Twin.Model.Time;
using Twin.TestKit;

namespace Twin.Model.Tests.Duties;

public sealed class DueRuleTests
{
    public static TheoryData<string, string, string, string, string> DueDays => new()
    {
        { "ten days after a month", "P1M", "2024-10", "+10d", "2024-11-11" }, // The 10th is a Sunday.
        { "a month that ends on a leap day", "P1M", "2024-02", "+10d", "2024-03-11" }, // The 10th is a Sunday.
        { "a February of 28 days", "P1M", "2023-02", "+10d", "2023-03-10" },
        { "five working days after a month", "P1M", "2024-10", "+5wd", "2024-11-07" },
        { "five working days over 30 April and 1 May", "P1M", "2024-04", "+5wd", "2024-05-07" }, // 4 May is worked.
        { "the 15th of the month after", "P1M", "2024-11", "day15", "2024-12-16" }, // A Sunday.
        { "the last day of a short month", "P1M", "2025-01", "day31", "2025-02-28" },
        { "the last day of a leap February", "P1M", "2024-01", "day31", "2024-02-29" },
        { "a month due at Tết", "P1M", "2024-12", "day28", "2025-02-03" },
        { "a month due at New Year", "P1M", "2025-11", "day31", "2025-12-31" },
        { "year's change", "P1M", "2025-12", "+1d", "2026-01-05" }, // A holiday, an exchange, a weekend.
        { "a quarter", "P3M", "2025-Q1", "+10d", "2025-04-10" },
        { "a quarter due on the day of the Hùng Kings", "P3M", "2025-Q1", "+7d", "2025-04-08" },
        { "a half-year", "P6M", "2025-S1", "+10d", "2025-07-10" },
        { "a year", "P1Y", "2024", "day15", "2025-01-15" },
        { "the first half of a month, due in it", "R2/P1M", "2025-06-15", "day20", "2025-06-20" },
        { "the first half of a month, two working days", "R2/P1M", "2025-06-15", "+2wd", "2025-06-17" },
        { "the second half, whose 20th is the next month's", "R2/P1M", "2025-06-30", "day20", "2025-07-21" },
        { "the first half, when the day has gone by", "R2/P1M", "2025-06-15", "day10", "2025-07-10" },
        { "twenty years ahead", "P1Y", "2044", "day31", "2045-01-31" },
    };

    [Theory]
    [MemberData(nameof(DueDays))]
    public void A_report_is_due_on_a_working_day(
        string why, string cadence, string period, string rule, string expected)
    {
        var often = ReportingCadences.Read(cadence)!.Value;
        var window = DutyWindow.Named(TimePeriod.Parse(period, CultureInfo.InvariantCulture), often)!.Value;

        Assert.True(DueRule.TryParse(rule, out var due));
        Assert.Equal((why, expected), (why, Text(due.DueDay(window, VietnamCalendar.Create()))));
        Assert.Equal(rule, due.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("+d")]
    [InlineData("+-1d")]
    [InlineData("+367d")]
    [InlineData("day0")]
    [InlineData("day32")]
    [InlineData("+5WD")]
    public void What_is_no_rule_is_not_read(string? text) => Assert.False(DueRule.TryParse(text, out _));

    [Theory]
    [InlineData("R2/P1M", "2025-06-15", "2025-06-01", "2025-06-30")]
    [InlineData("R2/P1M", "2025-06-30", "2025-06-16", "2025-07-15")]
    [InlineData("R2/P1M", "2024-02-29", "2024-02-16", "2024-03-15")]
    [InlineData("R2/P1M", "2024-12-31", "2024-12-16", "2025-01-15")]
    [InlineData("P1M", "2024-12", "2024-12-01", "2025-01")]
    [InlineData("P3M", "2024-Q4", "2024-10-01", "2025-Q1")]
    [InlineData("P6M", "2024-S2", "2024-07-01", "2025-S1")]
    [InlineData("P1Y", "2024", "2024-01-01", "2025")]
    public void Windows_follow_one_another(string cadence, string period, string start, string next)
    {
        var often = ReportingCadences.Read(cadence)!.Value;
        var window = DutyWindow.Named(TimePeriod.Parse(period, CultureInfo.InvariantCulture), often)!.Value;

        Assert.Equal(start, Text(window.Start));
        Assert.Equal(next, window.Next.Period.ToString());
        Assert.Equal(window, DutyWindow.Containing(window.Start, often));
        Assert.Equal(window.End.AddDays(1), window.Next.Start);
    }

    [Theory]
    [InlineData("R2/P1M", "2025-06-14")]
    [InlineData("R2/P1M", "2025-06")]
    [InlineData("P1M", "2025-06-30")]
    [InlineData("P1M", "2025")]
    public void A_period_of_another_length_names_no_window(string cadence, string period) => Assert.Null(
        DutyWindow.Named(
            TimePeriod.Parse(period, CultureInfo.InvariantCulture), ReportingCadences.Read(cadence)!.Value));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
