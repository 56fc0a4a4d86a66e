using Twin.Model.Rollups;

namespace Twin.Model.Tests.Rollups;

public sealed class OrderStatisticsTests
{
    /// <summary>Values, percentile and result; the last rows are what NumPy's percentile answers.</summary>
    public static TheoryData<string, double[], double, double> Rows => new()
    {
        { "one value is every percentile", [7], 0, 7 },
        { "one value is every percentile", [7], 37, 7 },
        { "one value is every percentile", [7], 100, 7 },
        { "the middle of three", [1, 5, 100], 50, 5 },
        { "the mean of the two in the middle", [1, 5, 6, 100], 50, 5.5 },
        { "the least", [-3, 0, 4], 0, -3 },
        { "the greatest", [-3, 0, 4], 100, 4 },
        { "equal values", [2, 2, 2, 2], 75, 2 },
        { "between the second and third", [10, 20, 30, 40, 50], 30, 22 },
        { "numpy.percentile([15, 20, 35, 40, 50], 40)", [15, 20, 35, 40, 50], 40, 29 },
        { "numpy.percentile([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 25)", [3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 25, 7.25 },
        { "numpy.percentile(range(11), 90)", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_percentile_lies_where_its_definition_puts_it(
        string name, double[] sorted, double percent, double expected) =>
        Assert.True(Math.Abs(expected - OrderStatistics.Percentile(sorted, percent)) < 1e-12, name);
}
