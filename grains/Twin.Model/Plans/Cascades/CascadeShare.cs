using Twin.Model.Units;

namespace Twin.Model.Plans.Cascades;

/// <summary>What one unit gets.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Value">Its share, a multiple of the step.</param>
/// <param name="Exact">The same before rounding.</param>
/// <param name="Mass">How much it counts in the mean; 1 in a sum.</param>
/// <param name="Baseline">Where it stands; <c>null</c> where nothing was reported.</param>
/// <param name="IsAtLimit">Whether it got as little or as much as it can, and others the rest.</param>
public sealed record CascadeShare(
    AdministrativeUnitCode Unit, double Value, double Exact, double Mass, double? Baseline, bool IsAtLimit);
