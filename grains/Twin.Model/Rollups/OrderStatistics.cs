namespace Twin.Model.Rollups;

/// <summary>
/// Places in the order of values: definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The
/// American Statistician 50 (1996), which spreadsheets and NumPy use. Stateless.
/// </summary>
public static class OrderStatistics
{
    private const double Hundred = 100;

    /// <summary>The percentile of some values; the 50th is the median.</summary>
    /// <param name="sorted">The values in ascending order; at least one.</param>
    /// <param name="percent">0 for the least, 100 for the greatest.</param>
    public static double Percentile(ReadOnlySpan<double> sorted, double percent)
    {
        var place = percent * (sorted.Length - 1) / Hundred;
        var below = (int)place;
        var beyond = place - below;
        return beyond > 0 ? sorted[below] + ((sorted[below + 1] - sorted[below]) * beyond) : sorted[below];
    }
}
