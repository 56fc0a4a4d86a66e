namespace Twin.Model.Vessels;

/// <summary>A vessel at the place of its last accepted report.</summary>
/// <param name="Vessel">Its papers.</param>
/// <param name="Last">The report.</param>
public sealed record PlacedVessel(Vessel Vessel, PositionReport Last);
