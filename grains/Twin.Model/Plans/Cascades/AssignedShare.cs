namespace Twin.Model.Plans.Cascades;

/// <summary>What one unit is given.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Value">The value, in the indicator's unit of measure.</param>
internal sealed record AssignedShare(string Unit, double Value);
