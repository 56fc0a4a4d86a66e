using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>A straight line through figures, by least squares over the ends of their periods.</summary>
internal sealed class TrendLine
{
    /// <summary>The fewest figures that leave anything to tell how far they scatter.</summary>
    public const int LeastForSpread = 3;

    // Student's t that 80 % of the distribution lies within, by degrees of freedom: NIST/SEMATECH e-Handbook of
    // Statistical Methods, 1.3.6.7.2.
    private static readonly double[] Student80 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372];

    private readonly int _count;
    private readonly double _origin;
    private readonly double _meanX;
    private readonly double _meanY;
    private readonly double _sumXX;
    private readonly double _residual;

    private TrendLine(ReadOnlySpan<Rollup> figures)
    {
        _count = figures.Length;
        _origin = figures[0].Period.End.DayNumber;
        foreach (var figure in figures)
        {
            _meanX += Months(figure.Period.End) / _count;
            _meanY += figure.Value.GetValueOrDefault() / _count;
        }

        var sumXY = 0.0;
        foreach (var figure in figures)
        {
            var x = Months(figure.Period.End) - _meanX;
            _sumXX += x * x;
            sumXY += x * (figure.Value.GetValueOrDefault() - _meanY);
        }

        PerMonth = sumXY / _sumXX;
        foreach (var figure in figures)
        {
            var off = figure.Value.GetValueOrDefault() - At(figure.Period.End);
            _residual += off * off;
        }
    }

    /// <summary>The change per month.</summary>
    public double PerMonth { get; }

    /// <summary>Fits one to figures of different periods; <c>null</c> with fewer than two.</summary>
    public static TrendLine? Fit(ReadOnlySpan<Rollup> figures) => figures.Length < 2 ? null : new TrendLine(figures);

    /// <summary>Where it stands on a day.</summary>
    public double At(DateOnly day) => _meanY + (PerMonth * (Months(day) - _meanX));

    /// <summary>
    /// How far from the line eight of ten figures of a day would be at most, if they scatter as these do; <c>null</c>
    /// where there are too few to tell.
    /// </summary>
    public double? SpreadAt(DateOnly day)
    {
        var freedom = _count - 2;
        if (freedom < LeastForSpread - 2)
        {
            return null;
        }

        var x = Months(day) - _meanX;
        var student = Student80[Math.Min(freedom, Student80.Length) - 1];
        return student * Math.Sqrt(_residual / freedom * (1 + (1.0 / _count) + (x * x / _sumXX)));
    }

    private double Months(DateOnly day) => (day.DayNumber - _origin) / TargetPace.DaysPerMonth;
}
