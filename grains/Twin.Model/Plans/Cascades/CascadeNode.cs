using Twin.Model.Units;

namespace Twin.Model.Plans.Cascades;

/// <summary>A unit's target divided among the units directly below it.</summary>
/// <param name="Upper">The unit.</param>
/// <param name="Result">The shares, and what they come to.</param>
public sealed record CascadeNode(AdministrativeUnitCode Upper, CascadeResult Result);
