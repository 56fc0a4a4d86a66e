using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>Scores of one dimension, added up over values: they combine over units without being averaged.</summary>
/// <param name="Sum">The scores, added up.</param>
/// <param name="Count">How many values have a score.</param>
/// <param name="Worst">The lowest mean of a unit that reports; 0 when none has a score.</param>
/// <param name="WorstUnit">That unit, the first by code of several; <c>default</c> when none has a score.</param>
public readonly record struct QualityTally(double Sum, int Count, double Worst, AdministrativeUnitCode WorstUnit)
{
    /// <summary>The mean score, 0 to 100; <c>null</c> without values.</summary>
    public double? Mean => Count > 0 ? Sum / Count : null;

    /// <summary>Two tallies together.</summary>
    public static QualityTally operator +(in QualityTally left, in QualityTally right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        var isRightWorse = right.Worst < left.Worst
            || (right.Worst.Equals(left.Worst) && right.WorstUnit.CompareTo(left.WorstUnit) < 0);
        return new QualityTally(
            left.Sum + right.Sum,
            left.Count + right.Count,
            isRightWorse ? right.Worst : left.Worst,
            isRightWorse ? right.WorstUnit : left.WorstUnit);
    }

    /// <summary>The same, named as operators are where there are none.</summary>
    public static QualityTally Add(QualityTally left, QualityTally right) => left + right;
}
