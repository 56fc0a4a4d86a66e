using Twin.Model.Quality;

namespace Twin.Model.Tests.Quality;

public sealed class RobustStatisticsTests
{
    public static TheoryData<string, double[], double, double> Described => new()
    {
        { "one number has no spread", [5], 5, 0 },
        { "equal numbers have none", [5, 5, 5, 5], 5, 0 },
        // Deviations 4 2 1 0 1 2 4: their median is 2, and 2 / 0.6745 = 2.9652.
        { "an odd count", [1, 3, 4, 5, 6, 7, 9], 5, 2.9652 },
        { "an even count takes the middle of two", [1, 2, 3, 4], 2.5, 1 / 0.6745 },
        { "one wild number moves neither", [1, 3, 4, 5, 6, 7, 1_000_000], 5, 2.9652 },
        // Most are equal: the mean deviation is (0 + 0 + 0 + 0 + 10) / 5 = 2, and 2 / 0.7979 = 2.5066.
        { "where most are equal the mean deviation tells", [7, 7, 7, 7, 17], 7, 2.5066 },
        { "rounding is no spread", [0.1 + 0.2, 0.3, 0.3], 0.3, 0 },
    };

    [Theory]
    [MemberData(nameof(Described))]
    public void Median_and_spread_are_as_worked_out_by_hand(string name, double[] numbers, double median, double spread)
    {
        var described = RobustStatistics.Describe(numbers);

        Assert.NotEmpty(name);
        Assert.Equal(median, described.Median, 1e-9);
        Assert.Equal(spread, described.Spread, 1e-3);
    }

    [Fact]
    public void The_score_of_Iglewicz_and_Hoaglin_comes_out()
    {
        // Their rule: 0.6745 (x - median) / MAD. Median 5, MAD 2, so 15 has 0.6745 × 10 / 2.
        double[] numbers = [1, 3, 4, 5, 6, 7, 9];

        var (median, spread) = RobustStatistics.Describe(numbers);

        Assert.Equal(3.3725, RobustStatistics.Score(15, median, spread), 1e-4);
        Assert.Equal(-3.3725, RobustStatistics.Score(-5, median, spread), 1e-4);
        Assert.Equal(0, RobustStatistics.Score(15, median, 0));
    }

    [Fact]
    public void There_is_no_median_of_nothing() =>
        Assert.Throws<ArgumentException>(() => RobustStatistics.Median([]));
}
