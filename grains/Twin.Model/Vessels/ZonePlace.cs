namespace Twin.Model.Vessels;

/// <summary>What holds a position.</summary>
/// <param name="Belt">The zone by distance from the coast; <c>null</c> for none.</param>
/// <param name="Closed">The closed area; <c>null</c> for none.</param>
/// <param name="IsLand">Whether it is so far inland that no vessel can be there.</param>
public readonly record struct ZonePlace(FishingZone? Belt, FishingZone? Closed, bool IsLand);
