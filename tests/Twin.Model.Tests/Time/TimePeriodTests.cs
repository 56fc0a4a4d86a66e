using System.Globalization;
using Twin.Model.Time;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Time;

public sealed class TimePeriodTests
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static TheoryData<string, string> Malformed => new()
    {
        { "empty", "" },
        { "a year of three digits", "202" },
        { "a year of five digits", "20255" },
        { "the year before the first", "1899" },
        { "the year after the last", "2200" },
        { "half-year 0", "2025-S0" },
        { "half-year 3", "2025-S3" },
        { "quarter 0", "2025-Q0" },
        { "quarter 5", "2025-Q5" },
        { "month 0", "2025-00" },
        { "month 13", "2025-13" },
        { "a month of one digit", "2025-6" },
        { "day 0", "2025-06-00" },
        { "31 June", "2025-06-31" },
        { "29 February of a common year", "2025-02-29" },
        { "29 February of 1900, which was no leap year", "1900-02-29" },
        { "a day of one digit", "2025-06-1" },
        { "lower case", "2025-q3" },
        { "space before", " 2025" },
        { "space after", "2025 " },
        { "a sign", "+2025" },
        { "a sign in the month", "2025-+6" },
        { "a space in the month", "2025- 6" },
        { "NUL after the month, which integer parsing would pass over", "2025-6\0" },
        { "Arabic digits", "٢٠٢٥" },
        { "full-width digits", "２０２５" },
        { "a slash", "2025/06" },
        { "day first", "15-06-2025" },
        { "an instant", "2025-06-15T00:00:00Z" },
        { "an ISO week", "2025-W07" },
        { "a typographic hyphen", "2025‑06" },
        { "no month of a year", "2025-01-01/P0M" },
        { "thirteen months of a year", "2025-01-01/P13M" },
        { "months that do not start with the year", "2025-02-01/P3M" },
        { "a range in years", "2025-01-01/P1Y" },
        { "a month number with a zero before it", "2025-01-01/P01M" },
    };

    [Fact]
    public void Every_year_half_year_quarter_and_month_comes_back_from_its_text_and_its_key()
    {
        foreach (var frequency in (PeriodFrequency[])[
            PeriodFrequency.Annual, PeriodFrequency.HalfYear, PeriodFrequency.Quarter, PeriodFrequency.Month])
        {
            var perYear = PerYear(frequency);
            var period = TimePeriod.Containing(new DateOnly(FirstYear, 1, 1), frequency);
            for (var i = 0; i < (LastYear - FirstYear + 1) * perYear; i++)
            {
                var start = new DateOnly(FirstYear, 1, 1).AddMonths(i * 12 / perYear);

                Assert.Equal(start, period.Start);
                Assert.Equal(start.AddMonths(12 / perYear).AddDays(-1), period.End);
                AssertRoundTrip(period, frequency);

                period = i + 1 < (LastYear - FirstYear + 1) * perYear ? period.Next() : period;
            }

            Assert.Equal(LastYear, period.Start.Year);
        }
    }

    [Theory]
    [InlineData(1900)]
    [InlineData(1999)]
    [InlineData(2000)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2199)]
    public void Every_day_of_a_year_comes_back_from_its_text_and_its_key(int year)
    {
        var days = 0;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var period = TimePeriod.Containing(day, PeriodFrequency.Day);

            Assert.Equal(day, period.Start);
            Assert.Equal(day, period.End);
            Assert.Equal(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), period.ToString());
            AssertRoundTrip(period, PeriodFrequency.Day);
            days++;
        }

        Assert.Equal(DateTime.IsLeapYear(year) ? 366 : 365, days);
    }

    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    [InlineData("2025-S1", "2025-01-01", "2025-06-30")]
    [InlineData("2025-S2", "2025-07-01", "2025-12-31")]
    [InlineData("2025-Q3", "2025-07-01", "2025-09-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2025-02", "2025-02-01", "2025-02-28")]
    [InlineData("1900-02", "1900-02-01", "1900-02-28")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("2199", "2199-01-01", "2199-12-31")]
    [InlineData("2024-01-01/P1M", "2024-01-01", "2024-01-31")]
    [InlineData("2024-01-01/P2M", "2024-01-01", "2024-02-29")]
    [InlineData("2024-01-01/P10M", "2024-01-01", "2024-10-31")]
    [InlineData("2199-01-01/P11M", "2199-01-01", "2199-11-30")]
    public void A_period_runs_from_its_first_day_to_its_last(string text, string start, string end)
    {
        var period = Period(text);

        Assert.Equal(Day(start), period.Start);
        Assert.Equal(Day(end), period.End);
        Assert.Equal(text, period.ToString());
    }

    [Fact]
    public void The_first_months_of_a_year_come_back_from_their_text_and_key_and_with_December_are_the_year()
    {
        for (var year = FirstYear; year <= LastYear; year++)
        {
            for (var months = 1; months <= 11; months++)
            {
                var period = TimePeriod.YearToDate(year, months);

                Assert.Equal(new DateOnly(year, 1, 1), period.Start);
                Assert.Equal(new DateOnly(year, months, 1).AddMonths(1).AddDays(-1), period.End);
                Assert.Equal(months, period.Months);
                Assert.Equal(period, Period(period.ToString()));
                Assert.Equal(period, TimePeriod.Containing(period.End, PeriodFrequency.YearToDate));
                Assert.True(TimePeriod.TryFromKey(period.Key, out var fromKey));
                Assert.Equal(period, fromKey);
            }

            Assert.Equal(TimePeriod.Year(year), TimePeriod.YearToDate(year, 12));
            Assert.Equal(TimePeriod.Year(year), Period(FormattableString.Invariant($"{year}-01-01/P12M")));
        }

        Assert.Equal("2025-01-01/P1M", TimePeriod.YearToDate(2024, 11).Next().ToString());
        Assert.Throws<InvalidOperationException>(() => TimePeriod.YearToDate(LastYear, 11).Next());
        Assert.Equal(0, TimePeriod.Year(2024).Months);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Text_that_is_no_period_is_refused(string name, string text)
    {
        Assert.False(TimePeriod.TryParse(text, out var period), name);

        Assert.Equal(default, period);
        Assert.Throws<FormatException>(() => Period(text));
    }

    [Fact]
    public void No_text_is_no_period() => Assert.False(TimePeriod.TryParse(null, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(1 << 24 | 300)] // The year after the last.
    [InlineData(4 << 24 | 3600)] // The month after the last.
    [InlineData(6 << 24 | 3300)] // The first month of the year after the last.
    [InlineData(7 << 24)] // A frequency that there is not.
    public void A_number_that_is_no_key_is_refused(int key)
    {
        Assert.False(TimePeriod.TryFromKey(key, out var period));

        Assert.Equal(default, period);
    }

    [Theory]
    [InlineData(1899, 1)]
    [InlineData(2200, 1)]
    [InlineData(2025, 0)]
    [InlineData(2025, 13)]
    public void A_month_outside_the_calendar_is_an_error(int year, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimePeriod.Month(year, month));

    [Theory]
    [InlineData("1900", "2199")]
    [InlineData("1900-S1", "2199-S2")]
    [InlineData("1900-Q1", "2199-Q4")]
    [InlineData("1900-01", "2199-12")]
    [InlineData("1900-01-01", "2199-12-31")]
    public void Nothing_precedes_the_first_period_or_follows_the_last(string first, string last)
    {
        Assert.Throws<InvalidOperationException>(() => Period(first).Previous());
        Assert.Throws<InvalidOperationException>(() => Period(last).Next());

        Assert.Equal(Period(first), Period(first).Next().Previous());
        Assert.Equal(new DateOnly(LastYear, 12, 31), Period(last).End);
    }

    [Fact]
    public void Periods_sort_by_length_and_then_by_time()
    {
        string[] sorted = ["1999", "2025", "2024-S2", "2025-S1", "2024-Q4", "2024-12", "2025-01", "2024-12-31"];

        var shuffled = sorted.Reverse().Select(Period).Order().Select(p => p.ToString());

        Assert.Equal(sorted, shuffled, StringComparer.Ordinal);
        Assert.True(Period("2024-12") < Period("2025-01"));
        Assert.True(Period("2025-01") > Period("2024-12"));
        Assert.True(Period("2025-01") >= TimePeriod.Month(2025, 1));
        Assert.True(Period("2025-01") <= TimePeriod.Month(2025, 1));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")] // Another calendar and other digits.
    [InlineData("th-TH")] // The Buddhist year is 543 more.
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("2025-06-15", Period("2025-06-15").ToString());
            Assert.Equal("2025-Q3", Period("2025-Q3").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_default_is_no_period_and_has_no_text()
    {
        Assert.Equal(string.Empty, default(TimePeriod).ToString());
        Assert.Equal(0, default(TimePeriod).Key);
    }

    private static int PerYear(PeriodFrequency frequency) => frequency switch
    {
        PeriodFrequency.Annual => 1,
        PeriodFrequency.HalfYear => 2,
        PeriodFrequency.Quarter => 4,
        _ => 12,
    };

    private static void AssertRoundTrip(TimePeriod period, PeriodFrequency frequency)
    {
        Assert.Equal(frequency, period.Frequency);
        Assert.Equal(period, Period(period.ToString()));
        Assert.True(TimePeriod.TryFromKey(period.Key, out var fromKey));
        Assert.Equal(period, fromKey);
        Assert.Equal(period, TimePeriod.Containing(period.Start, frequency));
        Assert.Equal(period, TimePeriod.Containing(period.End, frequency));
    }
}
