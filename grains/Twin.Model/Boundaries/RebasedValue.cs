namespace Twin.Model.Boundaries;

/// <summary>The arithmetic's result, before it is put into words.</summary>
/// <param name="Numerator">The numerator or value; <c>null</c> for none.</param>
/// <param name="Denominator">The denominator; 0 for a plain value.</param>
/// <param name="DividedShare">The share that came from divided units.</param>
/// <param name="StandardError">The error in the indicator's unit; <c>null</c> where not known.</param>
/// <param name="Lower">The least it can be.</param>
/// <param name="Upper">The most it can be.</param>
/// <param name="ReasonCode">Why there is no value.</param>
internal readonly record struct RebasedValue(
    double? Numerator,
    double Denominator,
    double DividedShare,
    double? StandardError,
    double? Lower,
    double? Upper,
    string? ReasonCode = null);
