using System.Globalization;
using Twin.Model.Calendars;
using Twin.TestKit;

namespace Twin.Model.Tests.Calendars;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = VietnamCalendar.Create();

    public static TheoryData<string, string, string> NextWorkingDays => new()
    {
        { "a working day stays", "2024-12-10", "2024-12-10" },
        { "a Saturday", "2024-11-09", "2024-11-11" },
        { "a Sunday", "2024-11-10", "2024-11-11" },
        { "New Year, a Wednesday", "2025-01-01", "2025-01-02" },
        { "New Year, a Sunday: Monday stands in for it", "2023-01-01", "2023-01-03" },
        { "Tết 2023: two holidays at a weekend, so it lasts to the 26th", "2023-01-20", "2023-01-27" },
        { "Tết 2024: from Thursday to the Wednesday after next", "2024-02-08", "2024-02-15" },
        { "Tết 2025: with the weekends nine days", "2025-01-25", "2025-02-03" },
        { "Hùng Kings on a Thursday", "2024-04-18", "2024-04-19" },
        { "Hùng Kings on a Sunday: Monday stands in for it", "2026-04-26", "2026-04-28" },
        { "30 April 2023, with Hùng Kings on the Saturday: to 3 May", "2023-04-29", "2023-05-04" },
        { "30 April and 1 May 2022, at a weekend", "2022-04-30", "2022-05-04" },
        { "30 April 2024: the Monday before was exchanged", "2024-04-27", "2024-05-02" },
        { "a Saturday worked in exchange", "2024-05-04", "2024-05-04" },
        { "1 May 2025: the Friday after was exchanged", "2025-04-30", "2025-05-05" },
        { "National Day takes two days", "2024-08-31", "2024-09-04" },
        { "National Day 2023, a Saturday", "2023-09-01", "2023-09-05" },
        { "National Day 2026: five days with an exchange", "2026-08-29", "2026-09-03" },
        { "years ahead only the annual ones are known", "2040-04-30", "2040-05-02" },
        { "years ahead, New Year on a Sunday", "2034-01-01", "2034-01-03" },
    };

    [Theory]
    [MemberData(nameof(NextWorkingDays))]
    public void The_next_working_day_passes_over_weekends_and_holidays(string why, string from, string expected) =>
        Assert.True(Day(expected) == Calendar.OnOrAfter(Day(from)), why);

    [Fact]
    public void Working_days_are_counted_without_holidays()
    {
        // 29 April 2024 was exchanged, 30 April and 1 May are holidays; 4 May, a Saturday, is worked.
        Assert.Equal(Day("2024-05-02"), Calendar.AddWorkingDays(Day("2024-04-26"), 1));
        Assert.Equal(Day("2024-05-04"), Calendar.AddWorkingDays(Day("2024-04-26"), 3));
        Assert.Equal(Day("2024-05-06"), Calendar.AddWorkingDays(Day("2024-04-26"), 4));
        Assert.Equal(Day("2024-04-28"), Calendar.AddWorkingDays(Day("2024-04-28"), 0));
    }

    [Fact]
    public void A_day_that_stands_in_says_for_which_holiday()
    {
        Assert.Equal(new DayOff(Day("2023-01-02"), "Nghỉ", "Holiday", true), Calendar.Find(Day("2023-01-02")));
        Assert.Null(Calendar.Find(Day("2023-01-03")));
        Assert.Equal(Day("2026-12-31"), Calendar.KnownUntil);
    }

    [Fact]
    public void Without_rows_only_weekends_are_off()
    {
        Assert.Equal(Day("2025-01-01"), WorkCalendar.Empty.OnOrAfter(Day("2025-01-01")));
        Assert.Null(WorkCalendar.Empty.KnownUntil);
    }

    [Theory]
    [InlineData("2025-01-10T16:59:59Z", "2025-01-10")]
    [InlineData("2025-01-10T17:00:00Z", "2025-01-11")]
    public void A_day_of_Vietnam_begins_seven_hours_before_that_of_UTC(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        Assert.Equal(Day(day), VietnamDay.Of(at));
        Assert.True(VietnamDay.StartOf(Day(day)) <= at && at < VietnamDay.EndOf(Day(day)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
