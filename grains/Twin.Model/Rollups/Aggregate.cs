namespace Twin.Model.Rollups;

/// <summary>
/// What a unit passes upwards for one indicator and period: a combination of the observations below it. Numerator and
/// denominator stay apart, so that ratios are never averaged.
/// </summary>
/// <param name="Numerator">
/// Sum of values or numerators; of value × weight for a weighted mean; the extreme for a minimum or maximum; the value
/// at its place for a median or percentile; how many say yes; how many members any unit has.
/// </param>
/// <param name="Denominator">
/// Sum of denominators or weights; how many say yes or no; how many members were named; 0 for the others.
/// </param>
/// <param name="Reported">How many units reported.</param>
/// <param name="Demo">How many of them reported demonstration data.</param>
/// <param name="OldestUnixMilliseconds">The oldest result time among them; 0 when none reported.</param>
public readonly record struct Aggregate(
    double Numerator, double Denominator, int Reported, int Demo, long OldestUnixMilliseconds)
{
    /// <summary>Nobody reported.</summary>
    public static readonly Aggregate None;
}
