namespace Twin.Model.Quality;

/// <summary>Numbers that several units beside each other report, to the last digit.</summary>
/// <param name="Numerator">The numerator or value.</param>
/// <param name="Denominator">The denominator; 0 for a plain value.</param>
/// <param name="Count">How many units report them.</param>
public readonly record struct SharedNumbers(double Numerator, double Denominator, int Count);
