using System.Globalization;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using static Twin.Model.Tests.Plans.PlanExamples;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Plans;

public sealed class ForecastTests
{
    private static readonly Rollup[] Six =
    [
        Value("2024-01", 10), Value("2024-02", 12), Value("2024-03", 13),
        Value("2024-04", 15), Value("2024-05", 18), Value("2024-06", 20),
    ];

    [Fact]
    public void The_line_and_its_range_are_those_of_a_textbook()
    {
        var forecast = Forecast.Of(Amount, Six, Day("2024-12-31"));

        // Worked out apart: slope, residual and Student's t of 4 degrees (1.533206), x in months of 365.25 / 12 days.
        var last = forecast.Points[^1];
        Assert.Equal(Day("2024-12-31"), last.Date);
        Assert.Equal(31.813507, last.Value, 6);
        Assert.Equal(29.794, last.Low, 2e-3);
        Assert.Equal(33.833, last.High, 2e-3);
        Assert.Equal(
            ["2024-07-31", "2024-08-31", "2024-09-30", "2024-10-31", "2024-11-30", "2024-12-31"],
            forecast.Points.Select(point => point.Date.ToString("O", CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Figures_on_a_line_leave_no_doubt_and_the_range_widens_where_they_scatter()
    {
        var straight = Forecast.Of(Amount, [Year(2021, 1), Year(2022, 2), Year(2023, 3)], Day("2025-12-31"));
        var scattered = Forecast.Of(Amount, Six, Day("2024-12-31")).Points;

        Assert.All(straight.Points, point => Assert.Equal(point.High, point.Low, 1e-2));
        Assert.All(
            scattered.Zip(scattered.Skip(1)),
            pair => Assert.True(pair.Second.High - pair.Second.Low > pair.First.High - pair.First.Low));
    }

    [Fact]
    public void Only_the_last_six_of_one_length_count()
    {
        Rollup[] all = [Value("2023-11", 9_999), Value("2023-12", -9_999), .. Six, Value("2024-Q1", 500)];

        var points = Forecast.Of(Amount, all, Day("2024-12-31")).Points;

        Assert.True(Forecast.Of(Amount, Six, Day("2024-12-31")).Points.SequenceEqual(points));
    }

    [Fact]
    public void A_share_is_forecast_within_what_it_can_be()
    {
        var share = Share with { Minimum = 0, Maximum = 100 };

        var forecast = Forecast.Of(
            share, [Of("2024-04", 90, 100), Of("2024-05", 94, 100), Of("2024-06", 99, 100)], Day("2024-12-31"));

        Assert.All(forecast.Points, point => Assert.InRange(point.High, point.Low, 100));
        Assert.Equal(100, forecast.Points[^1].Value);
    }

    public static TheoryData<string, Rollup[], string, int> Ends => new()
    {
        { "nothing", [], "2024-12-31", 0 },
        { "two figures do not tell how far they scatter", [.. Six.Take(2)], "2024-12-31", 0 },
        { "three do", [.. Six.Take(3)], "2024-04-30", 1 },
        { "a day before the last figure", Six, "2024-06-30", 0 },
        { "the day after it", Six, "2024-07-01", 1 },
        { "ten years are no more days than a chart can show", Six, "2034-06-30", Forecast.MaxPoints },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void It_has_as_many_days_as_there_is_something_to_tell_of(
        string name, Rollup[] series, string until, int days) =>
        Assert.True(days == Forecast.Of(Amount, series, Day(until)).Points.Length, name);

    private static Rollup Year(int year, double value) =>
        Value(year.ToString(CultureInfo.InvariantCulture), value);
}
