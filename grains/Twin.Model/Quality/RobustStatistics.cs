namespace Twin.Model.Quality;

/// <summary>
/// Location and spread that one wild number cannot move. The z-score is the modified one of Iglewicz and Hoaglin, "How
/// to Detect and Handle Outliers" (1993): 0.6745 (x - median) / MAD, suspicious beyond 3.5; where more than half of the
/// numbers are equal and the MAD is 0, 0.7979 (x - median) / mean absolute deviation. Pure.
/// </summary>
public static class RobustStatistics
{
    // The MAD and the mean absolute deviation of a normal distribution, in standard deviations.
    private const double MadOfNormal = 0.6745;
    private const double MeanDeviationOfNormal = 0.7979;

    // Spread below this part of the median is rounding, not spread.
    private const double Rounding = 1e-9;

    /// <summary>The median; sorts the numbers. There must be one.</summary>
    public static double Median(Span<double> numbers)
    {
        if (numbers.IsEmpty)
        {
            throw new ArgumentException("There is no median of nothing.", nameof(numbers));
        }

        numbers.Sort();
        var middle = numbers.Length / 2;
        return numbers.Length % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    /// <summary>
    /// Median and spread, the latter in standard deviations; 0 where all numbers are equal. Changes the numbers.
    /// </summary>
    public static (double Median, double Spread) Describe(Span<double> numbers)
    {
        var median = Median(numbers);
        var sum = 0.0;
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Math.Abs(numbers[i] - median);
            sum += numbers[i];
        }

        var least = Math.Abs(median) * Rounding;
        var deviation = Median(numbers);
        var spread = deviation > least ? deviation / MadOfNormal : sum / numbers.Length / MeanDeviationOfNormal;
        return (median, spread > least ? spread : 0);
    }

    /// <summary>How many standard deviations a number is from the median; 0 where there is no spread.</summary>
    public static double Score(double number, double median, double spread) =>
        spread > 0 ? (number - median) / spread : 0;
}
