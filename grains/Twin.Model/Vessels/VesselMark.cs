namespace Twin.Model.Vessels;

/// <summary>A vessel as it is drawn on a map: where it is, and what tells it from others.</summary>
/// <param name="Id">What it answers to.</param>
/// <param name="Group">What it is counted by.</param>
/// <param name="Last">Its last accepted report.</param>
public sealed record VesselMark(VesselId Id, FleetGroup Group, PositionReport Last);
